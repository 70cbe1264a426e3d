/** The HTML around code: which language it is in, and the classes that say so. */

import { isHash } from '../util/values.ts'
import { escapeAttribute, escapeCode } from './escape.ts'
import { writeAttributes } from './html.ts'
import type { Token } from './markdown-it.ts'
import type { KramdownOptions } from './options.ts'

type Attributes = Map<string, string>

export function writeCodeBlock(token: Token, indent: string, options: KramdownOptions): string {
  const attributes = attributesOf(token)
  const word = token.info
  if (word !== '') prependClass(attributes, `language-${word.replace(/\?.*$/, '')}`)
  const language = takeLanguage(attributes)
  const given = settings(options, 'block')
  const spans = highlight(token.content, word || language, given, options)
  if (spans !== undefined) {
    const classes = attributes.get('class') ?? ''
    attributes.set(
      'class',
      highlightedClasses(classes, language ?? defaultLanguage(given), options),
    )
    return `${indent}<div${write(attributes)}>${frame(spans, given, options)}${indent}</div>\n`
  }
  const code = language === undefined ? '' : ` class="language-${escapeAttribute(language)}"`
  const text = showWhitespace(escapeCode(token.content.replace(/\n$/, '')), attributes)
  return `${indent}<pre${write(attributes)}><code${code}>${text}\n</code></pre>\n`
}

export function writeCodeSpan(token: Token, options: KramdownOptions): string {
  const classes = token.attrs ? String(token.attrGet('class') ?? '') : ''
  const language = findLanguage(classes)
  const given = settings(options, 'span')
  const spans = highlight(token.content, language, given, options)
  if (spans === undefined) {
    return `<code${writeAttributes(token)}>${escapeCode(token.content)}</code>`
  }
  const all = highlightedClasses(classes, language ?? defaultLanguage(given), options)
  if (!token.attrs) return `<code class="${escapeAttribute(all)}">${spans}</code>`
  const attributes = attributesOf(token)
  attributes.set('class', all)
  return `<code${write(attributes)}>${spans}</code>`
}

function attributesOf(token: Token): Attributes {
  return new Map((token.attrs ?? []).map(([name, value]) => [name, String(value)]))
}

function write(attributes: Attributes): string {
  let html = ''
  for (const [name, value] of attributes) {
    if (name === 'id' && value.trim() === '') continue
    html += ` ${name}="${escapeAttribute(value)}"`
  }
  return html
}

/** Settings for one kind of code; those under `block:` and `span:` win. */
function settings(options: KramdownOptions, kind: 'block' | 'span'): ReadonlyMap<string, unknown> {
  const all = options.syntaxHighlighterOptions
  const own = all.get(kind)
  if (!isHash(own)) return all
  return new Map([...all, ...[...own].map(([key, value]) => [String(key), value] as const)])
}

function defaultLanguage(given: ReadonlyMap<string, unknown>): string | undefined {
  const language = given.get('default_lang')
  return language === null || language === undefined ? undefined : String(language)
}

function highlight(
  code: string,
  named: string | undefined,
  given: ReadonlyMap<string, unknown>,
  options: KramdownOptions,
): string | undefined {
  if (!isHighlighter(options.syntaxHighlighter) || isSet(given.get('disable'))) return undefined
  const language = named || defaultLanguage(given)
  if (language === undefined) return undefined
  const isPlain = language === 'plaintext' || language === 'text'
  if (isPlain && !isSet(given.get('guess_lang'))) return undefined
  if (options.highlight) return options.highlight(code, language, given)
  return isPlain ? escapeCode(code) : undefined
}

function isHighlighter(name: string | null): boolean {
  return name === 'rouge' || name === 'shiki'
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 'false'
}

function frame(
  spans: string,
  given: ReadonlyMap<string, unknown>,
  { codeFrame }: KramdownOptions,
): string {
  const name = given.get('css_class')
  const css = name === undefined || name === null ? 'highlight' : String(name)
  const isBare = given.get('wrap') === false || given.has('formatter')
  if (isBare) return spans
  const pre = codeFrame
    ? `<pre class="${css} ${codeFrame.class}" style="${codeFrame.style}">`
    : `<pre class="${css}">`
  return `<div class="highlight">${pre}<code>${spans}</code></pre></div>`
}

const LANGUAGE = /(?<!\w)language-(\S+)/

function findLanguage(classes: string): string | undefined {
  return classes === '' ? undefined : LANGUAGE.exec(classes)?.[1]
}

/** Takes the language out of the classes; a class left empty goes. */
function takeLanguage(attributes: Attributes): string | undefined {
  const language = findLanguage(attributes.get('class') ?? '')
  if (language === undefined) return undefined
  const rest = attributes.get('class')!.replace(LANGUAGE, '').trim()
  if (rest === '') attributes.delete('class')
  else attributes.set('class', rest)
  return language
}

function prependClass(attributes: Attributes, name: string): void {
  const before = attributes.get('class')
  const others = [...attributes].filter(([key]) => key !== 'class')
  attributes.clear()
  attributes.set('class', before === undefined ? name : `${name} ${before}`)
  for (const [key, value] of others) attributes.set(key, value)
}

/** The language comes first, the highlighter's own class last. */
function highlightedClasses(
  given: string,
  language: string | undefined,
  options: KramdownOptions,
): string {
  const own = `highlighter-${options.syntaxHighlighter}`
  const classes = given.replace(LANGUAGE, '').replace(/ {2,}/g, ' ').trim()
  const first = language === undefined ? '' : `language-${language}`
  return [first, classes, own].filter((part) => part !== '').join(' ')
}

/** With the class `show-whitespaces`, blanks that are easily overlooked get marks. */
function showWhitespace(html: string, attributes: Attributes): string {
  if (!/\bshow-whitespaces\b/.test(attributes.get('class') ?? '')) return html
  return html.replace(/[ \t]+/g, (blanks, at: number) => {
    const side = html[at - 1] === '\n' || at === 0 ? '-l' : ''
    const end = html[at + blanks.length]
    const place = side || (end === '\n' || end === undefined ? '-r' : '')
    return blanks.replace(/[ \t]/g, (blank) =>
      blank === '\t'
        ? `<span class="ws-tab${place}">\t</span>`
        : `<span class="ws-space${place}">&#8901;</span>`,
    )
  })
}
