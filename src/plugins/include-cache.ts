/**
 * jekyll-include-cache: `{% include_cached file.html key=value %}` is an include
 * that is rendered once a build for each file and its parameters.
 *
 * What an include takes from the page it stands on is therefore that of the
 * first page that came.
 */

import type { Plugin, TagContext } from '../plugin.ts'

const includeCache: Plugin = {
  name: 'jekyll-include-cache',
  isPure: true,
  tags: {
    include_cached: {
      parse(markup) {
        const source = `{% include ${markup.trim()} %}`
        const file = fileName(markup.trim())
        const parameters = parseParameters(markup.slice(markup.indexOf(file) + file.length))
        return (context) => {
          const key = keyOf(file, parameters, context)
          return context.remember(key, () => context.renderLiquid(source))
        }
      },
    },
  },
}

export default includeCache

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

function keyOf(file: string, parameters: readonly Parameter[], context: TagContext): string {
  /** Objects among the parameters are told apart by number. */
  const numbers = context.remember('include_cached', () => new Map<unknown, number>())
  const values = parameters.map(([, written]) => {
    const value = /^["']/.test(written) ? written.slice(1, -1) : context.get(written)
    if (typeof value !== 'object' || value === null) return [typeof value, String(value)]
    const number = numbers.get(value) ?? numbers.size
    numbers.set(value, number)
    return ['object', number]
  })
  if (!file.includes('{{')) return JSON.stringify(['include_cached', file, ...values])
  // Behind a name with variables, no parameters are an empty mapping, and otherwise none.
  const name = context.renderLiquid(file)
  return JSON.stringify(['include_cached', name, ...(values.length === 0 ? ['{}'] : values)])
}
