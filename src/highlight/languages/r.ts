/** R. White space is a token; a name of R's own counts as one only where it is called. */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

/** What R itself is made of (`builtins(TRUE)`), besides the operators. */
const PRIMITIVES = words('n', {
  nf: `Arg Conj Im Mod Re UseMethod abs acos acosh all any anyNA as.call as.character as.complex
    as.double as.environment as.integer as.logical as.null.default as.numeric as.raw asin asinh
    atan atanh attr attributes baseenv browser c call ceiling class cos cosh cospi cummax cummin
    cumprod cumsum digamma dim dimnames emptyenv exp expression floor forceAndCall gamma gc.time
    globalenv interactive invisible is.array is.atomic is.call is.character is.complex is.double
    is.environment is.expression is.finite is.function is.infinite is.integer is.language is.list
    is.logical is.matrix is.na is.name is.nan is.null is.numeric is.object is.pairlist is.raw
    is.recursive is.single is.symbol is_call is_character is_environment is_function is_list is_null is_symbol lazyLoadDBfetch length
    lgamma list log max min missing names nargs nzchar oldClass on.exit pos.to.env proc.time prod
    quote range rep retracemem return round seq.int seq_along seq_len sign signif sin sinh sinpi
    sqrt standardGeneric substitute sum switch tan tanh tanpi tracemem trigamma trunc unclass
    untracemem xtfrm`,
})

const WORDS = words('n', {
  k: 'break else for function if in next repeat while',
  kc: 'FALSE Inf NA NA_character_ NA_complex_ NA_integer_ NA_real_ NULL NaN TRUE',
  nb: 'F LETTERS T letters month.abb month.name pi',
})

const r: Language = language({
  states: {
    root: [
      [/\s+/, 'w'],
      [/#'.*/, 'cd'],
      [/#.*/, 'c1'],
      [/"/, 's2', 'double'],
      [/'/, 's1', 'single'],
      [/`/, 'n', 'backticks'],
      [/0[xX][\da-fA-F]+(?:\.[\da-fA-F]*)?(?:[pP][-+]?\d+)?[Li]?/, 'mh'],
      [/[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?[Li]?/, 'm'],
      [/%[^%\n]*%/, 'o'],
      [/<<?-(?!\d|\.\d)|->>?|:::?|:=|\|>|[<>=!]=|&&|\|\||\*\*|[-+*/^<>=!&|~?:$@]/, 'o'],
      [
        /[\p{L}.][\p{L}\d._]*(?=\()/u,
        (run, [word = '']) => {
          const keyword = WORDS.words.get(word)
          run.token(keyword ?? PRIMITIVES.words.get(word) ?? 'n', word)
        },
      ],
      [/[\p{L}.][\p{L}\d._]*/u, WORDS],
      [/[()[\]{},;]+/, 'p'],
    ],
    double: [
      [/[^"\\]+|\\[\s\S]/, 's2'],
      [/"/, 's2', POP],
    ],
    single: [
      [/[^'\\]+|\\[\s\S]/, 's1'],
      [/'/, 's1', POP],
    ],
    backticks: [
      [/[^`\\]+|\\[\s\S]/, 'n'],
      [/`/, 'n', POP],
    ],
  },
})

export default r
