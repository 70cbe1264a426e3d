/** Dart. An interpolation is one token, whatever is in it. */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import type { TokenClass } from '../tokens.ts'

const TYPES =
  'Comparable Function List Map Never Null Object Pattern Set String Symbol Type Uri bool double ' +
  'enum int num void'

const WORDS = words('n', {
  kt: TYPES,
  kd: `abstract async const covariant dynamic extends external factory final get implements
    late on operator required set static sync typedef var`,
  k: `as assert await break case catch continue default do else finally for if in is new rethrow
    return super switch this throw try while with yield`,
  kc: 'false null true',
})

/** What stands before a function's name: types and modifiers. */
const PARTS = /\.([A-Za-z_$][\w$]*)|[A-Za-z_$][\w$]*|\s+|[[\].]/g

function classOfPart(part: string): TokenClass {
  if (/^\s/.test(part)) return ''
  return /^[[\].]/.test(part) ? 'p' : 'n'
}

const dart: Language = language({
  states: {
    root: [
      [
        /^(\s*(?:[A-Za-z_$][\w$.[\]]*\s+){1,6}?)([A-Za-z_$][\w$]*)(\s*)(?=\()/,
        (run, [, before = '', name = '', space = '']) => {
          for (const [part, member] of before.matchAll(PARTS)) {
            if (member === undefined) run.token(WORDS.words.get(part) ?? classOfPart(part), part)
            else {
              run.token('o', '.')
              run.token('na', member)
            }
          }
          run.token('nf', name)
          run.token('', space)
        },
      ],
      'code',
    ],
    code: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*(?:[^*]|\*(?!\/))*\*\//, 'cm'],
      [/@[A-Za-z_$][\w$]*/, 'nd'],
      [/(?:class|mixin)\b/, 'kd', 'class'],
      [/(?:import|export|library|part of|part)\b/, 'kn', 'directive'],
      [/r"[^"]*"|r'[^']*'/, 'sx'],
      [/"""/, 's', 'double3'],
      [/'''/, 's', 'single3'],
      [/"/, 's', 'double'],
      [/'/, 's', 'single'],
      [/#[A-Za-z_$][\w$]*/, 'ss'],
      [
        /([A-Za-z_$][\w$]*):/,
        (run, [label = '', name = '']) => {
          if (WORDS.words.has(name)) return false
          run.token('nl', label)
        },
      ],
      [/([.])([A-Za-z_$][\w$]*)/, ['o', 'na']],
      [/[A-Za-z_$][\w$]*/, WORDS],
      [/0x[\da-fA-F]+/, 'mh'],
      [/\d+\.\d+(?:[eE][-+]?\d+)?/, 'mf'],
      [/\d+/, 'mi'],
      [/\?\?=?|[=!]=|[-+*/%&|^~]=|&&|\|\||~\/|[-+*/%&|^~?!:=]/, 'o'],
      [/[()[\]{};,.<>]/, 'p'],
    ],
    class: [
      [/\s+/, ''],
      [/[A-Za-z_]\w*/, 'nc', POP],
      [/(?=[\s\S])/, '', POP],
    ],
    directive: [[/;/, 'o', POP], [/(?:show|hide)\b/, 'kd'], [/deferred\b/, 'kn'], 'code'],
    inString: [
      [/\$[A-Za-z_]\w*|\$\{[^}]*\}/, 'si'],
      [/\\[nrt"'\\]/, 'se'],
    ],
    double: ['inString', [/[^"\\$]+/, 's'], [/"/, 's', POP]],
    single: ['inString', [/[^'\\$]+/, 's'], [/'/, 's', POP]],
    double3: ['inString', [/"""/, 's', POP], [/[^"\\$]+|"/, 's']],
    single3: ['inString', [/'''/, 's', POP], [/[^'\\$]+|'/, 's']],
  },
})

export default dart
