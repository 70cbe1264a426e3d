/** HCL (its specification), the first version of which Rouge reads. */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { hclStates, type Memory, newMemory } from './shared/hcl.ts'

const hcl: Language = language<Memory>({
  memory: newMemory,
  states: {
    ...hclStates([[/[A-Za-z_$][\w$]*/, words('nx', { kc: 'true false null' })]], {
      block: /=/,
      list: /,/,
    }),
    double: [
      [/"/, 's2', POP],
      [/\\"/, 'se'],
      [/[^"\\]+/, 's2'],
    ],
    single: [
      [/'/, 's1', POP],
      [/\\'/, 'se'],
      [/[^'\\]+/, 's1'],
    ],
  },
})

export default hcl
