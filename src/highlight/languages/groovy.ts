/** Groovy (its language documentation), which Gradle's files are written in. */

import { ifAhead, POP, slashComments, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('n', {
  k: `as assert break case catch continue default do else finally for goto if in instanceof new
    return switch this throw try while`,
  kd: `abstract class const enum extends final implements interface native private protected public
    static strictfp super synchronized throws trait transient volatile`,
  kt: 'boolean byte char def double float int long short void',
  kc: 'false null true',
  kn: 'import package',
})

const groovy: Language = language({
  states: {
    ...slashComments(),
    root: [
      [/(?<![^\n])(?=\s*(?:[A-Za-z_][\w.[\]]{0,200}\s+){1,20}?[A-Za-z_]\w*\s*\()/, '', 'method'],
      'words',
    ],
    method: [[/[A-Za-z_]\w*(?=\s*\()/, 'nf', POP], 'words'],
    words: [
      [/[^\S\n]+|\n/, ''],
      'comments',
      [
        /(?:as|assert|break|case|catch|continue|default|do|else|finally|for|goto|if|instanceof|in|new|return|switch|this|throw|try|while)\b/,
        'k',
      ],
      'code',
    ],
    code: [
      [/@[A-Za-z_][\w.]*/, 'nd'],
      [/(class|interface|trait)([ \t\n]+)(\w+)/, ['kd', '', 'nc']],
      [/(import|package)([ \t]+)([\w.]+\*?)/, ['kn', '', 'nn']],
      [/"""/, ifAhead('"""', 's2'), 'double text'],
      [/"(?:[^"\\\n]|\\[\s\S])*"/, 's2'],
      [/'''/, ifAhead("'''", 's1'), 'single text'],
      [/'(?:[^'\\\n]|\\[\s\S])*'/, 's1'],
      [/\$\//, ifAhead('/$', 's'), 'dollar'],
      [/\/[^/\n]+\//, 's'],
      [/(\.)([A-Za-z_]\w*)/, ['o', 'na']],
      [/[A-Za-z_]\w*:/, 'nl'],
      [/[A-Za-z_$][\w$]*/, NAMES],
      [/\d+\.\d+[fFdD]?/, 'mf'],
      [/\d+L?/, 'mi'],
      [/[-~^*!%&[\](){}<>|+=:;,.?]|\//, 'o'],
    ],
    'single text': [
      [/'''/, 's1', POP],
      [/[^'\\]+|\\[\s\S]?|'/, 's1'],
    ],
    'double text': [
      [/"""/, 's2', POP],
      [/[^"\\]+|\\[\s\S]?|"/, 's2'],
    ],
    dollar: [
      [/\/\$/, 's', POP],
      [/[^/]+|\//, 's'],
    ],
  },
})

export default groovy
