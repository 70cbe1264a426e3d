/**
 * Tokens to HTML as kramdown spells and indents it.
 *
 * Children of an element are written two columns deeper than its tag; the
 * text of paragraphs is never touched. Hidden paragraphs write no tag but
 * count as a level all the same.
 */

import { hasReference } from './attributes.ts'
import { writeCodeBlock, writeCodeSpan } from './code.ts'
import { documentOf } from './document.ts'
import { type Entity, entityByCode, entityByName, writeEntity } from './entities.ts'
import { escapeAttribute, escapeText } from './escape.ts'
import { writeAttributes } from './html.ts'
import { VOID_ELEMENTS } from './html-names.ts'
import {
  type Env,
  MarkdownIt,
  type MarkdownItOptions,
  type RenderRules,
  type Token,
} from './markdown-it.ts'
import { writeMathBlock, writeMathSpan } from './math.ts'
import type { KramdownOptions } from './options.ts'

interface Frame {
  readonly token: Token | undefined
  readonly depth: number
  readonly open: string
  first: Token | undefined
  last: Token | undefined
  html: string
  /** Whether `html` ends a line. To look would cost time in the square of the depth. */
  isLineOver: boolean
}

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
    return serialize(tokens, documentOf(env).options, this.custom(given, env))
  }

  override renderInline(tokens: Token[], given: MarkdownItOptions, env: Env = {}): string {
    return serializeInline(tokens, documentOf(env).options, this.custom(given, env))
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

function serialize(tokens: Token[], options: KramdownOptions, custom: Custom | undefined): string {
  const frames: Frame[] = [startFrame(undefined, -1, '')]
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const frame = frames.at(-1)!
    if (token.nesting > 0) {
      frame.first ??= token
      frame.last = token
      const depth = token.meta?.toc ? 0 : frame.depth + 1
      const open = token.hidden ? '' : (custom?.(tokens, i)?.trimEnd() ?? writeTag(token))
      frames.push(startFrame(token, depth, open))
    } else if (token.nesting < 0) {
      frames.pop()
      const close = custom?.(tokens, i)?.trimEnd() ?? writeTag(token)
      const parent = frames.at(-1)!
      const inRaw = isRaw(parent.token)
      parent.html += writeElement(frame, close, inRaw, options)
      parent.isLineOver = frame.token!.hidden ? frame.isLineOver : !inRaw
    } else {
      frame.first ??= token
      frame.last = token
      const html = writeChild(tokens, i, frame, options, custom)
      frame.html += html
      if (html !== '') frame.isLineOver = html.endsWith('\n')
    }
  }
  return frames[0]!.html
}

function startFrame(token: Token | undefined, depth: number, open: string): Frame {
  return { token, depth, open, first: undefined, last: undefined, html: '', isLineOver: false }
}

function writeChild(
  tokens: Token[],
  index: number,
  frame: Frame,
  options: KramdownOptions,
  custom: Custom | undefined,
): string {
  const token = tokens[index]!
  if (token.type === 'inline') return serializeInline(token.children ?? [], options, custom)
  const own = custom?.(tokens, index)
  return own === undefined ? writeLeaf(token, frame, options) : indentation(frame.depth + 1) + own
}

function writeTag(token: Token): string {
  if (token.nesting < 0) return `</${token.tag}>`
  return `<${token.tag}${writeAttributes(token)}${token.nesting === 0 ? ' />' : '>'}`
}

function indentation(depth: number): string {
  return '  '.repeat(Math.max(0, depth))
}

function writeElement(
  frame: Frame,
  close: string,
  inRaw: boolean,
  options: KramdownOptions,
): string {
  const token = frame.token!
  const indent = indentation(frame.depth)
  switch (token.type) {
    case 'paragraph_open':
      if (token.hidden) return frame.html
      if (token.meta?.figure) return writeFigure(frame)
      return `${indent}${frame.open}${frame.html}${close}\n`
    case 'heading_open':
    case 'dt_open':
    case 'td_open':
    case 'th_open':
      return `${indent}${frame.open}${frame.html || emptyCell(token, options)}${close}\n`
    case 'list_item_open':
    case 'toc_item_open':
    case 'dd_open':
      return writeItem(frame, close)
    case 'html_open':
      return writeHtmlElement(frame, inRaw)
    default:
      return `${indent}${frame.open}\n${frame.html}${indent}${close}\n`
  }
}

function emptyCell(token: Token, options: KramdownOptions): string {
  return token.type === 'td_open' || token.type === 'th_open' ? writeNamed('nbsp', options) : ''
}

/** Content begins right behind the tag where the text of the item has no tag of its own. */
function writeItem({ depth, open, first, last, html, isLineOver }: Frame, close: string): string {
  const indent = indentation(depth)
  const isTight = !first || first.hidden || first.type === 'inline'
  const behind = isLineOver && last?.type !== 'nothing' ? indent : ''
  if (isTight) return `${indent}${open}${html}${behind}${close}\n`
  return `${indent}${open}\n${html}${indent}${close}\n`
}

function isRaw(token: Token | undefined): boolean {
  return token?.type === 'html_open' && token.meta?.model === 'raw'
}

function writeHtmlElement(
  { token, depth, first, html, isLineOver }: Frame,
  inRaw: boolean,
): string {
  const { tag, meta } = token!
  const open = `${inRaw ? '' : indentation(depth)}<${tag}${writeAttributes(token!)}`
  const end = inRaw ? '' : '\n'
  if (meta?.closed && (meta.model === 'raw' || VOID_ELEMENTS.has(tag))) return `${open} />${end}`
  if (html === '' && !first) return `${open}></${tag}>${end}`
  if (meta?.model !== 'block') return `${open}>${html}</${tag}>${end}`
  return `${open}>\n${html}${isLineOver ? '' : '\n'}${indentation(depth)}</${tag}>${end}`
}

/** An image that makes a paragraph alone, with its text below. */
function writeFigure({ token, depth }: Frame): string {
  const image = token!.meta!.figure as Token // set by the rule for figures alone
  const indent = indentation(depth)
  const caption = escapeText(image.content)
  return (
    `${indent}<figure${writeAttributes(token!)}>\n` +
    `${indent}  <img${writeAttributes(image)} />\n` +
    `${indent}  <figcaption>${caption}</figcaption>\n${indent}</figure>\n`
  )
}

function writeLeaf(token: Token, frame: Frame, options: KramdownOptions): string {
  const indent = indentation(frame.depth + 1)
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
      return isRaw(frame.token) ? token.content : `${indent}${token.content}\n`
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

function serializeInline(
  tokens: Token[],
  options: KramdownOptions,
  custom: Custom | undefined,
): string {
  let html = ''
  for (let i = 0; i < tokens.length; i++) {
    html += custom?.(tokens, i) ?? writeInline(tokens[i]!, tokens[i + 1], options)
  }
  return html
}

function writeInline(token: Token, next: Token | undefined, options: KramdownOptions): string {
  switch (token.type) {
    case 'text':
      return escapeText(options.removeLineBreaksForCjk ? joinLines(token.content) : token.content)
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
    case 'abbr_open':
      return `<abbr${writeAttributes(token)}${token.info === '' ? '' : ` title="${escapeAttribute(token.info)}"`}>`
    case 'html_span_open':
      return next?.type === 'html_span_close' && VOID_ELEMENTS.has(token.tag)
        ? `<${token.tag}${writeAttributes(token)} />`
        : `<${token.tag}${writeAttributes(token)}>`
    case 'html_span_close':
      return VOID_ELEMENTS.has(token.tag) ? '' : `</${token.tag}>`
    default:
      if (token.nesting > 0) return `<${token.tag}${writeAttributes(token)}>`
      return token.nesting < 0 ? `</${token.tag}>` : escapeText(token.content)
  }
}

const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
const CJK_LINE_END = new RegExp(`(?<=${CJK})\\n(?=${CJK})`, 'gu')

/** Scripts without blanks between words want none where a line ends either. */
function joinLines(text: string): string {
  return text.replace(CJK_LINE_END, '')
}

function writeComment(token: Token): string {
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

export function isStandalone(image: Token): boolean {
  return image.type === 'image' && hasReference(image, 'standalone')
}
