/** `^` alone on a line ends a block and parts what would else join. */

import type { BlockState } from '../block-state.ts'
import { isEndMarker } from './starts.ts'

export function endMarker(state: BlockState): boolean {
  if (!isEndMarker(state, state.line)) return false
  state.pushMarker('end')
  state.line++
  return true
}
