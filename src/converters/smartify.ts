/**
 * Quotes, dashes and dots as kramdown's typography writes them, for the filter
 * `smartify`: the rules of kramdown that concern them, without the others.
 */

import type { Config } from '../config/config.ts'
import { InlineParser } from '../markdown/inline-state.ts'
import { MarkdownIt, type StateCore } from '../markdown/markdown-it.ts'
import { startWith } from '../markdown/rules/core.ts'
import { entity } from '../markdown/rules/entities.ts'
import { htmlSpan } from '../markdown/rules/html-spans.ts'
import { smartQuote } from '../markdown/rules/smart-quotes.ts'
import { typographicSymbol } from '../markdown/rules/typographic-symbols.ts'
import { KramdownRenderer } from '../markdown/serializer.ts'
import { kramdownOptions } from './markdown.ts'

export function createSmartify(config: Config): (text: string) => string {
  let parser: MarkdownIt | undefined
  return (text) => {
    if (!/['"&<>.-]/.test(text)) return text
    parser ??= createParser(config)
    return parser.render(text, {}).replace(/\n$/, '')
  }
}

function createParser(config: Config): MarkdownIt {
  const parser = new MarkdownIt()
  parser.core.ruler = new MarkdownIt.Ruler()
  parser.core.ruler.push('document', startWith(kramdownOptions(config)))
  parser.core.ruler.push('inline', readText)

  const inline = new InlineParser()
  inline.add('html_span', htmlSpan)
  inline.add('smart_quote', smartQuote)
  inline.add('entity', entity)
  inline.add('typographic_symbol', typographicSymbol)
  parser.inline = inline
  parser.renderer = new KramdownRenderer()
  return parser
}

function readText(state: StateCore): void {
  const text = new state.Token('inline', '', 0)
  text.children = []
  state.md.inline.parse(state.src, state.md, state.env, text.children)
  state.tokens.push(text)
}
