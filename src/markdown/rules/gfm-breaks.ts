/**
 * GFM's break: one backslash at the end of a line.
 *
 * As in the original this comes late, and reaches neither footnotes nor what
 * stands inside HTML elements.
 */

import type { StateCore, Token } from '../markdown-it.ts'

export function gfmBreaks(state: StateCore): void {
  let depth = 0
  for (const token of state.tokens) {
    if (token.type === 'html_open') depth++
    if (token.type === 'html_close') depth--
    if (token.type !== 'inline' || depth > 0 || !token.content.includes('\\\n')) continue
    token.children = breakLines(state, token.children ?? [])
  }
}

function breakLines(state: StateCore, children: readonly Token[]): Token[] {
  let depth = 0
  return children.flatMap((child, index) => {
    if (child.type === 'html_span_open') depth++
    if (child.type === 'html_span_close') depth--
    return child.type === 'text' && depth === 0
      ? breakText(state, child, index === children.length - 1)
      : [child]
  })
}

/** At the very end of a block the backslash goes, but there is nothing to break. */
function breakText(state: StateCore, text: Token, isLast: boolean): Token[] {
  const [first, ...rest] = text.content.split('\\\n')
  const pieces = [piece(state, first!)]
  rest.forEach((line, index) => {
    const endsText = isLast && line === '' && index === rest.length - 1
    if (!endsText) pieces.push(new state.Token('hardbreak', 'br', 0))
    pieces.push(piece(state, `\n${line}`))
  })
  return pieces
}

function piece(state: StateCore, content: string): Token {
  const token = new state.Token('text', '', 0)
  token.content = content
  return token
}
