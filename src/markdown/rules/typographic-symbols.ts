/** Dashes, dots and guillemets. */

import type { InlineState } from '../inline-state.ts'

/** What stands there, the name of the symbol, and the entities it becomes. */
const SYMBOLS: readonly (readonly [text: string, name: string, entities: string])[] = [
  ['---', 'mdash', 'mdash'],
  ['--', 'ndash', 'ndash'],
  ['...', 'hellip', 'hellip'],
  ['<< ', 'laquo_space', 'laquo nbsp'],
  ['<<', 'laquo', 'laquo'],
  [' >>', 'raquo_space', 'nbsp raquo'],
  ['>>', 'raquo', 'raquo'],
]

export function typographicSymbol(state: InlineState): boolean {
  const { src, pos } = state
  if (state.options.gfmQuirks.has('no_auto_typographic') && state.options.gfm) return false
  if (src.startsWith('\\<<', pos) || src.startsWith('\\>>', pos)) {
    for (const _ of '<<') {
      const token = state.push('entity', '', 0)
      token.markup = src[pos + 1] === '<' ? '&lt;' : '&gt;'
      token.info = src[pos + 1] === '<' ? 'lt' : 'gt'
    }
    state.pos += 3
    return true
  }
  const symbol = SYMBOLS.find(([text]) => src.startsWith(text, pos))
  if (!symbol) return false
  const token = state.push('typographic_symbol', '', 0)
  token.markup = symbol[0]
  token.info = symbol[1]
  token.content = symbol[2]
  state.pos += symbol[0].length
  return true
}
