/** Settings of no language in particular: words, numbers, quoted texts and `#` comments. */

import { ifAhead, POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const conf: Language = language({
  states: {
    root: [
      [/#/, ifAhead('\n', 'c'), 'comment'],
      [/"[^"\n]*"/, 's2'],
      [/'[^'\n]*'/, 's1'],
      [/["'#]/, 'err'],
      [/[A-Za-z_]\w*/, 'n'],
      [/\d+/, 'm'],
      [/[^A-Za-z_\d"'#]+/, ''],
    ],
    comment: [[/[^\n]*\n/, 'c', POP]],
  },
})

export default conf
