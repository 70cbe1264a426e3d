/**
 * kramdown as a markdown-it preset.
 *
 * kramdown is another grammar than CommonMark, so none of the stock rules is
 * left: this file is the list of those that stand in their place, in order.
 */

import { BlockParser } from './block-parser.ts'
import { InlineParser } from './inline-parser.ts'
import { MarkdownIt } from './markdown-it.ts'
import { DEFAULT_OPTIONS, type KramdownOptions } from './options.ts'
import { abbreviations } from './rules/abbreviations.ts'
import { attributeList } from './rules/attribute-lists.ts'
import { blockAttributes } from './rules/attributes.ts'
import { autolink } from './rules/autolinks.ts'
import { blankLine } from './rules/blank-lines.ts'
import { blockquote } from './rules/blockquotes.ts'
import { fencedCode, indentedCode } from './rules/code-blocks.ts'
import { codeSpan } from './rules/code-spans.ts'
import { mergeBlankLines, readBlocks, readText, startWith } from './rules/core.ts'
import { definitionList } from './rules/definition-lists.ts'
import { abbreviationDefinition, footnoteDefinition, linkDefinition } from './rules/definitions.ts'
import { emphasis } from './rules/emphasis.ts'
import { endMarker } from './rules/end-markers.ts'
import { entity } from './rules/entities.ts'
import { escaped } from './rules/escapes.ts'
import { figures } from './rules/figures.ts'
import { footnoteMarker } from './rules/footnote-markers.ts'
import { footnotes } from './rules/footnotes.ts'
import { gfmBreaks } from './rules/gfm-breaks.ts'
import { basicHeaderIds, headerIds } from './rules/header-ids.ts'
import { atxHeader, setextHeader } from './rules/headers.ts'
import { horizontalRule } from './rules/horizontal-rules.ts'
import { htmlBlock } from './rules/html-blocks.ts'
import { htmlSpan } from './rules/html-spans.ts'
import { lineBreak } from './rules/line-breaks.ts'
import { link } from './rules/links.ts'
import { list } from './rules/lists.ts'
import { blockMath, inlineMath } from './rules/math.ts'
import { bareText, paragraph } from './rules/paragraphs.ts'
import { smartQuote } from './rules/smart-quotes.ts'
import { spanAttributes } from './rules/span-attributes.ts'
import { strikethrough } from './rules/strikethrough.ts'
import { table } from './rules/tables.ts'
import { toc } from './rules/toc.ts'
import { typographicSymbol } from './rules/typographic-symbols.ts'
import { KramdownRenderer } from './serializer.ts'

/** Markdown to HTML. Each call is a document of its own. */
export type Convert = (text: string) => string

/** `use` may change the parser as plugins of markdown-it do. */
export function createKramdown(
  options: Partial<KramdownOptions> = {},
  use?: (md: MarkdownIt) => void,
): Convert {
  const md = createMarkdownIt({ ...DEFAULT_OPTIONS, ...options })
  use?.(md)
  return (text) => md.render(text, {})
}

/** Blocks nest no deeper than this, for the stack's sake; what lies below stays text. */
const MAX_NESTING = 800

export function createMarkdownIt(options: KramdownOptions): MarkdownIt {
  const md = new MarkdownIt({ maxNesting: MAX_NESTING })

  md.core.ruler = new MarkdownIt.Ruler()
  md.core.ruler.push('document', startWith(options))
  md.core.ruler.push('block', readBlocks)
  md.core.ruler.push('block_attributes', blockAttributes)
  md.core.ruler.push('blank_lines', mergeBlankLines)
  md.core.ruler.push('inline', readText)
  md.core.ruler.push('abbreviations', abbreviations)
  md.core.ruler.push('gfm_breaks', gfmBreaks)
  md.core.ruler.push('header_ids', headerIds)
  md.core.ruler.push('figures', figures)
  md.core.ruler.push('footnotes', footnotes)
  md.core.ruler.push('basic_header_ids', basicHeaderIds)
  md.core.ruler.push('toc', toc)

  const block = new BlockParser()
  block.add('blank_line', ' \t\n\v\f\r', blankLine)
  block.add('code', '\t', indentedCode)
  block.add('fence', '~`', fencedCode)
  block.add('blockquote', '>', blockquote)
  block.add('heading', '#', atxHeader)
  block.add('hr', '*-_', horizontalRule)
  block.add('list', '*+-0123456789', list)
  block.add('definition_list', ':', definitionList)
  block.add('html_block', '<', htmlBlock)
  block.add('setext_heading', '', setextHeader)
  block.add('math_block', '$\\', blockMath)
  block.add('table', '', table)
  block.add('footnote_definition', '[', footnoteDefinition)
  block.add('link_definition', '[', linkDefinition)
  block.add('abbreviation_definition', '*', abbreviationDefinition)
  block.add('attribute_list', '{', attributeList)
  block.add('end_marker', '^', endMarker)
  block.add('bare_text', ' ', bareText)
  block.add('paragraph', '', paragraph)
  md.block = block

  const inline = new InlineParser()
  inline.add('emphasis', '*_', emphasis)
  inline.add('code_span', '`', codeSpan, ['table'])
  inline.add('autolink', '<', autolink)
  inline.add('html_span', '<', htmlSpan, ['table', 'raw'])
  inline.add('footnote_marker', '[', footnoteMarker)
  inline.add('link', '[!', link)
  inline.add('smart_quote', '', smartQuote)
  inline.add('math', '$', inlineMath)
  inline.add('attribute_list', '{', spanAttributes)
  inline.add('entity', '&', entity)
  inline.add('typographic_symbol', '-.<> \\', typographicSymbol)
  inline.add('line_break', ' \\', lineBreak)
  inline.add('escape', '\\', escaped)
  inline.add('strikethrough', '~', strikethrough)
  md.inline = inline

  md.renderer = new KramdownRenderer()
  return md
}
