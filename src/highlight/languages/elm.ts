/** Elm (its guide and syntax). */

import { ifAhead, POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('n', {
  k: 'alias as case else exposing if import in let module of port then type',
})

const elm: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\{-/, 'cm', 'comment'],
      [/"""/, ifAhead('"""', 's'), 'text'],
      [/"/, 's', 'string'],
      [/'(?:\\.|[^'\\\n])'/u, 'sc'],
      [/[A-Z]\w*/, 'kt'],
      [/[a-z_]\w*/, NAMES],
      [/0x[\da-fA-F]+/, 'mh'],
      [/\d+(?:\.\d+(?:[eE][-+]?\d+)?|[eE][-+]?\d+)/, 'mf'],
      [/\d+/, 'mi'],
      [/::|[-+*/\\=<>|&^%!?@#$~.,]/, 'o'],
      [/[()[\]{}:;`]/, 'p'],
    ],
    comment: [
      [/-\}/, 'cm', POP],
      [/\{-/, 'cm', 'comment'],
      [/[^-{}]+|[-{}]/, 'cm'],
    ],
    text: [
      [/"""/, 's', POP],
      [/[^"]+|"/, 's'],
    ],
    string: [
      [/"/, 's2', POP],
      [/\\"/, 'se'],
      [/[^"\\]+/, 's2'],
    ],
  },
})

export default elm
