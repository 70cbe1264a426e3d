/**
 * A site for plugins that notes what they take from it. Whoever asks for the
 * pages may read all of them, so that is what is noted.
 */

import type { Site } from '../site.ts'

/** The whole of a site's lists, by the kinds of `values.ts`. */
const KINDS: ReadonlyMap<string | symbol, readonly string[]> = new Map([
  ['time', ['time']],
  ['data', ['data']],
  ['layouts', ['layout']],
  ['includes', ['include']],
  ['pages', ['items']],
  ['collections', ['items', 'collections', 'file']],
  ['staticFiles', ['file']],
])

export function watchSite(site: Site, note: (kind: string) => void): Site {
  return new Proxy(site, {
    get(target, name, receiver) {
      for (const kind of KINDS.get(name) ?? []) note(kind)
      return Reflect.get(target, name, receiver)
    },
  })
}
