/**
 * Blocks of HTML.
 *
 * Their content is raw unless `markdown="1"` (or the option) says otherwise:
 * then it is read as blocks or as text, by the element. Raw content is still
 * taken apart into elements, because tags are rewritten on the way out and
 * an element in it may be marked as Markdown again.
 */

import { type BlockState, setMeta } from '../block-state.ts'
import { type ContentModel, contentModel, SPAN_ELEMENTS, VOID_ELEMENTS } from '../html-names.ts'
import { readEndTag, readStartTag, type StartTag } from '../html-tags.ts'
import type { Token } from '../markdown-it.ts'
import { Finder, matchAt } from '../text.ts'

const COMMENT = /<!--[\s\S]*?-->/y
const RAW_START = /<(?:[\p{Alphabetic}_/?]|!--)/gu
const INSTRUCTION = /<\?[\s\S]*?\?>/y
const REST_OF_LINE = /[ \t]*\n/y

export function htmlBlock(state: BlockState): boolean {
  const first = state.line
  let at = state.start
  while (state.src[at] === ' ' && at - state.start < 4) at++
  if (state.src[at] !== '<' || at - state.start > 3) return false

  if (state.src.startsWith('<!--', at)) return at === state.start && comment(state)
  const end = readEndTag(state.src, at)
  if (end) return closesElement(state, end)
  const tag = readStartTag(state.src, at)
  if (!tag || SPAN_ELEMENTS.has(tag.name) || state.isTooDeep()) return false

  const open = readElement(state, tag)
  state.map(open, first, Math.max(first + 1, state.line))
  return true
}

function comment(state: BlockState): boolean {
  const first = state.line
  const found = matchAt(COMMENT, state.src, state.start)
  if (!found) return false
  const token = state.pushUnlisted('html_comment')
  token.content = found[0]
  state.moveTo(skipRestOfLine(state.src, state.start + found[0].length))
  state.map(token, first, Math.max(first + 1, state.line))
  return true
}

function closesElement(state: BlockState, end: { name: string; end: number }): boolean {
  if (state.element?.name !== end.name) return false
  state.element.closed = true
  state.moveTo(end.end)
  return true
}

/** Reads the element whose start tag is given; the state then stands behind it. */
function readElement(state: BlockState, tag: StartTag): Token {
  const model = modelOf(state, tag, false)
  const open = pushOpen(state, tag, model)
  const isVoid = tag.closed || VOID_ELEMENTS.has(tag.name)
  let at = tag.end
  if (model === 'block') at = skipRestOfLine(state.src, at)
  state.moveTo(at)

  if (isVerbatim(tag)) {
    if (!tag.closed) state.moveTo(readVerbatim(state, tag.name, at))
  } else if (!isVoid) {
    if (model === 'block') readBlocks(state, tag.name)
    else if (model === 'span') state.moveTo(readText(state, tag.name, at))
    else state.moveTo(readRaw(state, tag.name, at))
    state.moveTo(skipRestOfLine(state.src, positionOf(state)))
  }
  state.push('html_close', tag.name, -1)
  return open
}

function positionOf(state: BlockState): number {
  return state.line < state.lineMax ? state.start : state.src.length
}

function isVerbatim(tag: StartTag): boolean {
  return tag.name === 'script' || tag.name === 'style'
}

/** The way the content is read; takes the attribute that says so away. */
function modelOf(state: BlockState, tag: StartTag, inRaw: boolean): ContentModel {
  const usual = state.options.parseBlockHtml && !inRaw ? contentModel(tag.name) : 'raw'
  const at = tag.attributes.findIndex(([key]) => key === 'markdown')
  if (at === -1) return usual
  const [[, value]] = tag.attributes.splice(at, 1) as [[string, string]] // one entry, as `at` was found
  switch (value) {
    case '0':
      return 'raw'
    case '1':
      return contentModel(tag.name)
    case 'block':
    case 'span':
      return value
    default:
      return usual
  }
}

function pushOpen(state: BlockState, tag: StartTag, model: ContentModel): Token {
  const open = state.push('html_open', tag.name, 1)
  open.attrs = tag.attributes.length > 0 ? tag.attributes : null
  setMeta(open, 'model', model)
  setMeta(open, 'closed', tag.closed || VOID_ELEMENTS.has(tag.name))
  return open
}

/** An attribute list that waits at the end of the element waits in vain. */
function readBlocks(state: BlockState, name: string): void {
  const { siblings, baseLevel, element, pending } = state
  const own = { name, closed: false }
  state.siblings = []
  state.pending = undefined
  state.baseLevel = state.level
  state.element = own
  state.md.block.tokenize(state, state.line, state.lineMax)
  state.siblings = siblings
  state.baseLevel = baseLevel
  state.element = element
  state.pending = pending
}

/** One text up to the first end tag of that name. */
function readText(state: BlockState, name: string, from: number): number {
  const end = findEndTag(state.src, name, from)
  const stop = end?.start ?? state.src.length
  const inline = state.push('inline', '', 0)
  inline.content = state.src.slice(from, stop)
  inline.children = []
  return end?.end ?? stop
}

function readVerbatim(state: BlockState, name: string, from: number): number {
  const end = findEndTag(state.src, name, from)
  const stop = end?.start ?? state.src.length
  pushRaw(state, 'raw', state.src.slice(from, stop))
  return end?.end ?? stop
}

function findEndTag(
  text: string,
  name: string,
  from: number,
): { start: number; end: number } | undefined {
  const pattern = new RegExp(`</${name.replace(/[.]/g, '\\.')}[ \\t\\n\\v\\f\\r]*>`, 'gi')
  pattern.lastIndex = from
  const found = pattern.exec(text)
  return found ? { start: found.index, end: found.index + found[0].length } : undefined
}

/** Raw content with all elements in it, however deep they nest. */
function readRaw(state: BlockState, name: string, from: number): number {
  const text = state.src
  const comments = new Finder(text, /-->/g)
  const open = [name]
  let at = from
  while (open.length > 0) {
    RAW_START.lastIndex = at
    const next = RAW_START.exec(text)?.index
    if (next === undefined) {
      pushRaw(state, 'html_text', text.slice(at))
      for (const unclosed of open.slice(1).reverse()) state.push('html_close', unclosed, -1)
      return text.length
    }
    if (next > at) pushRaw(state, 'html_text', text.slice(at, next))
    at = readRawPiece(state, open, next, comments)
  }
  return at
}

function readRawPiece(state: BlockState, open: string[], at: number, comments: Finder): number {
  const text = state.src
  if (text.startsWith('<!--', at)) {
    const stop = comments.next(at + 4)
    if (stop === -1) return pushRaw(state, 'html_text', '<', at)
    return pushRaw(state, 'html_comment', text.slice(at, stop + 3), at)
  }
  const instruction = text[at + 1] === '?' ? matchAt(INSTRUCTION, text, at) : null
  if (instruction) return pushRaw(state, 'raw', instruction[0], at)

  const end = readEndTag(text, at)
  if (end) {
    if (end.name !== open.at(-1)) return pushRaw(state, 'html_text', text.slice(at, end.end), at)
    open.pop()
    if (open.length > 0) state.push('html_close', end.name, -1)
    return end.end
  }
  const tag = readStartTag(text, at)
  return tag ? readRawElement(state, open, tag) : pushRaw(state, 'html_text', '<', at)
}

/** An element inside raw content. Ordinary ones are left open for the loop above. */
function readRawElement(state: BlockState, open: string[], tag: StartTag): number {
  const model = modelOf(state, tag, true)
  const isVoid = tag.closed || VOID_ELEMENTS.has(tag.name)
  pushOpen(state, tag, model)
  if (!isVoid && model === 'raw' && !isVerbatim(tag)) {
    open.push(tag.name)
    return tag.end
  }
  let at = tag.end
  if (isVerbatim(tag)) {
    if (!tag.closed) at = readVerbatim(state, tag.name, at)
  } else if (model === 'span') {
    if (!isVoid) at = readText(state, tag.name, at)
  } else if (model === 'block') {
    at = skipRestOfLine(state.src, at)
    state.moveTo(at)
    if (!isVoid) readBlocks(state, tag.name)
    at = positionOf(state)
  }
  state.push('html_close', tag.name, -1)
  return at
}

function pushRaw(state: BlockState, type: string, content: string, at = 0): number {
  if (content !== '') state.push(type, '', 0).content = content
  return at + content.length
}

function skipRestOfLine(text: string, position: number): number {
  const rest = matchAt(REST_OF_LINE, text, position)
  return rest ? position + rest[0].length : position
}
