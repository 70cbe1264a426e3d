/**
 * How blocks begin, asked by the rules that must stop in front of others.
 *
 * All patterns are sticky and are tried at the beginning of a line.
 */

import type { BlockState } from '../block-state.ts'
import { SPAN_ELEMENTS } from '../html-names.ts'

export const DEFINITION: RegExp = / {0,3}:[\t |]/y
export const QUOTE: RegExp = / {0,3}>/y
/** A header, list item, definition, quote or fence. */
export const GFM_START: RegExp = /#{1,6}[ \t]| {0,3}(?:(?:[*+-]|\d+\.|:)[\t |]|>|[~`]{3})/y
export const INDENTED: RegExp = /(?:\t| {4})/y
/** Neither blank nor indented, nor with a tab behind one to three spaces, which is neither. */
export const FLUSH: RegExp = / {0,3}[^ \t\n]/y
export const RULE: RegExp =
  / {0,3}(?:\*[ \t]*\*[ \t]*\*[* \t]*|-[ \t]*-[ \t]*-[- \t]*|_[ \t]*_[ \t]*_[_ \t]*)[\r\f\v]*(?:\n|$)/y
const END_MARKER = /\^[ \t\r\f\v]*(?:\n|$)/y
const ATTRIBUTES = / {0,3}\{:(?![:/])/y
const TAG = / {0,3}<(\/?)([\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_:.-]*)([ \t\n\v\f\r]*>)?/uy
const SPAN_PREFIX = new RegExp(
  `^(?:${[...SPAN_ELEMENTS, 'script'].join('|')})(?![A-Za-z0-9_])`,
  'i',
)

export function isEndMarker(state: BlockState, line: number): boolean {
  return state.src.charCodeAt(state.bMarks[line]!) === 94 && state.match(END_MARKER, line) !== null
}

/** An attribute list or a definition of one, but no extension, alone on its line. */
export function isAttributeLine(state: BlockState, line: number): boolean {
  return attributeLineEnd(state, line) !== undefined
}

/** Where the closing brace of the attribute list at this line stands. */
export function attributeLineEnd(state: BlockState, line: number): number | undefined {
  const open = state.match(ATTRIBUTES, line)
  if (!open) return undefined
  const content = state.bMarks[line]! + open[0].length
  if (state.src[content] === '}') return undefined
  const brace = state.braces.next(content + 1)
  return brace === -1 || !isRestBlank(state.src, brace + 1) ? undefined : brace
}

/** Whether nothing but blanks follows on the line. */
export function isRestBlank(text: string, position: number): boolean {
  for (let i = position; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10) return true
    if (code !== 32 && code !== 9 && (code < 11 || code > 13)) return false
  }
  return true
}

/** A tag of an element that is not a mere piece of text. */
export function isBlockTag(state: BlockState, line: number): boolean {
  const tag = state.match(TAG, line)
  if (!tag) return false
  if (SPAN_PREFIX.test(tag[2]!)) return false
  return tag[1] === '' || tag[3] !== undefined
}

/** What ends quotes, code and everything else that takes lines in without asking. */
export function endsLazyText(state: BlockState, line: number): boolean {
  if (line >= state.lineMax) return true
  let at = state.bMarks[line]!
  const end = state.eMarks[line]!
  while (at < end && state.src.charCodeAt(at) === 32) at++
  switch (state.src.charCodeAt(at)) {
    case 123: // {
      return isAttributeLine(state, line)
    case 94: // ^
      return isEndMarker(state, line)
    case 60: // <
      return isBlockTag(state, line)
    default:
      return state.isBlankLine(line)
  }
}

/** Whether a block may end at `position`: the line is over and room follows. */
export function endsMathBlock(state: BlockState, position: number): boolean {
  if (!isRestBlank(state.src, position)) return false
  let line = state.line
  while (line < state.lineMax && state.eMarks[line]! < position) line++
  return hasBoundaryAt(state, line + 1)
}

/** Whether a blank line, `^`, an attribute list or the end of the text stands at `line`. */
export function hasBoundaryAt(state: BlockState, line: number): boolean {
  return (
    line >= state.lineMax ||
    state.isBlankLine(line) ||
    isEndMarker(state, line) ||
    isAttributeLine(state, line)
  )
}
