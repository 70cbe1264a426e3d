/**
 * ActionScript 3 (its language reference).
 *
 * As in JavaScript, what stands before decides whether a slash begins a pattern
 * and a brace an object: `expression` is where either may.
 */

import { type Action, goto, ifAhead, POP, push, type Step, wordMap } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { PATTERN_STATES } from './shared/ecmascript.ts'

const WORDS = wordMap({
  k: `break case catch continue default delete do else finally for if in is new return switch this
    throw try typeof while with`,
  kc: 'Infinity NaN false null true undefined',
  kd: 'function var',
  kr: `class const dynamic extends final get implements import include interface internal namespace
    native override package private protected public set static super trace`,
  nb: `Class Function Math Object RegExp decodeURI decodeURIComponent encodeURI encodeURIComponent eval
    isFinite isNaN parseFloat parseInt void`,
})

/** A keyword wants an expression behind it. */
const word: Action = (run, [text]) => {
  const name = WORDS.get(text!) ?? 'nx'
  run.token(name, text!)
  if (name === 'k') run.go('expression')
}

const blank: readonly Step[] = [
  [/\s+/, ''],
  [/\/\/.*/, 'c1'],
  [/\/\*/, ifAhead('*/', 'cm'), 'comment'],
]

const actionscript: Language = language({
  states: {
    root: [[/(?:)/, '', goto('code')]],
    comment: [
      [/\*\//, 'cm', POP],
      [/[^*]+|\*/, 'cm'],
    ],
    code: [
      ...blank,
      [/[A-Za-z_$][\w$]*/, word],
      [/\.\.\.|[.)\]}]/, 'p'],
      [/\?/, 'p', push('ternary', 'expression')],
      [/[{([,]/, 'p', 'expression'],
      [/-?\d+\.\d+/, 'mf'],
      [/0[xX][\da-fA-F]+/, 'mh'],
      [/-?\d+/, 'mi'],
      [/--|[+*/%&|^~!<>=;:]/, 'o', 'expression'],
      [/"(?=[^"]*")/, 's2', 'double'],
      [/'(?=[^']*')/, 's1', 'single'],
    ],
    expression: [
      ...blank,
      [/\/(?![/*=])/, 'sr', goto('regex')],
      [/\{/, 'p', goto('object')],
      [/(?:)/, '', POP],
    ],
    object: [
      [/\}/, 'p', POP],
      [/([A-Za-z_$][\w$]*)(\s*)(:)/, ['na', '', 'p'], 'expression'],
      [/:/, 'p', 'expression'],
      'code',
    ],
    ternary: [[/:/, 'p', goto('expression')], 'code'],
    ...PATTERN_STATES,
    double: [
      [/"/, 's2', POP],
      [/[^"\\]+|\\[\s\S]?/, 's2'],
    ],
    single: [
      [/'/, 's1', POP],
      [/[^'\\]+|\\[\s\S]?/, 's1'],
    ],
  },
})

export default actionscript
