/** systemd's units (systemd.syntax). */

import { goto, POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const systemd: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/[#;].*/, 'c'],
      [/\[.*\]$/, 'k'],
      [/=/, 'p', 'value'],
      [/(?=[^\n=]+=)/, '', 'setting'],
      [/(?:)/, '', 'wrong'],
    ],
    setting: [
      [/[^\n=]+/, 'nt'],
      [/(=)([^\n\\]*)(\\\n)/, ['p', '', 'se'], goto('continuation')],
      [/=/, 'p', goto('value')],
    ],
    value: [[/.*\n?/, '', POP]],
    wrong: [
      [/\n/, '', POP],
      [/[ \t]+/, ''],
      [/[#;].*/, 'c'],
      [/[^\s#;]+/, 'err'],
    ],
    // Rouge finds the end of what goes on in the next lines at few places only.
    continuation: [
      [/(.*)(\\\n)/, ['', 'se']],
      [/.*'/, '', POP],
      [/.+\n?|\n/, 'err'],
    ],
  },
})

export default systemd
