/** TOML (the specification, version 0.4 and what later ones share with it). */

import { POP, type Step } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const escapes: readonly Step[] = [
  [/\\(?:[bfnrt"\\/]|u[\da-fA-F]{4}|U[\da-fA-F]{8})/, 'se'],
  [/\\/, 'err'],
]

/** A quoted key, or anything up to the last `=` before a blank, also a bracket and within a string. */
const KEY = /"[^"\n]*"|'[^'\n]*'|\S{1,200}/u.source

const toml: Language = language({
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, ''],
      [/#.*/, 'c'],
      // Also a list without a blank is taken for the head of a table.
      [/\[\S{1,200}\]/, 'nn'],
      [/true|false/, 'kc'],
      [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, 'ld'],
      [/[-+]?(?:\d[\d_]*\.\d[\d_]*(?:[eE][-+]?\d+)?|\d[\d_]*[eE][-+]?\d+|inf|nan)/, 'mf'],
      [/0x[\da-fA-F][\da-fA-F_]*/, 'mh'],
      [/0o[0-7][0-7_]*/, 'mo'],
      [/0b[01][01_]*/, 'mb'],
      [/[-+]?\d[\d_]*/, 'mi'],
      [new RegExp(`(${KEY})([ \\t\\n]*)(=)([ \\t]*)(\\{)`, 'u'), ['nn', '', 'o', '', 'p'], 'table'],
      [new RegExp(`(${KEY})([ \\t\\n]*)(=)`, 'u'), ['py', '', 'p']],
      [/"""/, 's', 'text'],
      [/"/, 's', 'string'],
      [/'''/, 's', 'raw'],
      [/'[^'\n]*'/, 's'],
      [/\[/, 'p', 'list'],
      [/,/, 'p'],
    ],
    table: [[/\}/, 'p', POP], 'root'],
    list: [[/\]/, 'p', POP], 'root'],
    string: [[/"/, 's', POP], [/\n/, 'err', POP], [/[^"\\\n]+/, 's'], ...escapes],
    text: [[/"""/, 's', POP], [/[^"\\]+|"/, 's'], ...escapes],
    raw: [
      [/'''/, 's', POP],
      [/[^']+|'/, 's'],
    ],
  },
})

export default toml
