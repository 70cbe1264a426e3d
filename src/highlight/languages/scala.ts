/**
 * Scala (the Scala Language Specification, version 2).
 *
 * After a colon and in square brackets come types; a line's end, a comma or an
 * arrow leads out of them.
 */

import { type Action, goto, ifAhead, POP, push, type Step, wordMap } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const WORDS = wordMap({
  k: `abstract case catch class def do else extends final finally for forSome if implicit import
    lazy match new object override package private protected return sealed super this throw trait
    try type val var while with yield _`,
  kc: 'false null true',
})

const SIGNS = new Set(['=>', '=', '<-', '<:', '>:', '<%', '#', '@', '⇒', '←'])

const sign: Action = (run, [text]) => run.token(SIGNS.has(text!) ? 'k' : 'o', text!)

/** A keyword, unless a dot makes it an object or a parenthesis a function. */
const keyword: Action = (run, [word]) => {
  const name = WORDS.get(word!)
  return name === undefined ? false : run.token(name, word!)
}

const space: Step = [/[ \t\n\r\f\v]+/, '']

const comments: readonly Step[] = [
  [/\/\/.*/, 'c1'],
  [/\/\*/, 'cm', 'comment'],
]

const scala: Language = language({
  states: {
    root: [
      space,
      ...comments,
      [/@[\p{L}_$][\p{L}\p{N}_$]*/u, 'nd'],
      [/(import|package)([ \t]+)([\w.$]+)/, ['k', '', 'nn']],
      [/(?:class|trait|object)\b(?=\s)/, 'k', 'class'],
      [/def\b(?=\s)/, 'k', 'def'],
      [/(val)([ \t\n]+)([\p{L}_$][\p{L}\p{N}_$]*|`)/u, ['k', '', 'nv']],
      [/type\b(?=\s)/, 'k', 'type'],
      [/(?:this|super)(?![\p{L}\p{N}_$]|[ \t]*\()/u, 'k'],
      [/[\p{L}_$][\p{L}\p{N}_$]*(?=(?:\n[ \t\n]*)?\.[\p{L}_$])/u, 'nv'],
      [/[A-Z$_][A-Za-z$_][\w$]*/, 'nc'],
      [/[\p{L}_$][\p{L}\p{N}_$]*(?=[ \t\n]*\()/u, 'nf'],
      [/[\p{L}_$][\p{L}\p{N}$]*(?![\p{L}\p{N}_$])/u, keyword],
      [/[\p{L}_$](?:[\p{L}\p{N}$]|_(?![-!#%&*:?@\\^|+=<>~/]))*(?:_[-!#%&*:?@\\^|+=<>~/]+)?/u, 'n'],
      [/`[^`\n]+`/, 'n'],
      [/"""/, ifAhead('"""', 's'), 'text'],
      [/"/, ifAhead('"', 's'), 'string'],
      [/'(?:\\u[\da-fA-F]{4}|\\.|[^\\\n])'/, 'sc'],
      [/'[\p{L}_$][\p{L}\p{N}_$]*/u, 'ss'],
      [/(\.)([\p{L}_$][\p{L}\p{N}_$]*)/u, ['o', 'py']],
      [/0x[\da-fA-F]+/, 'mh'],
      [/\d+\.\d*(?:[eE][-+]?\d+)?[fFdD]?|\d+[fFdD]/, 'mf'],
      [/\d+L?/, 'mi'],
      [/:(?![!#%&*:?@\\^|+=<>~-])/, 'k', 'type'],
      [/(?:[-!#%&*:?@\\^|+=<>~⇒←→]|\/(?![/*]))+/, sign],
      [/\[/, 'o', 'parameters'],
      [/[(){}\].;,'/]/, 'o'],
    ],
    class: [
      space,
      ...comments,
      [/([\p{L}_$][\p{L}\p{N}_$]*)(\[)/u, ['nc', 'o'], 'parameters'],
      [/[\p{L}_$][\p{L}\p{N}_$]*|[-!#%&*:?@\\^|+=<>~/`]+/u, 'nc', POP],
      [/(?:)/, '', POP],
    ],
    def: [
      space,
      [
        /[\p{L}_$](?:[\p{L}\p{N}$]|_(?![-!#%&*:?@\\^|+=<>~/]))*(?:_[-!#%&*:?@\\^|+=<>~/]+)?|[-!#%&*:?@\\^|+=<>~/`]+/u,
        'nf',
        POP,
      ],
      [/(?:)/, '', POP],
    ],
    type: [
      [/[ \t\r\f\v]+/, ''],
      [/\n/, '', POP],
      ...comments,
      [/=>?|⇒/, 'o', POP],
      [/[,);}]/, 'o', POP],
      [/\{/, 'o', 'refinement'],
      [/\(/, 'o', goto('tuple')],
      [/\[/, 'o', goto('parameters')],
      'words of types',
    ],
    'words of types': [
      [/type\b/, 'k'],
      [/_(?![\p{L}\p{N}_])/u, 'k'],
      [/<:|>:|#/, 'k'],
      [/[\p{L}_$@+*:.|&?<>!~^%`"'\\/-][\p{L}\p{N}_$]*/u, 'kt'],
    ],
    refinement: [
      space,
      ...comments,
      [/\{/, 'o', 'refinement'],
      [/\}/, 'o', POP],
      [/[()[\],;=]/, 'o'],
      'words of types',
    ],
    tuple: [
      space,
      ...comments,
      [/\)/, 'o', POP],
      [/\(/, 'o', 'tuple'],
      [/\[/, 'o', 'parameters'],
      [/=>|⇒/, 'k'],
      [/[,=;{}]/, 'o'],
      'words of types',
    ],
    parameters: [
      [/[ \t\n\r\f\v,]+/, ''],
      ...comments,
      [/\]/, 'o', POP],
      [/\[/, 'o', push('parameters')],
      [/=>|⇒/, 'k'],
      [/[(){};=]/, 'o'],
      'words of types',
    ],
    text: [
      [/"""+/, 's', POP],
      [/[^"]+|"/, 's'],
    ],
    string: [
      [/[^"\\]+|\\[\s\S]/, 's'],
      [/"/, 's', POP],
    ],
    comment: [
      [/[^*/]+|\/(?!\*)|\*(?!\/)/, 'cm'],
      [/\/\*/, 'cm', 'comment'],
      [/\*\//, 'cm', POP],
    ],
  },
})

export default scala
