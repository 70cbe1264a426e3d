/** Blank lines: they part blocks, and each run of them is one line end in the output. */

import type { BlockState } from '../block-state.ts'

export function blankLine(state: BlockState): boolean {
  const first = state.line
  while (state.line < state.lineMax && state.isBlankLine(state.line)) state.line++
  if (state.line === first) return false

  if (state.last?.type === 'blank' && state.last.map) {
    state.last.map[1] = state.lineOffset + state.line
  } else {
    state.pushBlank(first, state.line)
  }
  return true
}
