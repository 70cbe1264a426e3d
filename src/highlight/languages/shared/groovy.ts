/** Groovy (its language documentation), and what is made of it. */

import { type Action, ifAhead, POP, slashComments, words } from '../../grammar.ts'
import { type Language, language } from '../../lexer.ts'

interface Memory {
  /** Up to where no quote of this kind is closed. */
  readonly open: Map<string, number>
}

const unclosed: Action<Memory> = (run, [quote = '']) => {
  if ((run.memory.open.get(quote) ?? 0) <= run.position) return false
  return run.token('err', quote)
}

const quoted: Action<Memory> = (run, [text = '', end]) => {
  const quote = text.charAt(0)
  if (end !== '') return run.token(quote === '"' ? 's2' : 's1', text)
  run.memory.open.set(quote, run.position + text.length)
  return false
}

/** `keywords` and `types` are words beyond those of Groovy. */
export function groovyLanguage(keywords: string, types: string): Language {
  const names = words('n', {
    k: `as assert break case catch continue default do else finally for goto if in instanceof new
      return switch this throw try while ${keywords}`,
    kd: `abstract class const enum extends final implements interface native private protected public
      static strictfp super synchronized throws trait transient volatile`,
    kt: `boolean byte char def double float int long short void ${types}`,
    kc: 'false null true',
    kn: 'import package',
  })

  return language<Memory>({
    memory: () => ({ open: new Map() }),
    states: {
      ...slashComments<Memory>(),
      root: [
        [
          /(?<![^\n])(?=\s{0,99}(?:[A-Za-z_][\w.[\]]{0,99}\s{1,99}){1,9}?[A-Za-z_]\w{0,99}\s{0,99}\()/,
          '',
          'method',
        ],
        'words',
      ],
      method: [[/[A-Za-z_]\w{0,99}(?=\s{0,99}\()/, 'nf', POP], 'words'],
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
        [/'''/, ifAhead("'''", 's1'), 'single text'],
        [/["']/, unclosed],
        [/"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*("?)/, quoted],
        [/'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*('?)/, quoted],
        [/\$\//, ifAhead('/$', 's'), 'dollar'],
        [/\/[^/\n]+\//, 's'],
        [/(\.)([A-Za-z_]\w*)/, ['o', 'na']],
        [/[A-Za-z_]\w*:/, 'nl'],
        [/[A-Za-z_$][\w$]*/, names],
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
}
