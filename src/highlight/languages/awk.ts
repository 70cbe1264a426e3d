/**
 * AWK. A slash begins a pattern where no value stands before it, also on the
 * line before; the beginning of a text counts as one.
 */

import { goto, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

/** A value may follow these words. */
const OPENERS = words('nx', {
  k: `break continue delete do else exit for getline if next nextfile print printf return while`,
  kd: 'function',
  kr: 'BEGIN END',
  o: 'in',
})

const VALUES = words('nx', {
  kc: `ARGC ARGV CONVFMT ENVIRON FILENAME FNR FS NF NR OFMT OFS ORS RS SUBSEP`,
  nb: `atan2 cos exp gsub index int length log match rand sin split sprintf sqrt srand sub substr
    system tolower toupper`,
})

const space: readonly Step[] = [
  [/\s+/, ''],
  [/#.*/, 'c1'],
]

const awk: Language = language({
  states: {
    root: [[/(?:)/, '', goto('value')]],
    open: [
      ...space,
      [/\/(?=(?:[^/\\\n]|\\.){1,500}\/)/, 'sr', goto('value', 'pattern')],
      'value-itself',
      'signs',
    ],
    value: [...space, 'value-itself', [/\/=?/, 'o', goto('open')], 'signs'],
    'value-itself': [
      [/"/, 's2', goto('value', 'string')],
      [/\$\w*/, 'nv', goto('value')],
      [/\d+\.\d+/, 'mf', goto('value')],
      [/\d+/, 'mi', goto('value')],
      [
        /[A-Za-z_]\w*/,
        (run, [word = '']) => {
          const name = OPENERS.words.get(word)
          run.token(name ?? VALUES.words.get(word) ?? 'nx', word)
          run.go(goto(name === undefined ? 'value' : 'open'))
        },
      ],
      [/[)\]]/, 'p', goto('value')],
    ],
    signs: [
      [/\+\+|--/, 'o'],
      [/[-+*%^]=?|\*\*=?|[=!<>]=|!~|[=!<>~|]{1,2}|&&/, 'o', goto('open')],
      [/[({[;,?:}.]/, 'p', goto('open')],
    ],
    string: [
      [/"/, 's2', POP],
      [/[^"\\]+|\\[\s\S]?/, 's2'],
    ],
    pattern: [
      [/\//, 'sr', POP],
      [/\\.|[?()\]]|\[\^?|\{[^}/\n]{0,20}\}/, 'se'],
      [/[^/\\\n?()[\]{]+|\{/, 'sr'],
      [/\n/, '', POP],
    ],
  },
})

export default awk
