/** Addresses between angle brackets. */

import type { InlineState } from '../inline-state.ts'
import { matchAt } from '../text.ts'

const ADDRESS =
  /<((?:https?|ftps?|mailto):[^\n>]+|[-.\p{Alphabetic}\p{Nd}_]+@[-.\p{Alphabetic}\p{Nd}_]+)>/uy
const END = /[>\n]/g

export function autolink(state: InlineState): boolean {
  if (state.src[state.pos] !== '<') return false
  const end = state.find(END, state.pos)
  if (state.src[end] !== '>') return false
  const match = matchAt(ADDRESS, state.src, state.pos)
  if (!match) return false
  const address = match[1]!
  const isMail = !/^(?:https?|ftps?|mailto):/.test(address)
  const open = state.push('link_open', 'a', 1)
  open.attrPush(['href', isMail ? `mailto:${address}` : address])
  open.markup = 'autolink'
  const text = state.push('text', '', 0)
  text.content = address.replace(/^mailto:/, '')
  state.push('link_close', 'a', -1)
  state.pos += match[0].length
  return true
}
