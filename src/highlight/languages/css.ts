/** CSS. What is in braces is told by its beginning: declarations, or more rules. */

import { goto, ifAhead, POP, pop, type Rule, type Run } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { isProperty, VALUES } from './shared/css-words.ts'

const NAME = '[\\p{L}\\p{N}_-]*'
const DECLARATION = `-*[\\p{L}_]${NAME}`
/** What a selector is made of: after a hyphen a digit may come first. */
const SELECTOR = `(?:[\\p{L}_]|-+[\\p{L}\\p{N}_])${NAME}`

const BLANK: readonly Rule<Memory>[] = [
  [/[ \t\n\r\f\v]+/, ''],
  [/\/\*(?:\*(?!\/))?/, ifAhead('*/', 'c'), 'comment'],
]

interface Memory {
  /** The text in which a quote of this kind is closed by none, nor are those that follow it. */
  readonly unclosed: Map<string, string>
}

const STRINGS: readonly Rule<Memory>[] = [
  [/["']/, unclosedQuote],
  [/"[^"\\]*(?:\\[\s\S][^"\\]*)*("?)/, string],
  [/'[^'\\]*(?:\\[\s\S][^'\\]*)*('?)/, string],
]

const UNIT = 'em|rem|ex|ch|px|pt|pc|in|mm|cm|s|ms|deg|rad|grad|turn|vh|vw|vmin|vmax|dpi|dpcm|dppx'

const VALUE: readonly Rule<Memory>[] = [
  ...BLANK,
  [/url\([^)]*\)/, 'sx'],
  [/!\s*important(?![\w-])/, 'cp'],
  [/#[\da-fA-F]{1,6}/, 'm'],
  [new RegExp(`-?(?:\\d[\\d.]*|\\.\\d[\\d.]*)(?:-\\d+)?(?:%|(?:${UNIT})(?![\\w-]))?`), 'm'],
  ...STRINGS,
  [/[[\]:/.,()]/, 'p'],
  [new RegExp(`-?-?[\\p{L}_]${NAME}|-+${NAME}`, 'u'), { words: VALUES, otherwise: 'n' }],
]

const css: Language = language<Memory>({
  memory: () => ({ unclosed: new Map() }),
  states: {
    root: [
      ...BLANK,
      [/@-?[a-zA-Z][\w-]*/, 'k', 'at'],
      [/\{/, 'p', 'block'],
      [new RegExp(`\\.${SELECTOR}`, 'u'), 'nc'],
      [new RegExp(`#${SELECTOR}`, 'u'), 'nf'],
      [new RegExp(`::?${SELECTOR}`, 'u'), 'nd'],
      [new RegExp(`${SELECTOR}|-+`, 'u'), 'nt'],
      ...STRINGS,
      [/[!%&()*+,/;<=>?@[\]^|~.:]/, 'o'],
    ],
    comment: [
      [/[^*]+/, 'c'],
      [/\*\//, 'c', POP],
      [/\*/, 'c'],
    ],
    at: [[/\{/, 'p', goto('content')], [/;/, 'p', POP], ...VALUE],
    /** The braces of an at-rule: declarations, if the first thing in it is one. */
    content: [
      ...BLANK,
      [new RegExp(`(?=${DECLARATION}\\s*:)`, 'u'), '', goto('block')],
      [/(?:)/, '', goto('rules')],
    ],
    rules: [[/\}/, 'p', POP], 'root'],
    block: [
      ...BLANK,
      [new RegExp(`(${DECLARATION})(\\s*)(:)`, 'u'), declaration, 'value'],
      [/\}/, 'p', POP],
    ],
    value: [[/;/, 'p', POP], [/\}/, 'p', pop(2)], ...VALUE],
  },
})

export default css

function declaration(run: Run<Memory>, [, name, space, colon]: readonly string[]): void {
  run.token(isProperty(name!) ? 'nl' : 'py', name!)
  run.token('', space!)
  run.token('p', colon!)
}

function unclosedQuote(run: Run<Memory>, [quote]: readonly string[]): boolean {
  if (run.memory.unclosed.get(quote!) !== run.text) return false
  run.token('err', quote!)
  return true
}

function string(run: Run<Memory>, [text, closed]: readonly string[]): boolean {
  const quote = text!.charAt(0)
  if (closed === '') run.memory.unclosed.set(quote, run.text)
  else run.token(quote === '"' ? 's1' : 's2', text!)
  return closed !== ''
}
