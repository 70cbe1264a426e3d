/**
 * What is done to single lines: a table with their numbers beside them, and marks.
 */

import { type Token, toHtml } from './tokens.ts'

export interface LineTable {
  readonly gutterClass: string
  readonly codeClass: string
  /** Number of the first line; 1 if left out. */
  readonly start?: number
}

/** `html` is what `code` became; the code decides how many lines there are. */
export function lineTable(html: string, code: string, table: LineTable): string {
  const ended = code.endsWith('\n')
  const lines = code.split('\n').length - (ended ? 1 : 0)
  const first = table.start ?? 1
  const numbers = Array.from({ length: lines }, (_, index) => `${first + index}\n`).join('')
  return (
    `<table class="rouge-table"><tbody><tr>` +
    `<td class="${table.gutterClass} gl"><pre class="lineno">${numbers}</pre></td>` +
    `<td class="${table.codeClass}"><pre>${html}${ended ? '' : '\n'}</pre></td>` +
    `</tr></tbody></table>`
  )
}

/**
 * The HTML of tokens with some lines marked, counted from 1.
 *
 * As Rouge's line formatter does, a token of several lines becomes one of each
 * line, line ends stand outside of tokens, and the last line gets one.
 */
export function markLines(tokens: readonly Token[], marked: readonly number[]): string {
  const isMarked = new Set(marked)
  let html = ''
  tokenLines(tokens).forEach((line, index) => {
    const text = `${toHtml(line)}\n`
    html += isMarked.has(index + 1) ? `<span class="hll">${text}</span>` : text
  })
  return html
}

function tokenLines(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const token of tokens) {
    token.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)!.push({ class: token.class, text })
    })
  }
  if (lines.at(-1)!.length === 0) lines.pop()
  return lines
}
