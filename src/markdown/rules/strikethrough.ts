/** `~~deleted~~`, GFM's. Its content is read on its own: nothing reaches out of it. */

import type { InlineState } from '../inline-state.ts'

const START = /~~(?=[^ \t\n\v\f\r~])/y
const END = /[^ \t\n\v\f\r~]~~/g

export function strikethrough(state: InlineState): boolean {
  const { src, pos } = state
  if (src[pos] !== '~' || !state.options.gfm) return false
  START.lastIndex = pos
  if (!START.test(src)) return false
  const end = state.find(END, pos + 2)
  if (end === -1) return false

  const open = state.push('s_open', 'del', 1)
  open.markup = '~~'
  for (const token of readApart(state, src.slice(pos + 2, end + 1))) {
    token.level += state.level
    state.tokens.push(token)
  }
  state.push('s_close', 'del', -1).markup = '~~'
  state.pos = end + 3
  return true
}

function readApart(state: InlineState, text: string) {
  const tokens: InlineState['tokens'] = []
  state.md.inline.parse(text, state.md, state.env, tokens)
  return tokens
}
