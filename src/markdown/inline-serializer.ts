/** Tokens of text to HTML, one by one. */

import { writeCodeSpan } from './code.ts'
import { type Entity, entityByCode, entityByName, writeEntity } from './entities.ts'
import { escapeAttribute, escapeText } from './escape.ts'
import { writeAttributes } from './html.ts'
import { VOID_ELEMENTS } from './html-names.ts'
import type { Token } from './markdown-it.ts'
import { writeMathSpan } from './math.ts'
import type { KramdownOptions } from './options.ts'

/** `next` is the token behind it. */
export function writeInline(
  token: Token,
  next: Token | undefined,
  options: KramdownOptions,
): string {
  if (token.type === 'text') {
    return escapeText(options.removeLineBreaksForCjk ? joinLines(token.content) : token.content)
  }
  if (token.nesting !== 0) return writeSpanTag(token, next)
  switch (token.type) {
    case 'code_inline':
      return writeCodeSpan(token, options)
    case 'math_inline':
      return writeMathSpan(token, options)
    case 'entity':
      return writeEntityToken(token, options)
    case 'smart_quote':
      return writeQuote(token, options)
    case 'typographic_symbol':
      return writeSymbol(token, options)
    case 'hardbreak':
      return '<br />'
    case 'image':
      return `<img${writeAttributes(token)} />`
    case 'footnote_ref':
      return writeFootnoteMarker(token, options)
    case 'html_comment':
    case 'raw':
      return token.content
    case 'comment':
      return writeComment(token)
    default:
      return escapeText(token.content)
  }
}

function writeSpanTag(token: Token, next: Token | undefined): string {
  const { type, tag, info } = token
  const isVoid = type.startsWith('html_span_') && VOID_ELEMENTS.has(tag)
  if (token.nesting < 0) return isVoid ? '' : `</${tag}>`
  if (isVoid && next?.type === 'html_span_close') return `<${tag}${writeAttributes(token)} />`
  const title = type === 'abbr_open' && info !== '' ? ` title="${escapeAttribute(info)}"` : ''
  return `<${tag}${writeAttributes(token)}${title}>`
}

const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
const CJK_LINE_END = new RegExp(`(?<=${CJK})\\n(?=${CJK})`, 'gu')

/** Scripts without blanks between words want none where a line ends either. */
function joinLines(text: string): string {
  return text.replace(CJK_LINE_END, '')
}

export function writeComment(token: Token): string {
  return `<!-- ${token.content} -->`
}

export function writeEntityToken(token: Token, options: KramdownOptions): string {
  const entity = (token.meta?.entity as Entity | undefined) ?? entityByName(token.info) // set by the rule for entities alone
  return entity ? writeEntity(entity, token.markup, options.entityOutput) : token.markup
}

export function writeQuote(token: Token, options: KramdownOptions): string {
  return writeNamed(token.info, options)
}

/** An entity, by name or number, that the author did not write as one. */
export function writeNamed(name: string, options: KramdownOptions): string {
  const entity = /^\d+$/.test(name) ? entityByCode(Number(name)) : entityByName(name)
  if (!entity) return `&${name};`
  const output = options.entityOutput === 'as_input' ? 'numeric' : options.entityOutput
  return writeEntity(entity, `&${name};`, output)
}

export function writeSymbol(token: Token, options: KramdownOptions): string {
  const replaced = options.typographicSymbols.get(token.info)
  if (replaced !== undefined) return escapeText(replaced)
  return token.content
    .split(' ')
    .map((name) => writeNamed(name, options))
    .join('')
}

function writeFootnoteMarker(token: Token, options: KramdownOptions): string {
  const { number, repetition } = token.meta as { number: number; repetition: number } // given by the core rule
  const name = options.footnotePrefix + token.info
  const id = escapeAttribute(repetition > 0 ? `fnref:${name}:${repetition}` : `fnref:${name}`)
  const target = escapeAttribute(name)
  return `<sup id="${id}" role="doc-noteref"><a href="#fn:${target}" class="footnote" rel="footnote">${number}</a></sup>`
}
