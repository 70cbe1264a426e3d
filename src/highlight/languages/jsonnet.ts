/** Jsonnet (its specification and standard library). */

import { POP, slashComments, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('nx', {
  k: `assert else error for if import importstr in local self super tailstrict then`,
  kc: 'true false null',
  kd: 'function',
  nb: `abs acos asin assertEqual atan ceil char codepoint cos escapeStringBash escapeStringDollars
    escapeStringJson escapeStringPython exp exponent filter filterMap flattenArrays floor foldl
    foldr force format join length lines log makeArray manifestIni manifestPython
    manifestPythonVars mantissa map max min mod objectFields objectHas pow range set setDiff
    setInter setMember setUnion sin sort split sqrt stringChars substr tan thisFile toString
    type uniq`,
})

const jsonnet: Language = language({
  states: {
    ...slashComments(),
    root: [
      [/\s+/, ''],
      'comments',
      [/#.*/, 'c1'],
      [/-?\d+\.\d+/, 'mf'],
      [/-?\d+/, 'mi'],
      [/\$/, 'k'],
      [/[A-Za-z_]\w*/, NAMES],
      [/"/, 's', 'double'],
      [/'/, 's', 'single'],
      [/\|\|\|/, 's', 'text'],
      [/[%()+,.:;=[\]{}]/, 'p'],
    ],
    double: [
      [/"/, 's', POP],
      [/\\(?:u[\da-fA-F]{4}|.)/, 'se'],
      [/[^"\\]+|\\/, 's'],
    ],
    single: [
      [/'/, 's', POP],
      [/\\(?:u[\da-fA-F]{4}|.)/, 'se'],
      [/[^'\\]+|\\/, 's'],
    ],
    text: [
      [/^\s*\|\|\|/, 's', POP],
      [/[^|\n]+|[|\n]/, 's'],
    ],
  },
})

export default jsonnet
