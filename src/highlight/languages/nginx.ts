/** Configuration of nginx: directives, their words, and blocks of directives. */

import { POP, pop } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const nginx: Language = language({
  states: {
    root: [
      [/(include)(\s+)([^\s;]+)/, ['k', '', 'n']],
      'common',
      [/[^\s;#$(){}]+/, 'k', 'words'],
      [/[\s;]+/, ''],
    ],
    block: [[/\}/, 'p', pop(2)], [/[^\s;#$(){}]+/, 'kn', 'words'], 'common'],
    common: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/\$\w+/, 'nv'],
      [/\$/, ''],
    ],
    words: [
      [/\{/, 'p', 'block'],
      [/;/, 'p', POP],
      'common',
      [/(?:on|off)(?![^\s;])/, 'no'],
      [/(~)(\s*)([^\s{]+)/, ['p', '', 'sr']],
      [/=(?!\S)/, 'p'],
      [/[a-z-]+\/[a-z-]+/, 'nc'],
      [/([a-z0-9-]+(?:\.[a-z0-9-]+)*)(:)(\d+)(?![^\s;])/, ['nf', 'p', 'mi']],
      [/\/[^\s;$(){}]*/, 'n'],
      [/\d+[kmgKMG]?\b/, 'mi'],
      [/:(?=\/)/, 'p'],
      [/[^\s;{}$\\#~][^\s;{}$\\#]*/, 's'],
    ],
  },
})

export default nginx
