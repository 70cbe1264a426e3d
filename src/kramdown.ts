/**
 * `newcomen/kramdown`: Markdown to HTML as Jekyll's kramdown does it.
 *
 * ```ts
 * import { kramdown } from 'newcomen/kramdown'
 *
 * kramdown('# Hi', { auto_ids: false }) // <h1>Hi</h1>
 * ```
 */

import { highlight } from './highlight/highlight.ts'
import { createKramdown } from './markdown/kramdown.ts'
import { readKramdownOptions } from './markdown/options.ts'
import { toHash } from './util/values.ts'

/** Options by the names that kramdown gives them; defaults are Jekyll's. */
export function kramdown(text: string, options: Readonly<Record<string, unknown>> = {}): string {
  const read = readKramdownOptions(toHash(options))
  return createKramdown({ ...read, highlight: (code, language) => highlight(code, language) })(text)
}
