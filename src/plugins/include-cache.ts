/**
 * jekyll-include-cache: `{% include_cached file.html key=value %}` is an include
 * that is rendered once a build for each file and its parameters.
 *
 * What an include takes from the page it stands on is therefore that of the
 * first page that came.
 */

import type { Plugin, Site, TagContext } from '../plugin.ts'

/** What is known of the build of one site. */
interface Cache {
  readonly texts: Map<string, string>
  /** Objects among the parameters are told apart by number. */
  readonly numbers: Map<unknown, number>
}

const caches = new WeakMap<Site, Cache>()

const includeCache: Plugin = {
  name: 'jekyll-include-cache',
  tags: {
    include_cached: {
      parse(markup) {
        const source = `{% include ${markup.trim()} %}`
        const file = fileName(markup.trim())
        const parameters = parseParameters(markup.slice(markup.indexOf(file) + file.length))
        return (context) => {
          const cache = cacheOf(context.site)
          const key = keyOf(file, parameters, context, cache)
          const known = cache.texts.get(key)
          if (known !== undefined) return known
          const text = context.renderLiquid(source)
          cache.texts.set(key, text)
          return text
        }
      },
    },
  },
}

export default includeCache

function cacheOf(site: Site): Cache {
  const known = caches.get(site)
  if (known) return known
  const cache: Cache = { texts: new Map(), numbers: new Map() }
  caches.set(site, cache)
  return cache
}

/** A name may hold variables, which may hold blanks: `{{ page.box }}.html`. */
function fileName(markup: string): string {
  return /^(?:\{\{[^}]*\}\}|[^\s{]|\{(?!\{))+/.exec(markup)?.[0] ?? ''
}

/** Name and value, the value as it is written. */
type Parameter = readonly [string, string]

function parseParameters(markup: string): Parameter[] {
  const found = markup.matchAll(
    /([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w.[\]'"-]+)/g,
  )
  const parameters = [...found].map(([, name = '', value = '']): Parameter => [name, value])
  return parameters.sort(([a], [b]) => (a < b ? -1 : 1))
}

function keyOf(
  file: string,
  parameters: readonly Parameter[],
  context: TagContext,
  { numbers }: Cache,
): string {
  const values = parameters.map(([, written]) => {
    const value = /^["']/.test(written) ? written.slice(1, -1) : context.get(written)
    if (typeof value !== 'object' || value === null) return [typeof value, String(value)]
    const number = numbers.get(value) ?? numbers.size
    numbers.set(value, number)
    return ['object', number]
  })
  const name = file.includes('{{') ? context.renderLiquid(file) : file
  return JSON.stringify([name, ...values])
}
