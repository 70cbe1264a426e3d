/** Kotlin (the Kotlin language specification): most signs are punctuation, a capital makes a class. */

import { ifAhead, ifListed, POP, type Step } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const KEYWORDS = ifListed({
  k: `abstract annotation as break by catch class companion const constructor continue crossinline
    do dynamic else enum external false final finally for fun get if import in infix inline inner
    interface internal is lateinit noinline null object open operator out override package private
    protected public reified return sealed set super suspend tailrec this throw true try typealias
    val var vararg when where while`,
})

const space: Step = [/[ \t\n\r\f\v]+/, '']

const kotlin: Language = language({
  states: {
    root: [
      space,
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/(package|import)([ \t]+)(\S+)/, ['k', '', 'nn']],
      [/(companion)([ \t\n\r\f\v]+)(object)\b/, ['k', '', 'k']],
      [/(data[ \t]+class|class|interface|object)(\s+)/, ['kd', ''], 'class'],
      [/(::)(class)\b/, ['o', 'k']],
      [/(?:val|var)\b(?=\s)/, 'kd', 'property'],
      [/(fun)([ \t]+)(interface)\b/, ['k', '', 'nf']],
      [/fun\b(?=\s)/, 'k', 'function'],
      [/[a-z]+\b(?![`-])/, KEYWORDS],
      [/@[\p{L}_][\p{L}\p{N}_]*(?!:)\b|[\p{L}_][\p{L}\p{N}_]*@/u, 'nd'],
      [/(\p{Lu}[\p{L}\p{N}_`-]*)(<)/u, ['nc', 'p'], 'types'],
      [/\p{Lu}[\p{L}\p{N}_`-]*/u, 'nc'],
      [/(?:`?[\p{L}_])[\p{L}\p{N}_`-]*(?=\s*[({])/u, 'nf'],
      [/(?:`?[\p{L}_])[\p{L}\p{N}_`-]*/u, 'n'],
      [/"""/, ifAhead('"""', 's'), 'text'],
      [/"/, 's', 'string'],
      [/'(?:\\.|[^\\\n])'/, 'sc'],
      [/0[xX][\da-fA-F_]+L?/, 'mh'],
      [/0[bB][01_]+L?/, 'mb'],
      [
        /(?:\d[\d_]*)?\.\d[\d_]*(?:[eE][-+]?\d[\d_]*)?[fF]?|\d[\d_]*[eE][-+]?\d[\d_]*[fF]?|\d[\d_]*[fF]/,
        'mf',
      ],
      [/\d[\d_]*[uU]?L?/, 'mi'],
      [/\.\.|\?\.|!!|::|\?:/, 'o'],
      [/[-~!%^&*()+=|[\]:;,.<>{}?]|\//, 'p'],
    ],
    class: [[/`?[\p{L}_][\p{L}\p{N}_`-]*/u, 'nc', POP]],
    types: [[/</, 'p', 'types'], [/>/, 'p', POP], [/\*/, 'err'], 'root'],
    property: [
      space,
      [/\(/, 'p', 'parts'],
      [/[\p{L}_`][\p{L}\p{N}_`-]*/u, 'py', POP],
      [/</, 'p', 'parameters'],
    ],
    parts: [
      space,
      [/,/, 'p'],
      [/[\p{L}_`][\p{L}\p{N}_`-]*/u, 'py'],
      [/\)/, 'p', { pop: 2, push: [] }],
    ],
    function: [
      space,
      [/</, 'p', 'parameters'],
      [/(\p{Lu}[\p{L}\p{N}_]*)(\.)/u, ['nc', 'p']],
      [/[\p{L}_`][\p{L}\p{N}_`-]*/u, 'nf', POP],
    ],
    parameters: [[/</, 'p', 'parameters'], [/>/, 'p', POP], 'root'],
    string: [
      [/["\n]/, 's', POP],
      [/[^"\\\n]+|\\.?/, 's'],
    ],
    text: [
      [/"""/, 's', POP],
      [/[^"]+|"/, 's'],
    ],
    comment: [
      [/[^*/]+|\/(?!\*)|\*(?!\/)/, 'cm'],
      [/\/\*/, 'cm', 'comment'],
      [/\*\//, 'cm', POP],
    ],
  },
})

export default kotlin
