/** Differences between texts (`diff`, `diff -u`, `diff -c`, Git): the first sign of a line says all. */

import { type Language, language } from '../lexer.ts'

const diff: Language = language({
  states: {
    root: [
      // A blank line takes the next one with it.
      [/[ \t\n\r\f\v].*\n?/, ''],
      [/^---\n/, 'p'],
      [/^[+>].*\n?/, 'gi'],
      [/^[-<].*\n?/, 'gd'],
      [/^!.*\n?/, 'gs'],
      [/^(?:diff|[iI]ndex|=).*\n?/, 'gh'],
      [/^(@@[ \t].*?[ \t]@@)(.*\n)/, ['p', '']],
      [/^\w.*\n?/, 'p'],
    ],
  },
})

export default diff
