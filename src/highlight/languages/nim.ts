/** Nim (its manual). What begins with a sign that Rouge does not know is an error up to the end of the line. */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('n', {
  k: `addr as asm atomic bind block break case cast const continue converter defer discard distinct do
    elif else end enum except export finally for from func generic if import include interface
    iterator let macro method mixin nil object of out ptr raise ref return static template try
    tuple type using var when while with without yield proc`,
  kp: 'true false',
  kt: `array bool char float float32 float64 int int16 int32 int64 int8 range seq set string`,
  ow: `and div in is isnot mod not notin or shl shr xor`,
})

const nim: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/##.*/, 'sd'],
      [/#.*/, 'c'],
      [/proc\s(?!\s*[([\]])/, 'k', 'proc'],
      [/"""/, 's', 'text'],
      [/"/, 's', 'string'],
      [/[A-Za-z]\w*"(?:[^"\n]|"")*"/, 's'],
      [/'/, 'sc', 'character'],
      [/[A-Za-z]\w*/, NAMES],
      [/0[xX][\da-fA-F][\da-fA-F_]*/, 'mh'],
      [/0[oO][0-7][0-7_]*/, 'mo'],
      [/0[bB][01][01_]*/, 'm'],
      [/\d[\d_]*(?:\.(?!\.)[\d_]*(?:[eE][-+]?\d[\d_]*)?|[eE][-+]?\d[\d_]*)(?:'?[fF]\d+)?/, 'mf'],
      [/\d[\d_]*(?=\.\.)/, 'mf'],
      [/\d[\d_]*(?:'?[iIuU]\d*)?/, 'mi'],
      [/[[\]*=<>+\-/%@$~&|!?\\]/, 'o'],
      [/[(){}`:,;.^]/, 'p'],
      [/.+/, 'err'],
    ],
    proc: [[/`[^`\n]*`|[A-Za-z]\w*/, 'nf', POP]],
    string: [
      [/"/, 's', POP],
      [/\\(?:[\\abcefnlrtv"']|x[\da-fA-F]{2}|\d+)/, 'se'],
      [/\$(?:\d+|#|[A-Za-z]\w*)/, 'si'],
      [/[^"\\$\n]+|[\\$]/, 's'],
    ],
    text: [
      [/"""(?!")/, 's', POP],
      [/\$(?:\d+|#|[A-Za-z]\w*)/, 'si'],
      [/[^"$]+|["$]/, 's'],
    ],
    character: [
      [/'/, 'sc', POP],
      [/\\(?:[\\abcefnlrtv"']|x[\da-fA-F]{2}|\d+)/, 'se'],
      [/[^'\\\n]+|\\/, 'sc'],
    ],
  },
})

export default nim
