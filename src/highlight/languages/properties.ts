/** Properties files (java.util.Properties), as far as Rouge reads them: a key without `=` or `:` is an error. */

import { goto, POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const properties: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/[#!].*\n?/, 'c'],
      [/([\w.-]{1,200})([ \t]*)([=:])/, ['py', '', 'p'], 'value'],
      [/[\w.-]+/, 'err'],
      [/\\\n/, 'se'],
    ],
    value: [
      [/\n/, '', POP],
      [/[ \t]+/, ''],
      [/\\[\s\S]/, 'se'],
      [/[^\\\s][^\\\n]*/, 's', goto('rest')],
    ],
    rest: [
      [/\n/, '', POP],
      [/\\[\s\S]/, 'se', goto('value')],
      [/[^\\\n]+/, 's'],
    ],
  },
})

export default properties
