/** A backslash takes the meaning from the character behind it. */

import type { InlineState } from '../inline-state.ts'

const ESCAPABLE: ReadonlySet<string> = new Set('\\.*_+`<>()[]{}#!:|"\'$=-')

export function escaped(state: InlineState): boolean {
  if (state.src[state.pos] !== '\\') return false
  const next = state.src[state.pos + 1] ?? ''
  if (!ESCAPABLE.has(next) && !(next === '~' && state.options.gfm)) return false
  state.pos++
  return state.takeText(1)
}
