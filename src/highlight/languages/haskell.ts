/** Haskell 2010 with the extensions that change how a text is cut. */

import { goto, POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const WORDS = words('n', {
  kr: `case class data default deriving do else if in infix infixl infixr instance let newtype of
    then type where _`,
})

const haskell: Language = language({
  states: {
    root: [
      'blank',
      [/import\b(?!')/, 'kr', 'import'],
      [/module\b(?!')/, 'kr', 'module'],
      [/'(?=\\)/, 'sc', 'character'],
      [/'[^\\'\n]'/, 'sc'],
      [/'(?![\w'])/, 'n'],
      [/'?[A-Z][\w']*/, 'kt'],
      [/'{0,2}[a-z_][\w']*/, WORDS],
      [/0[xX][\da-fA-F]+/, 'mh'],
      [/0[oO][0-7]+/, 'mo'],
      [/\d+\.\d+(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+/, 'mf'],
      [/\d+/, 'mi'],
      [/"/, 's', 'string'],
      [/\(\)/, 'nb'],
      [/\[\]/, 'kt'],
      [/(\[)(\w+)(\|)/, ['o', 'n', 'o'], 'quotation'],
      'operators',
      [/[()[\]{},;`]/, 'p'],
    ],
    blank: [
      [/\s+/, ''],
      [/(?<![^\n])--[ \t]+\|.*/, 'cd'],
      [/--+(?![-:!#$%&*+.\\/<=>?@^|~]).*/, 'c1'],
      [/\{-#/, 'cp', 'pragma'],
      [/\{-\s*\|/, 'cd', 'documentation'],
      [/\{-/, 'cm', 'comment'],
    ],
    operators: [
      [/\\(?![-:!#$%&*+.\\/<=>?@^|~])/, 'nf'],
      [/[-:!#$%&*+.\\/<=>?@^|~]+/, 'o'],
    ],
    pragma: [
      [/[^#]+/, 'cp'],
      [/#-\}/, 'cp', POP],
      [/#/, 'cp'],
    ],
    comment: [
      [/[^-{]+/, 'cm'],
      [/\{-/, 'cm', 'comment'],
      [/-\}/, 'cm', POP],
      [/[-{]/, 'cm'],
    ],
    documentation: [
      [/[^-{]+/, 'cd'],
      [/\{-/, 'cd', 'documentation'],
      [/-\}/, 'cd', POP],
      [/[-{]/, 'cd'],
    ],
    quotation: [
      [/[^|]+/, ''],
      [/\|\]/, 'o', POP],
      [/\|/, ''],
    ],

    import: [
      [/\s+/, ''],
      [/"/, 's', 'string'],
      [/qualified\b/, 'k'],
      [/([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][\w.]*)/, ['nn', '', 'k', '', 'n'], POP],
      [/([A-Z][\w.]*)(\s+)(hiding)(\s+)(\()/, ['nn', '', 'k', '', 'p'], goto('names')],
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], goto('names')],
      [/[\w.]+/, 'nn', POP],
    ],
    module: [
      'blank',
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], goto('names')],
      [/[A-Z][\w.]*/, 'nn', POP],
    ],
    names: [
      'blank',
      [/[A-Z][\w']*/, 'kt'],
      [/[a-z_][\w']*/, 'nf'],
      [/,/, 'p'],
      'operators',
      [/\(/, 'p', 'names'],
      [/\)/, 'p', POP],
    ],

    string: [[/[^"\\]+/, 's'], [/"/, 's', POP], 'escape', [/\\/, 's']],
    character: [[/[^'\\\n]+/, 'sc'], [/'/, 'sc', POP], 'escape', [/(?=[\s\S])/, '', POP]],
    escape: [
      [
        /\\(?:[abfnrtv"'&\\]|\d+|x[\da-fA-F]+|o[0-7]+|\^[A-Z@[\]^_\\]|[A-Z][A-Z\d]{1,2}|\s+\\)/,
        'se',
      ],
    ],
  },
})

export default haskell
