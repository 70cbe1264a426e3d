/**
 * The figure that the `highlight` tag of Liquid writes.
 */

import { escapeHtml } from '../util/xml.ts'
import { type Highlighter, ROUGE } from './highlighter.ts'
import { lineTable } from './lines.ts'
import { escapeText } from './tokens.ts'

export interface FigureOptions {
  readonly lineNumbers?: boolean
  /** Rouge's if left out; with `none` the code is only escaped. */
  readonly highlighter?: Highlighter | 'none'
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
    `<figure class="highlight"><pre${frame(options)}>` +
    `<code class="language-${name.replaceAll('+', '-')}"` +
    ` data-lang="${name}">${inside(code, name, options)}</code></pre></figure>`
  )
}

function frame({ highlighter = ROUGE }: FigureOptions): string {
  if (highlighter === 'none' || !highlighter.frame) return ''
  return ` class="${highlighter.frame.class}" style="${highlighter.frame.style}"`
}

function inside(
  code: string,
  name: string,
  { lineNumbers, highlighter = ROUGE }: FigureOptions,
): string {
  if (highlighter === 'none') return escapeHtml(code)
  const { highlight } = highlighter
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
