/** TypeScript with JSX elements in it. */

import { POP, type Rule } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { ecmascriptStates } from './shared/ecmascript.ts'
import { TYPESCRIPT_WORDS } from './shared/ecmascript-words.ts'
import { JSX_ELEMENT, JSX_STATES } from './shared/jsx.ts'

/** A comma tells type parameters from an element. */
const TYPE_PARAMETERS: Rule = [/<(?=\s*\w+\s*,)/, 'p', POP]

const tsx: Language = language({
  states: ecmascriptStates({
    words: TYPESCRIPT_WORDS,
    labelEnd: '\\??:',
    expression: [TYPE_PARAMETERS, JSX_ELEMENT],
    states: JSX_STATES,
  }),
})

export default tsx
