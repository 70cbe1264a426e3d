/** INI files: sections, names, values to the end of the line. */

import { ifAhead, POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const ini: Language = language({
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, ''],
      [/[;#]/, ifAhead('\n', 'c'), 'comment'],
      [/\[[^\]\n]{0,200}\]/, 'nn'],
      [/([\w.-]+)([ \t]*)(=)/, ['py', '', 'p'], 'value'],
      [/[\w.-]+/, 'err'],
    ],
    comment: [
      [/.+/, 'c'],
      [/\n/, 'c', POP],
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
