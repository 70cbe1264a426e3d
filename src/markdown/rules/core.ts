/** Core rules that prepare the text and lead the reading of blocks and of text. */

import { documentOf, startDocument } from '../document.ts'
import type { StateCore, Token } from '../markdown-it.ts'
import type { KramdownOptions } from '../options.ts'
import { applyAll } from './attributes.ts'

/** Begins a document: its options, and line ends as kramdown counts them. */
export function startWith(options: KramdownOptions): (state: StateCore) => void {
  return (state) => {
    startDocument(state.env, options)
    if (state.src.includes('\r')) state.src = state.src.replace(/\r\n?/g, '\n')
    if (!state.src.endsWith('\n')) state.src += '\n'
  }
}

export function readBlocks(state: StateCore): void {
  state.md.block.parse(state.src, state.md, state.env, state.tokens)
}

/** Blank lines that only hidden tokens part are one. */
export function mergeBlankLines(state: StateCore): void {
  for (const tokens of [state.tokens, ...footnoteTokens(state)]) {
    let kept = 0
    let afterBlank = false
    for (const token of tokens) {
      if (token.type === 'marker') continue
      if (token.type === 'blank' && afterBlank) continue
      afterBlank = token.type === 'blank'
      tokens[kept++] = token
    }
    tokens.length = kept
  }
}

/** Reads all texts: those of the document in order, then those of the footnotes. */
export function readText(state: StateCore): void {
  const document = documentOf(state.env)
  for (const tokens of [state.tokens, ...footnoteTokens(state)]) {
    for (const token of tokens) {
      if (token.type !== 'inline') continue
      token.children ??= []
      state.md.inline.parse(token.content, state.md, state.env, token.children)
      applyAll(token.children, document)
    }
  }
}

export function footnoteTokens(state: StateCore): Token[][] {
  return [...documentOf(state.env).footnotes.values()].map(({ tokens }) => tokens)
}
