/**
 * A site for plugins that notes what they take from it. Whoever asks for the
 * pages may read all of them, so that is what is noted.
 */

import type { Site } from '../site.ts'

/** The whole of a site's lists, by the keys of `values.ts`. */
const KEYS: ReadonlyMap<string | symbol, readonly string[]> = new Map([
  ['time', ['time']],
  ['data', ['data']],
  ['layouts', ['layout']],
  ['includes', ['include']],
  ['pages', ['items']],
  ['collections', ['items', 'collections', 'file']],
  ['staticFiles', ['file']],
])

export function watchSite(site: Site, note: (key: string) => void): Site {
  return new Proxy(site, {
    get(target, name, receiver) {
      for (const key of KEYS.get(name) ?? []) note(key)
      return Reflect.get(target, name, receiver)
    },
  })
}
