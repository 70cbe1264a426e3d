/** JavaScript with JSX elements in it. */

import { type Language, language } from '../lexer.ts'
import { ecmascriptStates } from './shared/ecmascript.ts'
import { JAVASCRIPT_WORDS } from './shared/ecmascript-words.ts'
import { JSX_ELEMENT, JSX_STATES } from './shared/jsx.ts'

const jsx: Language = language({
  states: ecmascriptStates({
    words: JAVASCRIPT_WORDS,
    labelEnd: ':',
    expression: [JSX_ELEMENT],
    states: JSX_STATES,
  }),
})

export default jsx
