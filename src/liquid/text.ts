/**
 * Small operations on text as Ruby does them: white space is ASCII only, and
 * lengths and positions count code points.
 */

const LEADING = /^[\t\n\v\f\r \0]+/
const BLANK = /^[\t\n\v\f\r ]*$/

export function lstrip(text: string): string {
  return text.replace(LEADING, '')
}

export function rstrip(text: string): string {
  let end = text.length
  while (end > 0 && isSpaceOrNul(text.charCodeAt(end - 1))) end--
  return end === text.length ? text : text.slice(0, end)
}

export function strip(text: string): string {
  return lstrip(rstrip(text))
}

/** Whether `text` is empty or white space alone. */
export function isBlankText(text: string): boolean {
  return BLANK.test(text)
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

function isSpaceOrNul(code: number): boolean {
  return code === 0 || isSpace(code)
}

const WORD = /^\w$/

export function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && WORD.test(character)
}

const BEYOND_ASCII = /[^\0-\x7f]/

/** The number of code points. */
export function lengthOf(text: string): number {
  if (!BEYOND_ASCII.test(text)) return text.length
  let count = 0
  for (const _ of text) count++
  return count
}

/** The code points from `start`, at most `count` of them. */
export function sliceOf(text: string, start: number, count: number): string {
  if (!BEYOND_ASCII.test(text)) return text.slice(start, start + count)
  return Array.from(text)
    .slice(start, start + count)
    .join('')
}

/** Pieces between runs of white space, without empty ones; no more than the first `most`. */
export function words(text: string, most: number = Number.POSITIVE_INFINITY): string[] {
  const pieces: string[] = []
  let begin = -1
  for (let at = 0; at < text.length; at++) {
    if (pieces.length >= most) return pieces
    if (!isSpaceOrNul(text.charCodeAt(at))) {
      if (begin < 0) begin = at
    } else if (begin >= 0) {
      pieces.push(text.slice(begin, at))
      begin = -1
    }
  }
  if (begin >= 0) pieces.push(text.slice(begin))
  return pieces
}

/** How many there are, without making them: texts may be whole pages. */
export function countWords(text: string): number {
  let count = 0
  let before = 1
  for (let at = 0; at < text.length; at++) {
    const space = spaceBit(text.charCodeAt(at))
    count += before & ~space
    before = space
  }
  return count
}

/** A bit for each code below 33 that is white space or NUL; that of the space itself, 32, is bit 0. */
const SPACE_BITS = 0b11111000000001

/** 1 for white space and NUL, 0 for all else. Nothing is branched on, which is what takes long at each end of a word. */
export function spaceBit(code: number): number {
  return ((code - 33) >>> 31) & (SPACE_BITS >>> (code & 31))
}

/** Orders two strings as their UTF-8 bytes do. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at)
    const b = right.charCodeAt(at)
    if (a !== b) return codePointOrder(a) < codePointOrder(b) ? -1 : 1
  }
  return left.length < right.length ? -1 : 1
}

const SURROGATE_OR_ABOVE = /[\ud800-\uffff]/

/** In the order of `compareText`, which for most texts is that of the language. */
export function sortTexts(texts: readonly string[]): string[] {
  return texts.some((text) => SURROGATE_OR_ABOVE.test(text))
    ? texts.toSorted(compareText)
    : texts.toSorted()
}

/** Surrogates stand for code points above all others, but their codes do not. */
function codePointOrder(code: number): number {
  if (code >= 0xe000) return code - 0x800
  return code >= 0xd800 ? code + 0x2000 : code
}
