/**
 * The footnotes of a document: their numbers and their place at its end.
 *
 * Numbers follow the first use; what is used only inside another footnote
 * comes after all of the text itself.
 */

import { hasReference } from '../attributes.ts'
import { documentOf, type FootnoteDefinition } from '../document.ts'
import { escapeAttribute } from '../escape.ts'
import { writeNamed } from '../inline-serializer.ts'
import { type StateCore, Token } from '../markdown-it.ts'
import { replace } from './toc.ts'

interface Used {
  readonly definition: FootnoteDefinition
  readonly number: number
  repetitions: number
}

export function footnotes(state: StateCore): void {
  const document = documentOf(state.env)
  const used = new Map<string, Used>()
  if (document.footnotes.size > 0) number(state, state.tokens, used)
  for (const { definition } of used.values()) number(state, definition.tokens, used)

  const place = document.references.has('footnotes') ? findPlace(state.tokens) : undefined
  const list = used.size > 0 ? writeList(state, [...used.values()]) : []
  if (!place) state.tokens.push(...list)
  else replace(state, place.start, place.count, list)
}

/** Gives the markers in `tokens` their numbers. A Map also visits what is added meanwhile. */
function number(state: StateCore, tokens: readonly Token[], used: Map<string, Used>): void {
  const { options, footnotes: known } = documentOf(state.env)
  for (const token of tokens) {
    for (const marker of token.children ?? []) {
      if (marker.type !== 'footnote_ref') continue
      const name = marker.info
      const before = used.get(name)
      if (before) before.repetitions++
      const entry = before ?? {
        definition: known.get(name)!,
        number: options.footnoteNumber + used.size,
        repetitions: 0,
      }
      used.set(name, entry)
      marker.meta = { ...marker.meta, number: entry.number, repetition: entry.repetitions }
    }
  }
}

/** The first list marked `{:footnotes}`, if any. */
function findPlace(tokens: readonly Token[]): { start: number; count: number } | undefined {
  const start = tokens.findIndex(
    (token) => token.type.endsWith('_list_open') && hasReference(token, 'footnotes'),
  )
  if (start === -1) return undefined
  const level = tokens[start]!.level
  const end = tokens.findIndex(
    (token, index) => index > start && token.level === level && token.nesting === -1,
  )
  return { start, count: end - start + 1 }
}

function writeList(state: StateCore, used: readonly Used[]): Token[] {
  const { options } = documentOf(state.env)
  const tokens: Token[] = []
  const push = (type: string, tag: string, nesting: -1 | 0 | 1): Token => {
    const token = new Token(type, tag, nesting)
    token.block = true
    tokens.push(token)
    return token
  }
  const open = push('footnotes_open', 'div', 1)
  open.meta = { apart: true }
  open.attrs = [
    ['class', 'footnotes'],
    ['role', 'doc-endnotes'],
  ]
  const list = push('footnote_list_open', 'ol', 1)
  if (options.footnoteNumber !== 1) list.attrPush(['start', options.footnoteNumber])
  for (const entry of used) {
    push('footnote_open', 'li', 1).attrs = [
      ['id', `fn:${options.footnotePrefix}${entry.definition.name}`],
      ['role', 'doc-endnote'],
    ]
    tokens.push(...withBacklinks(state, entry))
    push('footnote_close', 'li', -1)
  }
  push('footnote_list_close', 'ol', -1)
  push('footnotes_close', 'div', -1)
  setLevels(tokens)
  return tokens
}

function setLevels(tokens: readonly Token[]): void {
  let level = 0
  for (const token of tokens) {
    if (token.nesting < 0) level--
    token.level = level
    if (token.nesting > 0) level++
  }
}

/** The links back go to the end of the last paragraph, or into one of their own. */
function withBacklinks(state: StateCore, used: Used): Token[] {
  const { options } = documentOf(state.env)
  const tokens = used.definition.tokens
  const links = options.footnoteBacklink === '' ? '' : writeBacklinks(state, used)
  const text = textForBacklink(tokens, options.footnoteBacklinkInline)
  if (text && links !== '') {
    const space = writeNamed('nbsp', options)
    text.children = [...(text.children ?? []), raw(space + links)]
  }
  if (text) return tokens
  const inline = new Token('inline', '', 0)
  inline.children = [raw(links)]
  const open = new Token('paragraph_open', 'p', 1)
  return [...tokens, open, inline, new Token('paragraph_close', 'p', -1)]
}

/** The text that ends the footnote; with `deep`, however far inside. */
function textForBacklink(tokens: readonly Token[], deep: boolean): Token | undefined {
  let last = tokens.length - 1
  if (deep) {
    while (last >= 0 && (tokens[last]!.nesting < 0 || tokens[last]!.type === 'blank')) {
      if (/^(?:paragraph|heading)_close$/.test(tokens[last]!.type)) break
      last--
    }
  }
  const close = tokens[last]
  const fits = close?.type === 'paragraph_close' || (deep && close?.type === 'heading_close')
  return fits ? tokens[last - 1] : undefined
}

function writeBacklinks(state: StateCore, { definition, repetitions }: Used): string {
  const { options } = documentOf(state.env)
  const name = escapeAttribute(options.footnotePrefix + definition.name)
  return Array.from({ length: repetitions + 1 }, (_, index) => {
    const target = index === 0 ? name : `${name}:${index}`
    const number = index === 0 ? '' : `<sup>${index + 1}</sup>`
    return `<a href="#fnref:${target}" class="reversefootnote" role="doc-backlink">${options.footnoteBacklink}${number}</a>`
  }).join(writeNamed('nbsp', options))
}

function raw(html: string): Token {
  const token = new Token('raw', '', 0)
  token.content = html
  return token
}
