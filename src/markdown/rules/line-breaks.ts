/** Breaks: two spaces or two backslashes before a line end. GFM's single backslash comes later. */

import type { InlineState } from '../inline-state.ts'

export function lineBreak(state: InlineState): boolean {
  const { src, pos, options } = state
  if (options.gfm && options.hardWrap) {
    if (src[pos] !== '\n' || pos + 1 >= state.posMax) return false
    state.push('hardbreak', 'br', 0)
    return state.takeText(1)
  }
  if (!src.startsWith('  \n', pos) && !src.startsWith('\\\\\n', pos)) return false
  if (pos + 3 >= state.posMax) return false
  state.push('hardbreak', 'br', 0)
  state.pos += 2
  return state.takeText(1)
}
