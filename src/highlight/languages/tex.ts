/** TeX and LaTeX: commands with their options, groups, and mathematics. */

import { POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const tex: Language = language({
  states: {
    root: [
      [/%.*/, 'c'],
      [/\\(?:begin|end)\{[^}\n]{0,200}\}/, 'nt'],
      [/(\\verb)([^A-Za-z\s])((?:(?!\2).){0,500})(\2)/, ['nb', 'kp', 'sx', 'kp']],
      [/\\\[/, 'p', 'display'],
      [/\\\(/, 'p', 'inline'],
      [/\$\$/, 'p', 'dollars'],
      [/\$/, 'p', 'dollar'],
      [/(\\(?:[A-Za-z]+\*?|[\s\S]))(\[[^\]\n]{0,500}\])/, ['k', 'na']],
      [/\\(?:[A-Za-z]+\*?|[\s\S])/, 'k'],
      [/[{}_^&]/, 'p'],
      [/[^\\$%{}_^&]+/, ''],
    ],
    display: [[/\\\]/, 'p', POP], 'math'],
    inline: [[/\\\)/, 'p', POP], 'math'],
    dollars: [[/\$\$/, 'p', POP], 'math'],
    dollar: [[/\$/, 'p', POP], 'math'],
    math: [
      [/%.*/, 'c'],
      [/\\(?:[A-Za-z]+|[\s\S])/, 'nv'],
      [/\d+/, 'm'],
      [/[-+*/=()[\]!]/, 'o'],
      [/[{}_^&]/, 'p'],
      [/[^-+*/=()[\]!\d\\$%{}_^&]+/, 'nb'],
    ],
  },
})

export default tex
