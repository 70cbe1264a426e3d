/**
 * Emphasis: `*`, `**`, `_` and `__`.
 *
 * kramdown has no delimiter runs: the first mark that may close does, and an
 * element never stands within one of its own kind.
 */

import { type Frame, type FrameKind, IN_EM, IN_STRONG, type InlineState } from '../inline-state.ts'
import { isBlank } from '../text.ts'

const WORD_BEFORE = /\p{Alphabetic}-?$/u
const LETTER = /[\p{Alphabetic}\p{Nd}]/uy

export function emphasis(state: InlineState): boolean {
  const { src, pos } = state
  const character = src[pos]
  if (character !== '*' && character !== '_') return false
  const mark = src[pos + 1] === character ? character + character : character
  const flag = mark.length === 2 ? IN_STRONG : IN_EM
  const isText =
    (state.flags & flag) !== 0 ||
    isBlank(src.charCodeAt(pos + mark.length)) ||
    (character === '_' && WORD_BEFORE.test(src.slice(Math.max(0, pos - 3), pos)))
  if (isText) return state.takeText(mark.length)
  open(state, mark)
  return true
}

const EMPHASIS: FrameKind = { close, fail, isUncertain: true }

function open(state: InlineState, mark: string): void {
  const flags = state.flags | (mark.length === 2 ? IN_STRONG : IN_EM)
  const content = state.pos + mark.length
  const key = (flags << 2) | (mark.length === 2 ? 2 : 0) | (mark.startsWith('_') ? 1 : 0)
  if (state.isHopeless(key, content)) {
    takeAsText(state, mark)
    return
  }
  const tag = mark.length === 2 ? 'strong' : 'em'
  state.enter(EMPHASIS, mark, content, flags, key)
  state.push(`${tag}_open`, tag, 1).markup = mark
}

function close(state: InlineState, frame: Frame): boolean {
  const { src, pos } = state
  const { mark } = frame
  if (!src.startsWith(mark, pos) || pos === frame.content) return false
  if (isBlank(src.charCodeAt(pos - 1))) return false
  const end = pos + mark.length
  const character = mark.charAt(0)
  if (mark.length === 1 && src[end] === character && src[end + 1] !== character) return false
  if (character === '_' && isLetterAt(src, end)) return false

  const tag = mark.length === 2 ? 'strong' : 'em'
  state.push(`${tag}_close`, tag, -1).markup = mark
  state.leave()
  state.pos = end
  return true
}

/** For `_`, a second one may stand before the letter. */
function isLetterAt(text: string, position: number): boolean {
  LETTER.lastIndex = position
  return LETTER.test(text)
}

function fail(state: InlineState, { mark }: Frame): void {
  state.rememberFailure()
  state.undo()
  takeAsText(state, mark)
}

/** Two characters may still open as one. If not, they are text together, however they were tried. */
function takeAsText(state: InlineState, mark: string): void {
  const { src, pos } = state
  const parent = state.top
  const inEm = parent?.kind === EMPHASIS && parent.mark.length === 1
  if (mark.length === 2 && !inEm) open(state, mark.charAt(0))
  else state.takeText(src[pos + 1] === src[pos] ? 2 : 1)
}
