/** Block quotes. Every line belongs until a blank one, whatever it looks like. */

import type { BlockState } from '../block-state.ts'
import { endsLazyText, QUOTE } from './starts.ts'

export function blockquote(state: BlockState): boolean {
  if (!state.match(QUOTE) || state.isTooDeep()) return false
  const first = state.line
  state.line++
  while (!endsLazyText(state, state.line)) state.line++

  const open = state.map(state.push('blockquote_open', 'blockquote', 1), first)
  open.markup = '>'
  const lines = []
  for (let line = first; line < state.line; line++) {
    lines.push(state.lineAt(line).replace(/^ {0,3}> ?/, ''))
  }
  state.nest([{ text: lines.join(''), line: first }])
  state.push('blockquote_close', 'blockquote', -1)
  return true
}
