/** Go (The Go Programming Language Specification): names are plain, also those of functions. */

import { ifAhead, POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('n', {
  k: `break case chan const continue default defer else fallthrough for func go goto if import
    interface map package range return select struct switch type var`,
  kt: `bool byte complex128 complex64 error float32 float64 int int16 int32 int64 int8 rune string
    uint uint16 uint32 uint64 uint8 uintptr`,
  nb: 'append cap close complex copy delete imag len make new panic print println real recover',
  no: 'false iota nil true',
})

const go: Language = language({
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, ''],
      [/\/\/.*/, 'c'],
      [/\/\*/, ifAhead('*/', 'c'), 'comment'],
      [/[\p{L}_][\p{L}\p{N}_]*/u, NAMES],
      [/(?:\d+\.\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)i?/, 'm'],
      [/0[xX][\da-fA-F]+|\d+i?/, 'm'],
      [/"/, 's', 'string'],
      [/`[^`]*`?/, 's'],
      [
        /'(?:\\(?:[abfnrtv\\]|[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})|[^\n])'/u,
        'sc',
      ],
      [/[-+*%&|^<>=!:.]+|\//, 'o'],
      [/[()[\]{},;]+/, 'p'],
    ],
    comment: [
      [/[^*]+|\*+(?!\/)/, 'c'],
      [/\*\//, 'c', POP],
    ],
    string: [
      [/[^"\\]+/, 's'],
      [/"/, 's', POP],
      [/\\(?:[abfnrtv\\"']|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/, 'se'],
      [/\\[\s\S]?/, 'err'],
    ],
  },
})

export default go
