/** C (C17, with the words of its compilers). */

import { C_KEYWORDS, C_NUMBERS, C_RESERVED, C_TYPES, cStates, newMemory } from '../c-states.ts'
import { words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const c: Language = language({
  memory: newMemory,
  states: cStates({
    own: [],
    words: words('n', {
      k: C_KEYWORDS,
      kt: C_TYPES,
      kr: `${C_RESERVED} restrict typename`,
      nb: 'NULL false true',
    }),
    numbers: C_NUMBERS,
    nested: true,
  }),
})

export default c
