/**
 * The `smartify` filter: curly quotes, dashes and entities in text, as
 * Jekyll's SmartyPants converter writes them with a few of kramdown's rules.
 *
 * The text is no Markdown: lines stay as they are and get no paragraph.
 */

import { BlockParser } from './block-parser.ts'
import type { BlockState } from './block-state.ts'
import { InlineParser } from './inline-parser.ts'
import { MarkdownIt } from './markdown-it.ts'
import { DEFAULT_OPTIONS, type KramdownOptions } from './options.ts'
import { readBlocks, readText, startWith } from './rules/core.ts'
import { entity } from './rules/entities.ts'
import { htmlBlock } from './rules/html-blocks.ts'
import { htmlSpan } from './rules/html-spans.ts'
import { smartQuote } from './rules/smart-quotes.ts'
import { typographicSymbol } from './rules/typographic-symbols.ts'
import { KramdownRenderer } from './serializer.ts'

export function createSmartify(options: Partial<KramdownOptions> = {}): (text: string) => string {
  const md = createMarkdownIt({ ...DEFAULT_OPTIONS, ...options, gfm: false })
  return (text) => md.render(text, {}).replace(/\n$/, '')
}

function createMarkdownIt(options: KramdownOptions): MarkdownIt {
  const md = new MarkdownIt()
  md.core.ruler = new MarkdownIt.Ruler()
  md.core.ruler.push('document', startWith(options))
  md.core.ruler.push('block', readBlocks)
  md.core.ruler.push('inline', readText)

  const block = new BlockParser()
  block.add('html_block', '<', htmlBlock)
  block.add('text', '', textLine)
  md.block = block

  const inline = new InlineParser()
  inline.add('smart_quote', '', smartQuote)
  inline.add('entity', '&', entity)
  inline.add('typographic_symbol', '-.<> \\', typographicSymbol)
  inline.add('html_span', '<', htmlSpan, ['raw'])
  md.inline = inline

  md.renderer = new KramdownRenderer()
  return md
}

/** Lines that follow each other are one text. */
function textLine(state: BlockState): boolean {
  const text = state.src.slice(state.start, state.eMarks[state.line]! + 1)
  state.line++
  if (state.last?.type === 'inline') state.last.content += text
  else state.pushInline(text, state.line - 1)
  return true
}
