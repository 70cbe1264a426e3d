/**
 * Haml (its reference): tags by the first sign of a line, with Ruby and filters in other languages.
 *
 * What stands deeper than the line of a comment or a filter belongs to it.
 */

import { type Action, goto, POP, push } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import type { TokenClass } from '../tokens.ts'

interface Memory {
  /** Where the block of a comment or filter ends, its class, and its language. */
  end: number
  name: TokenClass
  language: string
}

const RUBY = { language: 'ruby' }
const FRESH_RUBY = { language: 'ruby', fresh: true }
const HTML = { language: 'html' }

const DEEPER = /[ \t]*(?:\n|[^ \t\n][^\n]*(?:\n|(?![\s\S])))/y

/** Enters the block behind the line that `match` ends, if there is any. */
function beginBlock(head: TokenClass, name: TokenClass): Action<Memory> {
  return (run, [line = '']) => {
    run.token(head, line)
    const { memory, text, position } = run
    const indent = position - (text.lastIndexOf('\n', position - 1) + 1)
    memory.end = endOfBlock(text, position + line.length, indent)
    memory.name = name
    memory.language = name === 'nd' ? line.slice(1).trim() : ''
  }
}

function endOfBlock(text: string, start: number, indent: number): number {
  let end = start
  while (end < text.length) {
    DEEPER.lastIndex = end
    const line = DEEPER.exec(text)?.[0] ?? ''
    if (line === '' || (line.trim() !== '' && line.search(/\S/) <= indent)) break
    end += line.length
  }
  return end
}

const hasEnded: Action<Memory> = (run) => run.position >= run.memory.end

const inBlock: Action<Memory> = (run, [text]) => {
  const { language: name, name: otherwise } = run.memory
  run.nest({ language: name, otherwise }, text!)
}

const haml: Language = language<Memory>({
  memory: (): Memory => ({ end: 0, name: '', language: '' }),
  states: {
    root: [
      [/\s+/, ''],
      [/!!!.*\n?/, 'nn'],
      [/-#.*\n?/, beginBlock('c', 'cp'), 'comment'],
      [/(\/)(\[.*?\])(.*\n?)/, ['c', 'cs', 'c']],
      [/\/.*\n?/, beginBlock('c', 'c'), 'comment'],
      [/:\w+[ \t]*\n?/, beginBlock('nd', 'nd'), 'block'],
      [/[&!]?==/, 'p', 'text'],
      [/[&!]?=|-|!/, 'p', push('ruby', 'ruby start')],
      [/(?=%[\w:-]|[.#][\w-])/, '', 'tag'],
      [/(?=[^\n])/, '', 'text'],
    ],
    comment: [
      [/(?:)/, hasEnded, POP],
      [/\n\s*|^[ \t]+/, ''],
      [/.+/, inBlock],
    ],
    block: [
      [/(?:)/, hasEnded, POP],
      [/\n\s*|^[ \t]+/, ''],
      [/#\{/, 'si', 'interpolation'],
      [/[^#\n]+|#[^{\n]?/, inBlock],
    ],
    tag: [
      [/%[\w:-]+/, 'nt'],
      [/\.[\w-]+/, 'nc'],
      [/#[\w-]+/, 'nf'],
      [/\(/, 'p', 'attributes'],
      [/\{/, 'p', push('hash', 'ruby start')],
      [/\[/, 'p', push('reference', 'ruby start')],
      [/[<>]+/, 'p'],
      [/[&!]?==/, 'p', goto('text')],
      [/[&!]?=/, 'p', goto('ruby', 'ruby start')],
      [/(?:)/, '', goto('text')],
    ],
    attributes: [
      [/\s+/, ''],
      [/\)/, '', POP],
      [/[\w:-]+\s*=/, 'na', 'value'],
      [/[\w:-]+/, 'na'],
      [/(?:)/, '', POP],
    ],
    value: [
      [/\s+/, ''],
      [/"[^"\n]*"|'[^'\n]*'/, 's', POP],
      [/[@$]?\w+/, 'nv', POP],
      [/(?:)/, '', POP],
    ],
    'ruby start': [[/(?:)/, FRESH_RUBY, POP]],
    hash: [[/\}/, 'p', POP], 'braces'],
    reference: [
      [/\]/, 'p', POP],
      [/[^\]]+/, RUBY],
    ],
    braces: [
      [/\{/, RUBY, 'inner braces'],
      [/[^{}]+/, RUBY],
    ],
    'inner braces': [[/\}/, RUBY, POP], 'braces'],
    ruby: [
      [/,[ \t]*\n/, RUBY],
      [/ \|\n/, 'se'],
      [/\n/, '', POP],
      [/(?:(?! \|\n)[^\n,])+|,/, RUBY],
    ],
    text: [
      [/\n/, '', POP],
      [/#\{/, 'si', push('interpolation', 'ruby start')],
      [/[^#\n]+|#[^{\n]?/, HTML],
    ],
    interpolation: [[/\}/, 'si', POP], 'braces'],
  },
})

export default haml
