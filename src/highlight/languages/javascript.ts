/** JavaScript (ECMA-262). */

import { type Language, language } from '../lexer.ts'
import { ecmascriptStates } from './shared/ecmascript.ts'
import { JAVASCRIPT_WORDS } from './shared/ecmascript-words.ts'

const javascript: Language = language({
  states: ecmascriptStates({ words: JAVASCRIPT_WORDS, labelEnd: ':' }),
})

export default javascript
