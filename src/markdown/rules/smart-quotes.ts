/**
 * Straight quotes to curly ones.
 *
 * A quote is judged with the character before it, which is taken along. Each
 * case below is tried in order; the first that fits decides.
 */

import type { InlineState } from '../inline-state.ts'
import { isBlank } from '../text.ts'

const PUNCTUATION = /[!-%'-/:-@[-`{-~]/
const WORD = /\w/
const UNICODE_WORD = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u
const NEVER_BEFORE_CLOSING = new Set([' ', '\\', '\t', '\r', '\n', '[', '{', '(', '-'])

/** Which way a quote turns, and how far the character before it is text. */
type Turn = 'open' | 'close'

export function smartQuote(state: InlineState): boolean {
  const { src, pos } = state
  const own = src[pos]!
  const width = src.codePointAt(pos)! > 0xffff ? 2 : 1
  if (isQuote(own)) return turnBare(state)
  if (own === '\\' || !isQuote(src[pos + width])) return false

  const before = src.slice(pos, pos + width)
  const after = pos + width + 1
  const blankBefore = isBlank(before.charCodeAt(0))
  if (blankBefore && isPair(src, pos + 1)) return emit(state, before, ['open', 'open'])
  if (blankBefore && isDecade(src, pos + 1)) return emit(state, before, ['close'])
  if (blankBefore && WORD.test(src[after] ?? '')) return emit(state, before, ['open'])
  if (!NEVER_BEFORE_CLOSING.has(before)) return emit(state, before, ['close'])
  return emit(state, before, ['open'])
}

/** A quote whose predecessor is an element or already taken. */
function turnBare(state: InlineState): boolean {
  const { src, pos } = state
  const next = src[pos + 1] ?? ''
  if (isBeforeEmphasis(src, pos + 1)) return emit(state, '', ['open'])
  if (isBeforePunctuation(src, pos + 1)) return emit(state, '', ['close'])
  if (isPair(src, pos)) return emit(state, '', ['open', 'open'])
  if (isDecade(src, pos)) return emit(state, '', ['close'])
  if (isQuote(next)) return emit(state, src[pos]!, ['close'])
  if (next === '' || isBlank(next.charCodeAt(0)) || isPossessive(src, pos + 1)) {
    return emit(state, '', ['close'])
  }
  return emit(state, '', ['open'])
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'"
}

function isBeforeEmphasis(text: string, at: number): boolean {
  return /[_*]{1,2}[^ \t\n\v\f\r]/y.test(text.slice(at, at + 3))
}

function isBeforePunctuation(text: string, at: number): boolean {
  const mark = text[at] ?? ''
  if (!PUNCTUATION.test(mark) || text.startsWith('..', at + 1)) return false
  const next = String.fromCodePoint(text.codePointAt(at + 1) ?? 32)
  return UNICODE_WORD.test(mark) === UNICODE_WORD.test(next)
}

/** Two different quotes before a word. */
function isPair(text: string, at: number): boolean {
  const pair = text.slice(at, at + 2)
  return (pair === `"'` || pair === `'"`) && WORD.test(text[at + 2] ?? '')
}

/** `'80s` */
function isDecade(text: string, at: number): boolean {
  return /'\d\ds/y.test(text.slice(at, at + 4))
}

function isPossessive(text: string, at: number): boolean {
  return (
    text[at] === 's' && !UNICODE_WORD.test(String.fromCodePoint(text.codePointAt(at + 1) ?? 32))
  )
}

function emit(state: InlineState, before: string, turns: readonly Turn[]): true {
  if (before !== '') state.takeText(before.length)
  for (const turn of turns) {
    const index = (state.src[state.pos] === '"' ? 2 : 0) + (turn === 'open' ? 0 : 1)
    const token = state.push('smart_quote', '', 0)
    token.markup = state.src[state.pos]!
    token.info = state.options.smartQuotes[index]!
    state.pos++
  }
  return true
}
