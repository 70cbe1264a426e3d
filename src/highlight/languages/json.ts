/**
 * JSON (RFC 8259). White space is a token, a name is a label, comments are errors,
 * and so is a comma behind the end, as in a snippet cut out of a longer text.
 */

import { POP, type Step } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const values: readonly Step[] = [
  [/[ \t\n\r\f\v]+/, 'w'],
  [/\{/, 'p', 'object'],
  [/\[/, 'p', 'array'],
  [/true|false|null/, 'kc'],
  [/-?\d+\.\d+(?:[eE][-+]?\d+)?/, 'mf'],
  [/-?\d+(?:[eE][-+]?\d+)?/, 'mi'],
  [/"/, 's2', 'string'],
]

const name: Step = [/("(?:[^"\\\n]|\\.)*")([ \t\n\r\f\v]*)(:)/, ['nl', 'w', 'p']]

const json: Language = language({
  states: {
    root: [name, ...values, [/[}\]]/, 'p']],
    object: [[/\}/, 'p', POP], [/,/, 'p'], name, ...values],
    array: [[/\]/, 'p', POP], [/,/, 'p'], ...values],
    string: [
      [/[^"\\]+/, 's2'],
      [/\\./, 'se'],
      [/"/, 's2', POP],
    ],
  },
})

export default json
