/** `[^name]` in text. The numbers are given when all text is read. */

import type { InlineState } from '../inline-state.ts'
import { matchAt } from '../text.ts'

const MARKER = /\[\^(\w[\w-]*)\]/y

export function footnoteMarker(state: InlineState): boolean {
  const match = state.src[state.pos] === '[' ? matchAt(MARKER, state.src, state.pos) : null
  if (!match) return false
  if (!state.document.footnotes.has(match[1]!)) return state.takeText(match[0].length)
  state.push('footnote_ref', 'sup', 0).info = match[1]!
  state.pos += match[0].length
  return true
}
