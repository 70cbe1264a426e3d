/** Math between `$$`, as a block of its own or within text. */

import type { BlockState } from '../block-state.ts'
import type { InlineState } from '../inline-state.ts'
import { trim } from '../text.ts'
import { endsMathBlock } from './starts.ts'

const START = / {0,3}(\\?)\$\$/y

export function blockMath(state: BlockState): boolean {
  const start = state.match(START)
  if (!start || !state.hasBoundaryBefore()) return false
  const from = state.start + start[0].length
  const end = state.dollars.next(from)
  if (end === -1) return false
  if (start[1] !== '') {
    state.moveTo(from - 2) // the backslash only says that this is no block
    return false
  }
  if (!endsMathBlock(state, end + 2)) return false

  const first = state.line
  state.moveTo(end + 2)
  state.line++
  const token = state.map(state.push('math_block', '', 0), first)
  token.content = trim(state.src.slice(from, end))
  return true
}

export function inlineMath(state: InlineState): boolean {
  if (!state.src.startsWith('$$', state.pos)) return false
  const end = state.find('$$', state.pos + 2)
  if (end === -1) return false
  state.push('math_inline', '', 0).content = trim(state.src.slice(state.pos + 2, end))
  state.pos = end + 2
  return true
}
