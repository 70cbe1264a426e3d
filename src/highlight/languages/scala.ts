/**
 * Scala (the Scala Language Specification, version 2).
 *
 * After a colon come types. A name at a line's end leads out of them, and so do a
 * comma or an arrow; where nothing does, as behind the colon that Scala 3 opens a
 * body with, they go on.
 */

import { type Action, goto, ifAhead, POP, type Step, wordMap } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const WORDS = wordMap({
  k: `abstract case catch class def do else extends final finally for forSome if implicit import
    lazy match new object override package private protected return sealed super this throw trait
    try type val var while with yield _`,
  kc: 'false null true',
})

const SIGNS = new Set(['=>', '=', '<-', '<:', '>:', '<%', '#', '@', '⇒', '←'])

/** What touches a keyword of signs makes it an operator. */
const sign: Action = (run, [text]) => {
  const next = run.text.charAt(run.position + text!.length)
  run.token(SIGNS.has(text!) && /^$|[\s\p{L}\p{N}_$-]/u.test(next) ? 'k' : 'o', text!)
}

/** A keyword, unless a dot makes it an object or a parenthesis a function. */
const keyword: Action = (run, [word]) => {
  const name = WORDS.get(word!)
  return name === undefined ? false : run.token(name, word!)
}

const SIGN = "[-!#%&*:?@\\\\^|+=<>~/`'⇒←→]"
const ID = `[\\p{L}_$](?:[\\p{L}\\p{N}$]|_(?!${SIGN}))*(?:_${SIGN}+)?`
const PATH = `${ID}(?:\\.${ID})*`

const WORDS_OF_TYPES: Step = [/type|forSome|<[%:]|>:|[#_⇒]/, 'k']
const TYPE: Step = [new RegExp(`\\.|${ID}|${SIGN}+`, 'u'), 'kt']

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
      [/def\b(?=\s)(?!\s*\()/, 'k', 'def'],
      [/(val)([ \t\n]+)([\p{L}_$][\p{L}\p{N}_$]*|`)/u, ['k', '', 'nv']],
      [/type\b(?=\s)/, 'k', 'type'],
      [/this(?![\p{L}\p{N}_$]|[ \t]*\()/u, 'k'],
      [/[\p{L}_$][\p{L}\p{N}_$]*(?=\n*\.[\p{L}_$])/u, 'nv'],
      [/[A-Z$_][A-Za-z$_][\w$]*/, 'nc'],
      [/[\p{L}_$][\p{L}\p{N}_$]*(?=[ \t\n]*\()/u, 'nf'],
      [/[\p{L}_$][\p{L}\p{N}$]*(?![\p{L}\p{N}_$])/u, keyword],
      [/[\p{L}_$](?:[\p{L}\p{N}$]|_(?![-!#%&*:?@\\^|+=<>~/]))*(?:_[-!#%&*:?@\\^|+=<>~/]+)?/u, 'n'],
      [/`[^`]+`/, 'n'],
      [/"""/, ifAhead('"""', 's'), 'text'],
      [/"/, ifAhead('"', 's'), 'string'],
      [/'(?:\\u[\da-fA-F]{4}|\\.|[^\\\n])'/, 'sc'],
      [/'[\p{L}_$][\p{L}\p{N}_$]*/u, 'ss'],
      [/(\.)([\p{L}_$][\p{L}\p{N}_$]*)/u, ['o', 'py']],
      [/0x[\da-fA-F]+/, 'mh'],
      [/\d+\.\d*(?:[eE][-+]?\d+)?[fFdD]?|\d+[fFdD]/, 'mf'],
      [/\d+L?/, 'mi'],
      [/:(?![!#%&*:?@\\^|+=<>~-])/, 'k', 'type'],
      [new RegExp(`${SIGN}+`), sign],
      [/\[/, 'o', 'parameters'],
      [/[(){}.;,'/`]/, 'o'],
    ],
    class: [
      space,
      [/\/\/.*/, 'c1', POP],
      [new RegExp(`(${ID})(\\s*)(\\[)`, 'u'), ['nc', '', 'o'], 'parameters'],
      [/[{(]/, 'o', POP],
      [new RegExp(`${ID}|${SIGN}+`, 'u'), 'nc', POP],
    ],
    def: [space, [new RegExp(`${ID}|${SIGN}+`, 'u'), 'nf', POP], [/(?:)/, '', POP]],
    type: [
      space,
      WORDS_OF_TYPES,
      [/\/\/.*/, 'c1', POP],
      [/=>|[=,);}]/, 'o', POP],
      [/[({]/, 'o', 'type'],
      [new RegExp(`(${PATH})(\\s*)(\\[)`, 'u'), ['kt', '', 'o'], goto('parameters')],
      [new RegExp(`${PATH}(?=\\s*$)`, 'mu'), 'kt', POP],
      TYPE,
    ],
    parameters: [
      [/[ \t\n\r\f\v,]+/, ''],
      [/[\])}]/, 'o', POP],
      [/[([{]/, 'o', 'parameters'],
      [/=>/, 'k'],
      WORDS_OF_TYPES,
      TYPE,
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
