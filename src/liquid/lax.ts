/**
 * The lax grammar: it searches instead of reading, and what it does not find it
 * passes over.
 *
 * Its unit is the fragment: a quoted string, or the longest run of characters
 * other than white space, comma, bar and quotes, with strings glued in.
 */

import { syntaxError } from './errors.ts'
import {
  type Condition,
  type Expression,
  type FilterCall,
  type ForLoop,
  type NamedArgument,
  type Output,
  parseExpression,
} from './expressions.ts'
import { loopLimits } from './strict.ts'
import { isSpace, isWordCharacter } from './text.ts'

/** Where the fragment that begins at `at` ends; `at` itself where none begins. */
export function endOfFragment(text: string, at: number): number {
  const quote = text[at]
  if (quote === '"' || quote === "'") {
    const closing = text.indexOf(quote, at + 1)
    return closing < 0 ? at : closing + 1
  }
  let end = at
  while (end < text.length) {
    const character = text[end]
    if (character === '"' || character === "'") {
      const closing = text.indexOf(character, end + 1)
      if (closing < 0) break
      end = closing + 1
    } else if (character === ',' || character === '|' || isSpace(text.charCodeAt(end))) break
    else end++
  }
  return end
}

/** The first fragment at or after `at`. */
export function findFragment(text: string, at: number): readonly [begin: number, end: number] {
  for (let begin = at; begin < text.length; begin++) {
    const end = endOfFragment(text, begin)
    if (end > begin) return [begin, end]
  }
  return [text.length, text.length]
}

export function skipSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at++
  return at
}

export function parseOutput(markup: string): Output {
  const [begin, end] = findFragment(markup, 0)
  if (end === begin) return { value: undefined, filters: [] }
  const value = parseExpression(markup.slice(begin, end))
  const bar = markup.indexOf('|', end)
  if (bar < 0) return { value, filters: [] }
  const filters = filterPieces(markup.slice(bar + 1)).map(parseFilter)
  return { value, filters: filters.filter((filter) => filter !== undefined) }
}

/** Runs of fragments, commas and white space; a bar or a lone quote parts them. */
function filterPieces(text: string): string[] {
  const pieces: string[] = []
  let begin = 0
  let at = 0
  while (at < text.length) {
    const end = endOfFragment(text, at)
    if (end > at) at = end
    else if (text[at] === ',' || isSpace(text.charCodeAt(at))) at++
    else {
      pieces.push(text.slice(begin, at))
      at++
      begin = at
    }
  }
  pieces.push(text.slice(begin))
  return pieces
}

const WORD = /\w+/

function parseFilter(piece: string): FilterCall | undefined {
  const name = WORD.exec(piece)?.[0]
  if (name === undefined) return undefined
  const args: Expression[] = []
  const named: NamedArgument[] = []
  for (let at = 0; at < piece.length; at++) {
    if (piece[at] !== ':' && piece[at] !== ',') continue
    const begin = skipSpace(piece, at + 1)
    const end = endOfArgument(piece, begin)
    if (end === begin) continue
    const argument = piece.slice(begin, end)
    const pair = NAMED.exec(argument)
    if (pair) named.push([pair[1] ?? '', parseExpression(pair[2] ?? '')])
    else args.push(parseExpression(argument))
    at = skipSpace(piece, end) - 1
  }
  return { name, args, named }
}

const NAMED_START = /\w+\s*:\s*/y
const NAMED = /^(\w[\w-]*)\s*:\s*(.+)$/s

/** A fragment, or `name: fragment`. */
function endOfArgument(piece: string, begin: number): number {
  NAMED_START.lastIndex = begin
  const start = NAMED_START.exec(piece)?.[0]
  if (start !== undefined) {
    const value = begin + start.length
    const end = endOfFragment(piece, value)
    if (end > value) return end
  }
  return endOfFragment(piece, begin)
}

export function parseCondition(markup: string): Condition {
  const pieces = conditionPieces(markup)
  let condition = parseComparison(pieces.pop(), undefined, undefined)
  while (pieces.length > 0) {
    const join = pieces.pop()?.trim()
    const piece = pieces.pop()
    if (join !== 'and' && join !== 'or') throw invalidCondition()
    condition = parseComparison(piece, join, condition)
  }
  return condition
}

function invalidCondition(): Error {
  return syntaxError("Syntax Error in tag 'if' - Valid syntax: if [expression]")
}

/** Conditions, and the `and` and `or` between them. */
function conditionPieces(markup: string): string[] {
  const pieces: string[] = []
  let at = 0
  let begin = -1
  while (at < markup.length) {
    const start = skipSpace(markup, at)
    const join = joinAt(markup, start)
    if (join !== undefined) {
      if (begin >= 0) pieces.push(markup.slice(begin, at))
      pieces.push(join)
      at = start + join.length
      begin = -1
      continue
    }
    if (begin < 0) begin = start
    if (start >= markup.length) break
    at = endOfRun(markup, start)
  }
  if (begin >= 0 && begin < markup.length) pieces.push(markup.slice(begin))
  return pieces
}

function joinAt(markup: string, at: number): 'and' | 'or' | undefined {
  const word = markup.startsWith('and', at) ? 'and' : markup.startsWith('or', at) ? 'or' : undefined
  if (word === undefined) return undefined
  const alone = !isWordCharacter(markup[at - 1]) && !isWordCharacter(markup[at + word.length])
  return alone ? word : undefined
}

function endOfRun(markup: string, start: number): number {
  const end = endOfFragment(markup, start)
  if (end > start) return end
  let at = start
  while (at < markup.length && !isSpace(markup.charCodeAt(at))) at++
  return at
}

const OPERATOR = /[=!<>a-z_]+/y

function parseComparison(
  piece: string | undefined,
  join: 'and' | 'or' | undefined,
  rest: Condition | undefined,
): Condition {
  const text = piece ?? ''
  const [begin, end] = findFragment(text, 0)
  if (end === begin) throw invalidCondition()
  const left = parseExpression(text.slice(begin, end))
  OPERATOR.lastIndex = skipSpace(text, end)
  const operator = OPERATOR.exec(text)?.[0]
  const rightBegin = skipSpace(text, operator === undefined ? end : OPERATOR.lastIndex)
  const rightEnd = endOfFragment(text, rightBegin)
  const right =
    rightEnd > rightBegin ? parseExpression(text.slice(rightBegin, rightEnd)) : undefined
  return { left, operator, right, join, rest }
}

const FOR = /^([\w-]+)\s+in\s+/

export function parseForLoop(markup: string): ForLoop {
  const [head, variable] = FOR.exec(markup) ?? []
  if (head === undefined || variable === undefined) throw invalidLoop()
  let end = head.length
  for (let next = endOfFragment(markup, end); next > end; next = endOfFragment(markup, end)) {
    end = next
  }
  if (end === head.length) throw invalidLoop()
  const collectionText = markup.slice(head.length, end)
  const collection = parseExpression(collectionText)
  const reversed = markup.startsWith('reversed', skipSpace(markup, end))
  const limits = loopLimits(parseAttributes(markup))
  return { variable, collection, collectionText, reversed, ...limits }
}

function invalidLoop(): Error {
  return syntaxError("Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]")
}

const ATTRIBUTE = /(\w[\w-]*)\s*:\s*/y

/** `name: fragment` pairs anywhere; the last of a name counts. */
export function parseAttributes(markup: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (let at = 0; at < markup.length; at++) {
    ATTRIBUTE.lastIndex = at
    const [start, name] = ATTRIBUTE.exec(markup) ?? []
    if (start === undefined || name === undefined) continue
    const value = at + start.length
    const end = endOfFragment(markup, value)
    if (end === value) continue
    attributes.set(name, markup.slice(value, end))
    at = end - 1
  }
  return attributes
}
