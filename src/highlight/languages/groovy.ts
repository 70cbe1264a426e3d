/** Groovy. */

import type { Language } from '../lexer.ts'
import { groovyLanguage } from './shared/groovy.ts'

const groovy: Language = groovyLanguage('', '')

export default groovy
