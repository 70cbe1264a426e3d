/** INI files: sections, names, values to the end of the line. */

import { POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const ini: Language = language({
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, ''],
      [/[;#].*\n/, 'c'],
      [/\[[^\]\n]{0,200}\]/, 'nn'],
      [/([\w.-]+)([ \t]*)(=)/, ['py', '', 'p'], 'value'],
      [/[\w.-]+/, 'err'],
    ],
    value: [
      [/\n/, '', POP],
      [/[ \t\n\r\f\v]+/, ''],
      [/\\[\s\S]/, 'se'],
      [/"/, 's', 'string'],
      [/[^"\\\n]+/, 's'],
    ],
    string: [
      [/"/, 's', POP],
      [/\\[\s\S]/, 'se'],
      [/[^"\\]+/, 's'],
    ],
  },
})

export default ini
