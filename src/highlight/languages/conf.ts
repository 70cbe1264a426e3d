/** Settings of no language in particular: words, numbers, quoted texts and `#` comments. */

import { type Language, language } from '../lexer.ts'

const conf: Language = language({
  states: {
    root: [
      [/#[^\n]*\n/, 'c'],
      [/"[^"\n]*"/, 's2'],
      [/'[^'\n]*'/, 's1'],
      [/["'#]/, 'err'],
      [/[A-Za-z_]\w*/, 'n'],
      [/\d+/, 'm'],
      [/[^A-Za-z_\d"'#]+/, ''],
    ],
  },
})

export default conf
