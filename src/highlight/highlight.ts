/**
 * Code to HTML with the class names of Rouge, which Jekyll's themes style.
 */

import { type LineTable, lineTable } from './line-table.ts'
import { findLexer } from './registry.ts'
import { toHtml } from './tokens.ts'

export type { LineTable }

export interface HighlightOptions {
  /** Puts the lines into a table with their numbers beside them. */
  readonly lineNumbers?: LineTable
}

/**
 * The inside of a `code` element, or undefined where no language has that name.
 *
 * Names are taken as written (`ruby`, not `Ruby`) and may carry options, as in
 * `php?start_inline=1`.
 */
export function highlight(
  code: string,
  language: string,
  options: HighlightOptions = {},
): string | undefined {
  const lexer = findLexer(language, code)
  if (!lexer) return undefined
  const html = toHtml(lexer(code))
  return options.lineNumbers ? lineTable(html, code, options.lineNumbers) : html
}
