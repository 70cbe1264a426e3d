/**
 * The figure that the `highlight` tag of Liquid writes.
 */

import { escapeHtml } from '../util/xml.ts'
import { highlight } from './highlight.ts'
import { lineTable } from './lines.ts'
import { escapeText } from './tokens.ts'

export interface FigureOptions {
  readonly lineNumbers?: boolean
  /** False for `highlighter: none`: the code is only escaped. */
  readonly colours?: boolean
}

const TABLE = { gutterClass: 'gutter', codeClass: 'code' }

/**
 * `body` as the tag encloses it: line ends around it are cut off. The language
 * may be written in any case, and one that nobody knows is shown without tokens.
 */
export function highlightFigure(
  body: string,
  language: string,
  options: FigureOptions = {},
): string {
  const name = language.toLowerCase()
  const code = trimLineEnds(body)
  return (
    `<figure class="highlight"><pre><code class="language-${name.replaceAll('+', '-')}"` +
    ` data-lang="${name}">${inside(code, name, options)}</code></pre></figure>`
  )
}

function inside(code: string, name: string, { lineNumbers, colours }: FigureOptions): string {
  if (colours === false) return escapeHtml(code)
  if (!lineNumbers) return highlight(code, name) ?? escapeText(code)
  return highlight(code, name, { lineNumbers: TABLE }) ?? lineTable(escapeText(code), code, TABLE)
}

function trimLineEnds(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isLineEnd(text[start])) start++
  while (end > start && isLineEnd(text[end - 1])) end--
  return text.slice(start, end)
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}
