/** Breaks: two spaces or two backslashes before a line end. Those of GFM come later. */

import type { InlineState } from '../inline-state.ts'

export function lineBreak(state: InlineState): boolean {
  const { src, pos, options } = state
  if (options.gfm && options.hardWrap) return false
  if (!src.startsWith('  \n', pos) && !src.startsWith('\\\\\n', pos)) return false
  state.push('hardbreak', 'br', 0)
  state.pos += 2
  return true
}
