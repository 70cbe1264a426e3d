/** HTML within text. What stands inside an element is read on as text, unless it is raw. */

import { setMeta } from '../block-state.ts'
import { BLOCK_ELEMENTS, contentModel, VOID_ELEMENTS } from '../html-names.ts'
import { readEndTag, readStartTag, type StartTag } from '../html-tags.ts'
import { type Frame, type FrameKind, IN_RAW, type InlineState } from '../inline-state.ts'

export function htmlSpan(state: InlineState): boolean {
  const { src, pos } = state
  if (src[pos] !== '<') return false
  if (src.startsWith('<!--', pos)) {
    const end = state.find('-->', pos + 4)
    if (end === -1) return false
    state.push('html_comment', '', 0).content = src.slice(pos, end + 3)
    state.pos = end + 3
    return true
  }
  const end = readEndTag(src, pos)
  if (end) return state.takeText(end.end - pos)
  const tag = readStartTag(src, pos)
  if (!tag || tag.end > state.posMax) return false
  if (BLOCK_ELEMENTS.has(tag.name)) return state.takeText(tag.end - pos)
  openElement(state, tag)
  return true
}

const ELEMENT: FrameKind = { close, fail, isUncertain: false }

function openElement(state: InlineState, tag: StartTag): void {
  if (state.isUncertain && state.unclosedElements?.has(placeOf(state.flags, state.pos))) {
    state.pos = state.posMax // an end of those around it cannot come any more
    return
  }
  const flags = isRaw(state, tag) ? state.flags | IN_RAW : state.flags & ~IN_RAW
  const isEmpty = tag.closed || VOID_ELEMENTS.has(tag.name)
  if (!isEmpty) state.enter(ELEMENT, tag.name, tag.end, flags)
  const open = state.push('html_span_open', tag.name, 1)
  open.attrs = tag.attributes.length > 0 ? tag.attributes.map(onOneLine) : null
  if ((flags & IN_RAW) !== 0) setMeta(open, 'raw', true)
  if (!isEmpty) return
  state.push('html_span_close', tag.name, -1)
  state.pos = tag.end
}

function placeOf(flags: number, position: number): string {
  return `${flags} ${position}`
}

function onOneLine([key, value]: [string, string]): [string, string] {
  return [key, value.replace(/\n+/g, ' ')]
}

/** Whether only tags count inside. Takes the attribute that may say so away. */
function isRaw(state: InlineState, tag: StartTag): boolean {
  const raw =
    contentModel(tag.name) === 'raw' || (state.flags & IN_RAW) !== 0 || !state.options.parseSpanHtml
  const at = tag.attributes.findIndex(([key]) => key === 'markdown')
  if (at === -1) return raw
  const [[, value]] = tag.attributes.splice(at, 1) as [[string, string]] // one entry, as `at` was found
  if (value === '0') return true
  if (value === '1') return contentModel(tag.name) === 'raw'
  return value === 'span' ? false : raw
}

function close(state: InlineState, frame: Frame): boolean {
  if (!state.src.startsWith('</', state.pos)) return false
  const end = readEndTag(state.src, state.pos)
  if (end?.name !== frame.mark) return false
  closeHere(state, frame.mark, end.end)
  return true
}

function fail(state: InlineState, { mark, flags, start }: Frame): void {
  state.unclosedElements ??= new Set()
  state.unclosedElements.add(placeOf(flags, start))
  closeHere(state, mark, state.pos)
}

function closeHere(state: InlineState, name: string, position: number): void {
  state.push('html_span_close', name, -1)
  state.leave()
  state.pos = position
}
