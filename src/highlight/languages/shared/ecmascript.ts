/**
 * What JavaScript, TypeScript and their JSX dialects have in common.
 *
 * Whether `/` begins a regular expression and `{` an object depends on what
 * stands before, so an operator, an opening bracket or a keyword enters
 * `expression` and the end of a statement enters `statement`; whatever fits in
 * neither leaves them again. A block has no state of its own: only objects and
 * the parts in templates end at their brace.
 */

import { goto, POP, pop, push, type Rule, type Run, type Step, wordMap } from '../../grammar.ts'
import type { TokenClass } from '../../tokens.ts'

type Classes = Readonly<Partial<Record<TokenClass, string>>>
type States = Readonly<Record<string, readonly Step[]>>

export const NAME = '[\\p{L}\\p{Nl}$_][\\p{L}\\p{Nl}\\p{M}\\p{Nd}\\p{Pc}]*'

/** Words of these classes want an expression behind them. */
const BEFORE_EXPRESSION: ReadonlySet<TokenClass> = new Set(['k', 'kd'])

export interface Dialect {
  readonly words: Classes
  /** What may stand between a label's name and its end: a pattern. */
  readonly labelEnd: string
  /** Rules that are tried first where an expression may begin. */
  readonly expression?: readonly Rule[]
  readonly states?: States
}

export function ecmascriptStates({ words, labelEnd, expression = [], states }: Dialect): States {
  const classes = wordMap(words)
  const label = (end: string) => new RegExp(`(${NAME})([ \\t\\n\\r\\f\\v]*)(${end})`, 'u')
  const word = (run: Run, [text]: readonly string[]): void => {
    const name = classes.get(text!) ?? 'nx'
    run.token(name, text!)
    if (BEFORE_EXPRESSION.has(name)) run.go('expression')
  }
  return {
    root: [[/(?<![\s\S])#![^\n]*\n?/, 'cp'], 'code'],
    blank: [
      [/[ \t\n\r\f\v]+/, ''],
      [/\/\/[^\n]*/, 'c1'],
      [/\/\*[\s\S]*?(?:\*\/|(?![\s\S]))/, 'cm'],
      [/<!--/, 'c'],
    ],
    code: [
      'blank',
      [new RegExp(NAME, 'u'), word],
      [/\{/, 'p', 'statement'],
      [/\}/, 'p', 'statement'],
      'tokens',
    ],
    tokens: [
      [/\?\?=?/, 'o', 'expression'],
      [/\?\.|\.\.\.|[.)\]:]/, 'p'],
      [/[([,]/, 'p', 'expression'],
      [/;/, 'p', 'statement'],
      [/\?/, 'p', push('ternary', 'expression')],
      [/[-+*%<>=!&|^~]+|\/=?/, 'o', 'expression'],
      'literals',
      [/(@)(\w*)/, ['p', 'nd'], 'expression'],
    ],
    literals: [
      [/0[xX][\da-fA-F]+/, 'mh'],
      [/0[bB][01]+/, 'mb'],
      [/0[oO][0-7]+/, 'mo'],
      [/\d+\.\d+(?:[eE]\d+)?/, 'mf'],
      [/\d+/, 'mi'],
      [/"/, 'dl', 'double'],
      [/'/, 'dl', 'single'],
      [/`/, 's2', 'template'],
    ],
    expression: [
      'blank',
      ...expression,
      [/\/(?!=)/, 'sr', goto('regex')],
      [/\{/, 'p', goto('object')],
      [/(?:)/, '', POP],
    ],
    statement: [
      'blank',
      [label(labelEnd), ['nl', '', 'p'], goto('expression')],
      [/(?:)/, '', goto('expression')],
    ],
    object: [
      'blank',
      [label(':'), ['na', '', 'p'], 'expression'],
      [/\{/, 'p', 'object'],
      [/\}/, 'p', goto('statement')],
      [/:/, 'p', 'expression'],
      'code',
    ],
    ternary: [[/:/, 'p', goto('expression')], 'code'],
    double: [
      [/[^"\\]+/, 's2'],
      [/"/, 'dl', POP],
      [/\\[\\nrt"]?/, 'se'],
    ],
    single: [
      [/[^'\\]+/, 's1'],
      [/'/, 'dl', POP],
      [/\\[\\nrt']?/, 'se'],
    ],
    template: [
      [/[^`\\$]+/, 's2'],
      [/`/, 's2', POP],
      [/\\[`$]/, 'se'],
      [/\$\{/, 'p', 'part'],
      [/[\\$]/, 's2'],
    ],
    part: [[/\}/, 'p', POP], 'code'],
    ...PATTERN_STATES,
    ...states,
  }
}

/** The inside of a regular expression, from behind its first slash. */
export const PATTERN_STATES: States = {
  regex: [
    [/\/[gimuy]*/, 'sr', POP],
    [/\\./, 'se'],
    [/\(\?[:=!<]|[()?]/, 'se'],
    [/\[\^?/, 'se', 'characters'],
    [/\{\d+(?:,\d*)?\}/, 'se'],
    [/(?:\{|[^\n\\/()?[{]+)(?!\n)/, 'sr'],
    [/\n/, 'err', POP],
  ],
  characters: [
    [/\]/, 'se', POP],
    [/\\.|\//, 'se'],
    [/[^\n\\/\]]+(?!\n)/, 'sr'],
    [/\n/, 'err', pop(2)],
  ],
}
