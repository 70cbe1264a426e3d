/**
 * The table with line numbers at the left of the code.
 */

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
