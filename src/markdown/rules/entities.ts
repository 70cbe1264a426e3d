/** `&name;` and `&#123;` in text. */

import { setMeta } from '../block-state.ts'
import { entityByCode, entityByName } from '../entities.ts'
import type { InlineState } from '../inline-state.ts'
import { matchAt } from '../text.ts'

const ENTITY = /&(?:([\p{L}_:][\p{L}\p{M}\p{Nd}_:.-]*)|#(\d+)|#x([0-9a-fA-F]+));/uy

export function entity(state: InlineState): boolean {
  if (state.src[state.pos] !== '&') return false
  const match = matchAt(ENTITY, state.src, state.pos)
  if (!match) return false
  const [all, name, decimal, hexadecimal] = match
  const found =
    name === undefined
      ? entityByCode(decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16))
      : entityByName(name)

  if (found) {
    const token = state.push('entity', '', 0)
    token.markup = all
    setMeta(token, 'entity', found)
    state.pos += all.length
  } else {
    const token = state.push('entity', '', 0) // the ampersand alone; the rest is text
    token.markup = '&amp;'
    token.info = 'amp'
    state.pos++
    state.takeText(all.length - 1)
  }
  return true
}
