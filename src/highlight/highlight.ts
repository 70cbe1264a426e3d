/**
 * Code to HTML with the class names of Rouge, which Jekyll's themes style.
 *
 * Loading this file is cheap, because every build does: it knows the names of
 * languages, and nothing of how they are read.
 */

import type { Options } from './lexer.ts'
import { type LineTable, lineTable, markLines } from './lines.ts'
import { findLanguage } from './registry.ts'
import { TokenList, toHtml } from './tokens.ts'

export type { LineTable }

export interface HighlightOptions {
  /** Puts the lines into a table with their numbers beside them. */
  readonly lineNumbers?: LineTable
  /** Numbers of lines, from 1, that are put into `<span class="hll">`. */
  readonly markLines?: readonly number[]
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
  const mark = language.indexOf('?')
  const found = findLanguage(mark < 0 ? language : language.slice(0, mark))
  if (!found) return undefined

  const list = new TokenList()
  const given = mark < 0 ? NO_OPTIONS : new Map(new URLSearchParams(language.slice(mark + 1)))
  found.open(list, { options: given, load: findLanguage, depth: 0 }).feed(code)
  const tokens = list.finish()
  const { lineNumbers, markLines: marked } = options
  const html = marked ? markLines(tokens, marked) : toHtml(tokens)
  return lineNumbers ? lineTable(html, code, lineNumbers) : html
}

const NO_OPTIONS: Options = new Map()
