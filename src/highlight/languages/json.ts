/** JSON (RFC 8259). White space is a token, a name is a label, and comments are errors. */

import { POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const json: Language = language({
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, 'w'],
      [/[{}[\],]+/, 'p'],
      [/true|false|null/, 'kc'],
      [/-?\d+\.\d+(?:[eE][-+]?\d+)?/, 'mf'],
      [/-?\d+(?:[eE][-+]?\d+)?/, 'mi'],
      [/("(?:[^"\\\n]|\\.)*")([ \t\n\r\f\v]*)(:)/, ['nl', 'w', 'p']],
      [/"/, 's2', 'string'],
    ],
    string: [
      [/[^"\\]+/, 's2'],
      [/\\./, 'se'],
      [/"/, 's2', POP],
    ],
  },
})

export default json
