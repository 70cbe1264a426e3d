/** C++. */

import { newMemory } from '../c-states.ts'
import { type Language, language } from '../lexer.ts'
import { cppStates } from './shared/cpp.ts'

const cpp: Language = language({ memory: newMemory, states: cppStates('', '') })

export default cpp
