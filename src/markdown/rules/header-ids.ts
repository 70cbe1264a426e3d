/**
 * Ids for headers that have none.
 *
 * Headers of the document itself get GFM's kind; those inside HTML elements
 * and footnotes get kramdown's own, from a count of its own.
 */

import { hasReference, listOf } from '../attributes.ts'
import { documentOf } from '../document.ts'
import { writeInline } from '../inline-serializer.ts'
import type { StateCore, Token } from '../markdown-it.ts'
import type { KramdownOptions } from '../options.ts'
import { downcase } from '../text.ts'

export function headerIds(state: StateCore): void {
  const { options } = documentOf(state.env)
  if (!options.autoIds || !options.gfm) return
  const seen = new Map<string, number>()
  let depth = 0
  for (let i = 0; i < state.tokens.length; i++) {
    const token = state.tokens[i]!
    if (token.type === 'html_open') depth++
    if (token.type === 'html_close') depth--
    if (token.type !== 'heading_open' || depth > 0 || token.attrGet('id') !== null) continue
    const base = gfmId(plainText(state.tokens[i + 1]!, options))
    token.attrSet('id', options.autoIdPrefix + numbered(base, seen))
  }
}

/** For the headers left over. Footnotes stand at the document's end by now. */
export function basicHeaderIds(state: StateCore): void {
  const { options } = documentOf(state.env)
  const seen = new Map<string, number>()
  let prefix: string | undefined
  for (let i = 0; i < state.tokens.length; i++) {
    const token = state.tokens[i]!
    if (token.type === 'dl_open') prefix = termPrefix(token)
    const isHeader = token.type === 'heading_open' && options.autoIds
    const isTerm = token.type === 'dt_open' && prefix !== undefined
    if ((!isHeader && !isTerm) || token.attrGet('id') !== null) continue
    const text = state.tokens[i + 1]!
    const base = basicId(words(text, options))
    if (isTerm) token.attrSet('id', prefix + base)
    else token.attrSet('id', numbered(options.autoIdPrefix + (base || 'section'), seen))
  }
}

/** Plain kramdown takes the text as written or, stripped, only what is outside code and entities. */
function words(text: Token, options: KramdownOptions): string {
  if (options.gfm) return plainText(text, options)
  if (!options.autoIdStripping) return text.content
  const texts = (text.children ?? []).filter(({ type }) => type === 'text')
  return texts.map(({ content }) => content).join('')
}

/** `{:auto_ids}` or `{:auto_ids-prefix}` at a definition list. */
function termPrefix(list: Token): string | undefined {
  if (hasReference(list, 'auto_ids')) return ''
  if (!list.meta?.attributeList) return undefined
  const reference = listOf(list).references.find((name) => name.startsWith('auto_ids-'))
  return reference?.slice('auto_ids-'.length)
}

const NOT_IN_ID = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu

function gfmId(text: string): string {
  const words = downcase(text).replace(/[^\w\- \t\u0080-\uffff]/g, '')
  const id = /[\u0080-\uffff]/.test(words) ? words.replace(NOT_IN_ID, '') : words
  return id.replace(/[ \t]/g, '-')
}

function basicId(text: string): string {
  return text
    .replace(/^[^a-zA-Z]+/gm, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase()
}

function numbered(base: string, seen: Map<string, number>): string {
  const count = seen.get(base)
  seen.set(base, (count ?? -1) + 1)
  return count === undefined ? base : `${base}-${count + 1}`
}

/** The words of a text without its marks. */
export function plainText(inline: Token, options: KramdownOptions): string {
  let text = ''
  for (const token of inline.children ?? []) {
    if (HAS_TEXT.has(token.type)) text += token.content
    else if (SIGNS.has(token.type)) text += characters(token, options)
  }
  return text
}

const HAS_TEXT: ReadonlySet<string> = new Set(['text', 'code_inline', 'math_inline'])
const SIGNS: ReadonlySet<string> = new Set(['entity', 'smart_quote', 'typographic_symbol'])

function characters(sign: Token, given: KramdownOptions): string {
  const options: KramdownOptions = {
    ...given,
    entityOutput: 'as_char',
    typographicSymbols: new Map(),
  }
  const html = writeInline(sign, undefined, options)
  return html.replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&')
}
