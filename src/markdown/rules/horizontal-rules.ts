/** Horizontal rules: three or more of `*`, `-` or `_`. */

import type { BlockState } from '../block-state.ts'
import { RULE } from './starts.ts'

export function horizontalRule(state: BlockState): boolean {
  if (!state.match(RULE)) return false
  state.line++
  state.map(state.push('hr', 'hr', 0), state.line - 1)
  return true
}
