/**
 * GFM's breaks: one backslash at the end of a line or, with `hard_wrap`, any line end.
 *
 * As in the original this comes late, and reaches neither footnotes nor what
 * stands inside HTML elements.
 */

import { documentOf } from '../document.ts'
import { type StateCore, Token } from '../markdown-it.ts'

export function gfmBreaks(state: StateCore): void {
  const { options } = documentOf(state.env)
  if (!options.gfm) return
  const end = options.hardWrap ? '\n' : '\\\n'
  let depth = 0
  for (const token of state.tokens) {
    if (token.type === 'html_open') depth++
    if (token.type === 'html_close') depth--
    if (token.type !== 'inline' || depth > 0 || !token.content.includes(end)) continue
    token.children = breakLines(token.children ?? [], end)
  }
}

/** To the original, deleted text is an HTML element too. */
const APART: ReadonlySet<string> = new Set([
  'html_span_open',
  'html_span_close',
  's_open',
  's_close',
])

function breakLines(children: readonly Token[], end: string): Token[] {
  let depth = 0
  return children.flatMap((child, index) => {
    if (APART.has(child.type)) depth += child.nesting
    return child.type === 'text' && depth === 0
      ? breakText(child, end, index === children.length - 1)
      : [child]
  })
}

/** At the very end of a block the backslash goes, but there is nothing to break. */
function breakText(text: Token, end: string, isLast: boolean): Token[] {
  const [first, ...rest] = text.content.split(end)
  const pieces = [piece(first!)]
  rest.forEach((line, index) => {
    const endsText = isLast && line === '' && index === rest.length - 1
    if (!endsText) pieces.push(new Token('hardbreak', 'br', 0))
    pieces.push(piece(`\n${line}`))
  })
  return pieces
}

function piece(content: string): Token {
  const token = new Token('text', '', 0)
  token.content = content
  return token
}
