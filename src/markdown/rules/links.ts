/**
 * Links and images: `[text](url "title")`, `[text][id]` and `[id]`.
 *
 * The text is read first, to find its bracket; then what follows decides.
 * Brackets once matched are remembered, so that those which turn out to be no
 * link are not read again and again.
 */

import { setMeta } from '../block-state.ts'
import { LONGEST_ID, normalizeLinkId } from '../document.ts'
import { type Frame, type FrameKind, IN_LINK, type InlineState } from '../inline-state.ts'
import type { Token } from '../markdown-it.ts'
import { matchAt, trim } from '../text.ts'

export function link(state: InlineState): boolean {
  const { src, pos } = state
  const mark = src[pos] === '[' ? '[' : src.startsWith('![', pos) ? '![' : undefined
  if (!mark || src[pos + mark.length] === '^' || pos + mark.length >= src.length) return false
  if (mark === '[' && (state.flags & IN_LINK) !== 0) return state.takeText(1)

  const flags = state.flags | IN_LINK
  const content = pos + mark.length
  const end = state.bracketEnd(flags, content)
  if (end === -1) return state.takeText(mark.length)
  if (end !== undefined) {
    const target = readTarget(state, content, end)
    if (!target) return state.takeText(mark.length)
    if (mark === '![') return pushImage(state, content, end, target)
  }
  state.enter(BRACKET, mark, content, flags)
  state.push(mark === '[' ? 'link_open' : 'image_open', 'a', 1)
  return true
}

const BRACKET: FrameKind = { close, fail, isUncertain: true }

/** Counts brackets on the way; ends the frame at its own. */
function close(state: InlineState, frame: Frame): boolean {
  const { src, pos } = state
  if (src[pos] === '[') frame.brackets.push(pos + 1)
  else if (src.startsWith('![', pos)) frame.brackets.push(pos + 2)
  else if (src[pos] === ']') {
    const inner = frame.brackets.pop()
    if (inner === undefined) return finish(state, frame)
    state.rememberBracket(state.flags, inner, pos)
  }
  return false
}

function finish(state: InlineState, frame: Frame): true {
  const end = state.pos
  state.rememberBracket(state.flags, frame.content, end)
  const target = readTarget(state, frame.content, end)
  if (!target && frame.mark === '![' && dissolve(state, frame)) return state.takeText(1)
  if (!target) {
    state.undo()
    return state.takeText(frame.mark.length)
  }
  if (frame.mark === '![') {
    state.undo()
    return pushImage(state, frame.content, end, target)
  }
  const open = state.tokens[frame.tokens + (frame.pending === '' ? 0 : 1)]!
  describe(open, 'href', target)
  state.push('link_close', 'a', -1)
  state.leave()
  state.pos = target.end
  return true
}

/**
 * Leaves a frame that turned out to be no image in the text of another image.
 * That text only tells where it ends, so what was read in it need not be undone.
 */
function dissolve(state: InlineState, frame: Frame): boolean {
  const around = state.frames.at(-2)
  if (around?.kind !== BRACKET || around.mark !== '![') return false
  state.leave()
  state.level = frame.level
  around.brackets.pop()
  return true
}

function pushImage(state: InlineState, content: number, end: number, target: Target): true {
  const image = state.push('image', 'img', 0)
  describe(image, 'src', target)
  image.content = withoutEscapes(state.src.slice(content, end))
  image.attrPush(['alt', image.content])
  if (target.title !== undefined) image.attrPush(['title', target.title])
  state.pos = target.end
  const around = state.top
  if (around?.kind === BRACKET && around.brackets.at(-1) === content) around.brackets.pop()
  return true
}

/** What a link leads to. `source` is the definition's hidden token. */
interface Target {
  readonly url: string
  readonly title: string | undefined
  readonly end: number
  readonly source: Token | undefined
}

function describe(token: Token, key: 'href' | 'src', target: Target): void {
  if (target.source) setMeta(token, 'source', target.source)
  token.attrPush([key, target.url])
  if (key === 'href' && target.title !== undefined) token.attrPush(['title', target.title])
}

function fail(state: InlineState, frame: Frame): void {
  for (const content of [frame.content, ...frame.brackets]) {
    state.rememberBracket(state.flags, content, -1)
  }
  const { flags } = state
  state.undo()
  state.takeText(frame.mark.length)
  // Brackets around one that has no end have none either.
  if (state.top?.kind === BRACKET && state.flags === flags) state.pos = state.posMax
}

const REFERENCE = /[ \t\n\v\f\r]*\[([^\]\n]*(?:\n[^\]\n]+)*)\]/y

/** What follows the bracket at `end`. */
function readTarget(state: InlineState, content: number, end: number): Target | undefined {
  const { src } = state
  const next = end + 1
  if (src[next] === '(') return readAngled(src, next) ?? readInline(state, next)
  const reference = matchAt(REFERENCE, src, next)
  if (reference) {
    if (reference[1] === '' && end - content > LONGEST_ID) return undefined
    const id = reference[1] === '' ? withoutEscapes(src.slice(content, end)) : reference[1]!
    return defined(state, id, next + reference[0].length)
  }
  if (end - content > LONGEST_ID) return undefined
  return defined(state, withoutEscapes(src.slice(content, end)), next)
}

function defined(state: InlineState, id: string, end: number): Target | undefined {
  if (state.document.links.size === 0) return undefined
  const definition = state.document.links.get(normalizeLinkId(id))
  if (!definition) return undefined
  const { url, title, marker } = definition
  return { url, title, end, source: marker }
}

const ANGLED = /\([ \t\n\v\f\r]*<([^>]*)>[ \t\n\v\f\r]*(?:\)|(?=["']))/y

function readAngled(text: string, open: number): Target | undefined {
  const match = matchAt(ANGLED, text, open)
  if (!match) return undefined
  const at = open + match[0].length
  if (text[at - 1] === ')') {
    return { url: match[1]!, title: undefined, end: at, source: undefined }
  }
  return undefined
}

const TITLE = /[ \t\n\v\f\r]["']/g
const DOUBLE_END = /"[ \t\n\v\f\r]*\)/g
const SINGLE_END = /'[ \t\n\v\f\r]*\)/g

/** The URL runs to the matching parenthesis, or to blanks and a quote, where a title begins. */
function readInline(state: InlineState, open: number): Target | undefined {
  const { src } = state
  const close = closingParenthesis(state, open)
  const quote = state.find(TITLE, open + 1)
  if (quote === -1 || (close !== -1 && close < quote)) {
    if (close === -1) return undefined
    return {
      url: address(src.slice(open + 1, close)),
      title: undefined,
      end: close + 1,
      source: undefined,
    }
  }
  const mark = src[quote + 1]!
  const titleEnd = state.find(mark === '"' ? DOUBLE_END : SINGLE_END, quote + 3)
  if (titleEnd === -1) return undefined
  const end = src.indexOf(')', titleEnd) + 1
  return {
    url: address(src.slice(open + 1, quote)),
    title: src.slice(quote + 2, titleEnd),
    end,
    source: undefined,
  }
}

function address(text: string): string {
  const url = trim(text)
  return url.startsWith('<') && url.endsWith('>') ? url.slice(1, -1) : url
}

const PARENTHESIS = /[()]/g

/** The parenthesis that closes the one at `open`. Few addresses have others in between. */
function closingParenthesis(state: InlineState, open: number): number {
  const next = state.find(PARENTHESIS, open + 1)
  if (next === -1 || state.src[next] === ')') return next
  return parentheses(state).get(open) ?? -1
}

const MATCHED = new WeakMap<InlineState, Map<number, number>>()

/** Each opening parenthesis of the text with the one that closes it. */
function parentheses(state: InlineState): Map<number, number> {
  const known = MATCHED.get(state)
  if (known) return known
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (const { 0: mark, index } of state.src.matchAll(/[()]/g)) {
    if (mark === '(') open.push(index)
    else if (open.length > 0) pairs.set(open.pop()!, index)
  }
  MATCHED.set(state, pairs)
  return pairs
}

/** Takes away the backslashes before what they escape. */
export function withoutEscapes(text: string): string {
  return text.replace(/\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g, '$1')
}
