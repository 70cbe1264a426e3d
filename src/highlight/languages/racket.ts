/** Racket (The Racket Reference). */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { lispStates } from './shared/lisp.ts'
import { RACKET_FUNCTIONS, RACKET_KEYWORDS } from './shared/racket-words.ts'

const racket: Language = language({
  states: {
    ...lispStates({
      own: [
        [/#!.*/, 'c1'],
        [/#\|/, 'cm', 'comment'],
        [/#;/, 'cm', 'datum'],
        [/#(?:true|false|[tf])/, 'no'],
        [/[-+](?:inf|nan)\.0/, 'mf'],
        [/#:[^\s()[\]{}'`,;.]+/, 'nt'],
      ],
      name: /[^\s()[\]{}'`,.]+/,
      words: words('nf', { k: RACKET_KEYWORDS, nb: RACKET_FUNCTIONS }),
      brackets: { open: /[([{]/, close: /[)\]}]/ },
      signs: [
        [/['`][^\s()[\]{}`,;.]+/, 'ss'],
        [/#(?=[\s()[\]{}'`,;.:%&!<"\\a-zA-Z])/, 'o'],
        [/,@|['.`,]/, 'o'],
      ],
      first: [],
    }),
    comment: [
      [/\|#/, 'cm', POP],
      [/#\|/, 'cm', 'comment'],
      [/[^#|]+|[#|]/, 'cm'],
    ],
    // A datum goes on to a blank outside of its brackets.
    datum: [
      [/"/, 'cm', 'quoted'],
      [/[([{]/, 'cm', 'group'],
      [/[^\s([{"]+/, 'cm'],
      [/(?:)/, '', POP],
    ],
    quoted: [
      [/[^"\\]+|\\[\s\S]?/, 'cm'],
      [/"/, 'cm', POP],
    ],
    group: [
      [/[([{]/, 'cm', 'group'],
      [/[)\]}]/, 'cm', POP],
      [/[^()[\]{}]+/, 'cm'],
    ],
  },
})

export default racket
