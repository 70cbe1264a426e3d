/** Core rules that prepare the text and lead the reading of blocks and of text. */

import { documentOf, startDocument } from '../document.ts'
import type { StateCore, Token } from '../markdown-it.ts'
import type { KramdownOptions } from '../options.ts'
import { applyAll } from './attributes.ts'

/** Begins a document: its options, and line ends as kramdown counts them. */
export function startWith(options: KramdownOptions): (state: StateCore) => void {
  return (state) => {
    startDocument(state.env, options)
    state.src = `${state.src.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n`
  }
}

export function readBlocks(state: StateCore): void {
  state.md.block.parse(state.src, state.md, state.env, state.tokens)
}

/** Blank lines that only hidden tokens part are one. */
export function mergeBlankLines(state: StateCore): void {
  const document = documentOf(state.env)
  state.tokens = merged(state.tokens)
  for (const [name, footnote] of document.footnotes) {
    document.footnotes.set(name, { ...footnote, tokens: merged(footnote.tokens) })
  }
}

function merged(tokens: readonly Token[]): Token[] {
  const kept: Token[] = []
  let afterBlank = false
  for (const token of tokens) {
    if (token.type === 'marker') continue
    if (token.type === 'blank' && afterBlank) continue
    afterBlank = token.type === 'blank'
    kept.push(token)
  }
  return kept
}

/** Reads all texts: those of the document in order, then those of the footnotes. */
export function readText(state: StateCore): void {
  const document = documentOf(state.env)
  for (const tokens of [state.tokens, ...footnoteTokens(state)]) {
    for (const token of tokens) {
      if (token.type !== 'inline') continue
      token.children = []
      state.md.inline.parse(token.content, state.md, state.env, token.children)
      applyAll(token.children, document.attributeLists)
    }
  }
}

export function footnoteTokens(state: StateCore): Token[][] {
  return [...documentOf(state.env).footnotes.values()].map(({ tokens }) => tokens)
}
