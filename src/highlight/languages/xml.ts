/** XML. */

import { ifAhead, POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { MARKUP_STATES } from './shared/markup.ts'

const NAME = '[\\p{L}_][\\p{L}\\p{N}_.:-]*'

const xml: Language = language({
  states: {
    ...MARKUP_STATES,
    root: [
      [/[^<&]+/, ''],
      [/&[^\s;]{1,100};/, 'ni'],
      [/<!\[CDATA\[/, ifAhead(']]>', 'cp'), 'data'],
      [/<!--/, 'c', 'comment'],
      [/<\?/, ifAhead('?>', 'cp'), 'instruction'],
      [/<!/, ifAhead('>', 'cp'), 'declaration'],
      [new RegExp(`<\\s*${NAME}`, 'u'), 'nt', 'tag'],
      [new RegExp(`<\\s*/\\s*${NAME}\\s*>`, 'u'), 'nt'],
    ],
    declaration: [
      [/[^>]+/, 'cp'],
      [/>/, 'cp', POP],
    ],
    comment: [
      [/[^->]+/, 'c'],
      [/-->/, 'c', POP],
      [/[->]/, 'c'],
    ],
    tag: [
      [/\s+/, ''],
      [new RegExp(`${NAME}\\s*=`, 'u'), 'na', 'value'],
      [/\/?\s*>/, 'nt', POP],
    ],
    value: [
      [/\s+/, ''],
      [/"[^"]*"?|'[^']*'?/, 's', POP],
      [/[^\s>]+/, 's', POP],
      [/(?:)/, '', POP],
    ],
  },
})

export default xml
