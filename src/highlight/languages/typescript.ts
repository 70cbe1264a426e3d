/** TypeScript. */

import { type Language, language } from '../lexer.ts'
import { ecmascriptStates } from './shared/ecmascript.ts'
import { TYPESCRIPT_WORDS } from './shared/ecmascript-words.ts'

const typescript: Language = language({
  states: ecmascriptStates({ words: TYPESCRIPT_WORDS, labelEnd: '\\??:' }),
})

export default typescript
