/**
 * Tokens to HTML as kramdown spells and indents it.
 *
 * Children of an element are written two columns deeper than its tag; the
 * text of paragraphs is never touched. Hidden paragraphs write no tag but
 * count as a level all the same.
 */

import { writeCodeBlock } from './code.ts'
import { documentOf } from './document.ts'
import { escapeText } from './escape.ts'
import { writeAttributes } from './html.ts'
import { VOID_ELEMENTS } from './html-names.ts'
import { writeComment, writeInline, writeNamed } from './inline-serializer.ts'
import {
  type Env,
  MarkdownIt,
  type MarkdownItOptions,
  type RenderRules,
  type Token,
} from './markdown-it.ts'
import { writeMathBlock } from './math.ts'
import type { KramdownOptions } from './options.ts'

const HAS_TEXT: ReadonlySet<string> = new Set(['text', 'code_inline', 'math_inline', 'image'])
const SIGNS: ReadonlySet<string> = new Set(['entity', 'smart_quote', 'typographic_symbol'])

/** What plugins have put in the place of our own spelling, if anything. */
type Custom = (tokens: Token[], index: number) => string | undefined

/** Of the rules that plugins wrap, those that they expect to find. */
const OWN: RenderRules = Object.fromEntries(
  ['text', 'code_inline', 'image', 'hardbreak'].map((type) => [
    type,
    (tokens: Token[], index: number, _options: unknown, env: Env = {}) =>
      writeInline(tokens[index]!, tokens[index + 1], documentOf(env).options),
  ]),
)
OWN.fence = (tokens, index, _options, env = {}) =>
  writeCodeBlock(tokens[index]!, '', documentOf(env).options)
OWN.code_block = OWN.fence

/**
 * A rule in `rules` that a plugin has put there counts for its leaf or for its
 * tag; where kramdown breaks and indents lines, it still does.
 */
export class KramdownRenderer extends MarkdownIt.Renderer {
  constructor() {
    super()
    this.rules = { ...OWN }
  }

  override render(tokens: Token[], given: MarkdownItOptions, env: Env = {}): string {
    return new Writer(tokens, documentOf(env).options, this.custom(given, env)).write()
  }

  override renderInline(tokens: Token[], given: MarkdownItOptions, env: Env = {}): string {
    const { options } = documentOf(env)
    const custom = this.custom(given, env)
    return tokens
      .map(
        (token, index) => custom?.(tokens, index) ?? writeInline(token, tokens[index + 1], options),
      )
      .join('')
  }

  override renderToken(tokens: Token[], index: number): string {
    const token = tokens[index]!
    return token.hidden ? '' : writeTag(token)
  }

  /** The words alone, of which ids and titles are made. */
  override renderInlineAsText(tokens: Token[], _given: MarkdownItOptions, env: Env = {}): string {
    const { options } = documentOf(env)
    return tokens
      .map((token, index) => {
        if (HAS_TEXT.has(token.type)) return token.content
        return SIGNS.has(token.type) ? writeInline(token, tokens[index + 1], options) : ''
      })
      .join('')
  }

  private custom(given: MarkdownItOptions, env: Env): Custom | undefined {
    const { rules } = this
    if (Object.keys(rules).every((type) => rules[type] === OWN[type])) return undefined
    return (tokens, index) => {
      const { type } = tokens[index]!
      const rule = rules[type]
      if (rule === undefined || rule === OWN[type]) return undefined
      return rule(tokens, index, given, env, this)
    }
  }
}

/** An element that is open. */
interface Frame {
  readonly token: Token | undefined
  readonly depth: number
  readonly layout: Layout
  /** How much was written before its content. */
  readonly start: number
  last: Token | undefined
  /** Whether what is written of its content ends a line. */
  isLineOver: boolean
}

/** Tags and content on one line, each tag on a line of its own, or no tags at all. */
type Layout = 'line' | 'lines' | 'bare'

const ON_ONE_LINE: ReadonlySet<string> = new Set([
  'paragraph_open',
  'heading_open',
  'dt_open',
  'td_open',
  'th_open',
])
const ITEMS: ReadonlySet<string> = new Set(['list_item_open', 'toc_item_open', 'dd_open'])
const CELLS: ReadonlySet<string> = new Set(['td_open', 'th_open'])

class Writer {
  private readonly tokens: Token[]
  private readonly options: KramdownOptions
  private readonly custom: Custom | undefined
  private html = ''
  private readonly outer: Frame[] = []
  private frame: Frame = {
    token: undefined,
    depth: -1,
    layout: 'bare',
    start: 0,
    last: undefined,
    isLineOver: false,
  }

  constructor(tokens: Token[], options: KramdownOptions, custom: Custom | undefined) {
    this.tokens = tokens
    this.options = options
    this.custom = custom
  }

  write(): string {
    const { tokens } = this
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      if (token.nesting < 0) {
        this.close(token, i)
        continue
      }
      this.frame.last = token
      if (token.nesting === 0) this.leaf(token, i)
      else if (token.meta?.figure) i = this.figure(token, i)
      else this.open(token, i)
    }
    return this.html
  }

  private open(token: Token, index: number): void {
    const depth = token.meta?.apart ? 0 : this.frame.depth + 1
    const next = this.tokens[index + 1]
    const first = next && next.nesting >= 0 ? next : undefined
    const layout = layoutOf(token, first)
    if (token.type === 'html_open') {
      this.html += startOfHtml(token, first, isRaw(this.frame.token) ? '' : indentation(depth))
    } else if (layout !== 'bare') {
      const tag = this.custom?.(this.tokens, index)?.trimEnd() ?? writeTag(token)
      this.html += indentation(depth) + tag
      if (layout === 'lines') this.html += '\n'
    }
    this.outer.push(this.frame)
    const start = this.html.length
    this.frame = { token, depth, layout, start, last: undefined, isLineOver: false }
  }

  private close(token: Token, index: number): void {
    const { frame } = this
    this.frame = this.outer.pop()!
    const inRaw = isRaw(this.frame.token)
    this.frame.isLineOver = frame.layout === 'bare' ? frame.isLineOver : !inRaw && !isApart(frame)
    if (frame.token!.type === 'html_open') {
      this.html += endOfHtml(frame, inRaw)
    } else if (frame.layout !== 'bare') {
      this.html += this.beforeEnd(frame)
      this.html += `${this.custom?.(this.tokens, index)?.trimEnd() ?? writeTag(token)}\n`
    }
  }

  private beforeEnd({ token, depth, layout, start, isLineOver }: Frame): string {
    if (layout === 'lines') return indentation(depth)
    const { type } = token!
    if (ITEMS.has(type)) return isLineOver ? indentation(depth) : ''
    const isEmptyCell = CELLS.has(type) && this.html.length === start
    return isEmptyCell ? writeNamed('nbsp', this.options) : ''
  }

  /** Answers where the paragraph that became a figure ends. */
  private figure(token: Token, index: number): number {
    this.html += writeFigure(token, indentation(this.frame.depth + 1))
    this.frame.isLineOver = true
    let end = index + 1
    while (this.tokens[end]!.nesting >= 0 || this.tokens[end]!.level !== token.level) end++
    return end
  }

  private leaf(token: Token, index: number): void {
    const { frame } = this
    if (token.type === 'inline') {
      const html = this.inline(token.children ?? [])
      if (html !== '') frame.isLineOver = html.endsWith('\n')
      return
    }
    const indent = indentation(frame.depth + 1)
    const own = this.custom?.(this.tokens, index)
    const html =
      own === undefined ? writeLeaf(token, indent, isRaw(frame.token), this.options) : indent + own
    this.html += html
    if (html !== '') frame.isLineOver = html.endsWith('\n')
    if (token.type === 'nothing') frame.isLineOver = false
  }

  /** Answers the last piece: to look at all that is written would cost time. */
  private inline(tokens: Token[]): string {
    let last = ''
    for (let i = 0; i < tokens.length; i++) {
      const piece = this.custom?.(tokens, i) ?? writeInline(tokens[i]!, tokens[i + 1], this.options)
      if (piece === '') continue
      this.html += piece
      last = piece
    }
    return last
  }
}

/** Content begins right behind the tag where the text of an item has no tag of its own. */
function layoutOf(token: Token, first: Token | undefined): Layout {
  const { type } = token
  if (type === 'paragraph_open') return token.hidden ? 'bare' : 'line'
  if (type === 'toc_item_open') return 'line'
  if (ITEMS.has(type)) return !first || first.hidden ? 'line' : 'lines'
  return ON_ONE_LINE.has(type) ? 'line' : 'lines'
}

function writeTag(token: Token): string {
  if (token.nesting < 0) return `</${token.tag}>`
  return `<${token.tag}${writeAttributes(token)}${token.nesting === 0 ? ' />' : '>'}`
}

function indentation(depth: number): string {
  return '  '.repeat(Math.max(0, depth))
}

/** Whether it was put in the place of a list, where to kramdown no line is over. */
function isApart(frame: Frame): boolean {
  return frame.token?.meta?.apart === true
}

function isRaw(token: Token | undefined): boolean {
  return token?.type === 'html_open' && token.meta?.model === 'raw'
}

/** An element without content is written whole at its end. */
function startOfHtml(token: Token, first: Token | undefined, indent: string): string {
  const start = `${indent}<${token.tag}${writeAttributes(token)}`
  if (!first) return start
  return token.meta?.model === 'block' ? `${start}>\n` : `${start}>`
}

function endOfHtml({ token, depth, last, isLineOver }: Frame, inRaw: boolean): string {
  const { tag, meta } = token!
  const end = inRaw ? '' : '\n'
  if (!last) {
    const isShort = meta?.closed && (meta.model === 'raw' || VOID_ELEMENTS.has(tag))
    return isShort ? ` />${end}` : `></${tag}>${end}`
  }
  if (meta?.model !== 'block') return `</${tag}>${end}`
  return `${isLineOver ? '' : '\n'}${indentation(depth)}</${tag}>${end}`
}

/** An image that makes a paragraph alone, with its text below. */
function writeFigure(paragraph: Token, indent: string): string {
  const image = paragraph.meta!.figure as Token // set by the rule for figures alone
  const caption = escapeText(image.content)
  return (
    `${indent}<figure${writeAttributes(paragraph)}>\n` +
    `${indent}  <img${writeAttributes(image)} />\n` +
    `${indent}  <figcaption>${caption}</figcaption>\n${indent}</figure>\n`
  )
}

function writeLeaf(token: Token, indent: string, inRaw: boolean, options: KramdownOptions): string {
  switch (token.type) {
    case 'blank':
      return '\n'
    case 'hr':
      return `${indent}<hr${writeAttributes(token)} />\n`
    case 'code_block':
    case 'fence':
      return writeCodeBlock(token, indent, options)
    case 'math_block':
      return writeMathBlock(token, indent, options)
    case 'html_comment':
      return inRaw ? token.content : `${indent}${token.content}\n`
    case 'html_text':
      return escapeText(token.content)
    case 'raw':
      return token.content
    case 'raw_block':
      return `${token.content.replace(/\n$/, '')}\n`
    case 'comment':
      return `${indent}${writeComment(token)}\n`
    default:
      return ''
  }
}
