/** Puppet (its language reference). A slash begins a pattern behind few signs only. */

import { ifAhead, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('n', {
  k: 'case class default define else elsif if import inherits node unless',
  kc: 'true false undef',
  ow: 'and or in',
})

const variable: Step = [/\$(?:::)?\w+(?:::\w+)*/, 'nv']

const puppet: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/#/, ifAhead('\n', 'c'), 'comment'],
      [/(?:before|require|notify|subscribe)(?=\s*[=+]>)/, 'kp'],
      [/[a-z]\w*(?=\s*[=+]>)/, 'py'],
      [/(class|include)(\s*)((?:::)?[a-z]\w*(?:::\w+)*)/, ['k', '', 'nc']],
      [/node\b/, 'k', 'operand'],
      [/[A-Za-z]\w*(?:::\w+)*(?=\s*\()/, 'nf'],
      [/[a-z]\w*(?:::\w+)*/, NAMES],
      [/[A-Z]\w*/, 'nc'],
      variable,
      [/\d+(?:\.\d+)?/, 'm'],
      [/"/, 's2', 'string'],
      [/'/, 's1', 'single'],
      [/[=!]~/, 'o', 'operand'],
      [/[{,]/, 'p', 'operand'],
      [/[=~+-]>|<[-|]|\|>|::|[()[\]}:;|]/, 'p'],
      [/>=|[-+*/=<>!.]/, 'o'],
    ],
    comment: [[/.*\n/, 'c', POP]],
    operand: [
      [/\s+/, ''],
      [/\//, 'sr', 'pattern'],
      [/(?:)/, '', POP],
    ],
    pattern: [
      [/\//, 'sr', POP],
      [/\\./, 'se'],
      [/\[/, 'si', 'set'],
      [/[(){}]/, 'si'],
      [/[^/\\()[\]{}\n]+/, 'sr'],
    ],
    set: [
      [/\]/, 'si', POP],
      [/\\./, 'se'],
      [/-(?!\])/, 'si'],
      [/[^-\]\\\n]+|-/, 'sr'],
    ],
    string: [[/"/, 's2', POP], [/\\./, 'se'], [/\$\{[\w:]+\}/, 'nv'], variable, [/[^"\\$]+/, 's2']],
    single: [
      [/'/, 's1', POP],
      [/[^'\\]+|\\[\s\S]?/, 's1'],
    ],
  },
})

export default puppet
