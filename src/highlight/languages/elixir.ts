/**
 * Elixir. Heredocs are documents, and a sigil ends at the first closing mark.
 *
 * Contrary to the language, it is the sigils of capital letters that show
 * interpolation, and in those a backslash is an error.
 */

import { goto, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import type { TokenClass } from '../tokens.ts'

const WORDS = words('n', {
  k: `after case catch cond def defdelegate defexception defguard defguardp defimpl defmacro
    defmacrop defmodule defp defprotocol defrecord defstruct do else end exit fn if raise receive
    rescue throw try unless`,
  kn: 'import quote require super unquote use',
  ow: 'and in not or when',
  no: 'false nil true',
  bp: '__MODULE__',
})

/** Words that stay themselves before a colon, where others become names of keys. */
const KEEPS_CLASS = /^(?:k|kn|ow)$/

const INTERPOLATION: Step = [/#\{/, 'si', 'interpolation']
const ESCAPE: Step = [/\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{1,2}|[^#])/, 'se']

/** What may stand around a sigil's text, as patterns. */
const DELIMITERS: readonly (readonly [open: string, close: string])[] = [
  ['\\{', '}'],
  ['\\[', '\\]'],
  ['<', '>'],
  ['\\(', '\\)'],
  ['"', '"'],
  ["'", "'"],
  ['\\|', '|'],
  ['/', '/'],
]

/** Only lists of words and regular expressions have letters behind them. */
function sigils([open, close]: readonly [string, string]): Step[] {
  const body = `${open}[^${close}]*[${close}]`
  return [
    [new RegExp(`~r${body}[a-zA-Z]*`), 'sr', POP],
    [new RegExp(`~w${body}[acs]?`), 'sx', POP],
    [new RegExp(`~[a-z]${body}`), 'sx', POP],
    [new RegExp(`~R${open}`), 'sr', goto(`R${open}`)],
    [new RegExp(`~[A-Z]${open}`), 'sx', goto(open)],
  ]
}

function inSigil(name: TokenClass, close: string): Step[] {
  return [
    INTERPOLATION,
    [new RegExp(`[^${close}#\\\\]+`), name],
    [new RegExp(`[${close}]`), name, POP],
    [/#/, name],
  ]
}

const elixir: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/(?:"""[\s\S]*?"""|'''[\s\S]*?''')/, 'sd'],
      [/(?=~[a-zA-Z])/, '', 'sigil'],
      [/\?[^\\\s]/, 'sx'],
      [/\?(?=\\)/, 'err'],
      [/:"/, 'ss', 'quotedAtom'],
      [/"/, 's2', 'double'],
      [/'/, 's1', 'single'],
      [/:(?:[A-Za-z_]\w*[?!]?|%\{\}|===?|!==?|<>|&&&?|\|\|\|?|[-+*/%!^&|<>])/, 'ss'],
      [/&\d+/, 'nv'],
      [/@[a-z_]\w*/, 'nv'],
      [/0x[\da-fA-F]+/, 'mh'],
      [/0b[01]+/, 'mb'],
      [/0o[0-7]+/, 'mo'],
      [/\d[\d_]*\.\d[\d_]*(?:[eE][-+]?\d+)?/, 'mf'],
      [/\d[\d_]*/, 'mi'],
      [
        /([A-Za-z_]\w*[?!]?)(:)(?!:)/,
        (run, [, word = '']) => {
          const known = WORDS.words.get(word)
          if (known === undefined || !KEEPS_CLASS.test(known)) run.token('ss', `${word}:`)
          else {
            run.token(known, word)
            run.token('p', ':')
          }
        },
      ],
      [/[A-Z]\w*/, 'no'],
      [/!{0,4}[a-z_]\w*[?!]?/, WORDS],
      [
        /\.\.\.?|\|>|<-|->|=>|<<<|>>>|<\|>|<<|>>|<>|===|!==|=~|==|!=|<=|>=|&&&|&&|\|\|\||\|\||\^\^\^|~~~|\+\+\+?|---?|\*\*|\/\/|[-+*/=<>&|^.!]/,
        'o',
      ],
      [/%\{|::|\\\\|[()[\]{},;:%\\]/, 'p'],
    ],
    sigil: [...DELIMITERS.flatMap(sigils), [/~/, 'err', POP]],
    ...Object.fromEntries(DELIMITERS.map(([open, close]) => [open, inSigil('sx', close)])),
    ...Object.fromEntries(DELIMITERS.map(([open, close]) => [`R${open}`, inSigil('sr', close)])),
    interpolation: [[/\}/, 'si', POP], [/\{/, 'p', 'braces'], 'root'],
    braces: [[/\}/, 'p', POP], [/\{/, 'p', 'braces'], 'root'],
    double: [INTERPOLATION, ESCAPE, [/[^"\\#]+/, 's2'], [/"/, 's2', POP], [/[#\\]/, 's2']],
    single: [INTERPOLATION, ESCAPE, [/[^'\\#]+/, 's1'], [/'/, 's1', POP], [/[#\\]/, 's1']],
    quotedAtom: [INTERPOLATION, ESCAPE, [/[^"\\#]+/, 'ss'], [/"/, 'ss', POP], [/[#\\]/, 'ss']],
  },
})

export default elixir
