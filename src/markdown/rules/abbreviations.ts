/** Puts `<abbr>` around defined abbreviations wherever text is. */

import { listOf } from '../attributes.ts'
import { documentOf } from '../document.ts'
import { type StateCore, Token } from '../markdown-it.ts'
import { applyAll } from './attributes.ts'
import { footnoteTokens } from './core.ts'

export function abbreviations(state: StateCore): void {
  const document = documentOf(state.env)
  const { abbreviations: known } = document
  if (known.size === 0) return
  const texts = [...known.keys()].sort((a, b) => b.length - a.length)
  const alternatives = texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  const pattern = new RegExp(`(?<!\\w)(?:${alternatives.join('|')})(?!\\w)`, 'g')

  for (const tokens of [state.tokens, ...footnoteTokens(state)]) {
    for (const token of tokens) {
      if (!token.children) continue
      let raw = 0
      token.children = token.children.flatMap((child) => {
        if (raw > 0 ? child.type.startsWith('html_span_') : child.meta?.raw) raw += child.nesting
        return child.type === 'text' && raw === 0 ? split(child, pattern, state) : [child]
      })
      applyAll(token.children, document)
    }
  }
}

function split(text: Token, pattern: RegExp, state: StateCore): Token[] {
  const { abbreviations: known } = documentOf(state.env)
  const pieces: Token[] = []
  let from = 0
  for (const found of text.content.matchAll(pattern)) {
    const { title, marker } = known.get(found[0])!
    if (found.index > from) pieces.push(textToken(text.content.slice(from, found.index)))
    const open = new Token('abbr_open', 'abbr', 1)
    open.meta = { attributeList: listOf(marker) }
    open.info = title
    pieces.push(open, textToken(found[0]), new Token('abbr_close', 'abbr', -1))
    from = found.index + found[0].length
  }
  if (pieces.length === 0) return [text]
  if (from < text.content.length) pieces.push(textToken(text.content.slice(from)))
  return pieces
}

function textToken(content: string): Token {
  const token = new Token('text', '', 0)
  token.content = content
  return token
}
