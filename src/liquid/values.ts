/**
 * What Ruby does with any value: printing, truth, equality, order.
 *
 * A list prints in two ways: an output joins it (`ab`), every filter that wants
 * text gets it as Ruby shows it (`["a", "b"]`). So there are `printed` and
 * `toText`, and mixing them up is the mistake to make here.
 */

import { CalendarDate, Time } from '../util/dates.ts'
import { type Hash, isFloat, isHash, isInteger, type WholeFloat } from '../util/values.ts'
import { Drop } from './drops/drop.ts'
import { liquidError } from './errors.ts'
import { comparable, formatNumber, isNumeric } from './numbers.ts'
import { compareText } from './text.ts'

/** `empty` and `blank`: they stand for a question about the other side of a comparison. */
export class Question {
  readonly name: 'empty' | 'blank'

  constructor(name: 'empty' | 'blank') {
    this.name = name
  }
}

export const EMPTY: Question = new Question('empty')
export const BLANK: Question = new Question('blank')

/** `(first..last)` */
export class Range {
  readonly first: number
  readonly last: number

  constructor(first: number, last: number) {
    this.first = first
    this.last = last
  }

  get size(): number {
    return Math.max(0, this.last - this.first + 1)
  }

  toArray(): number[] {
    return Array.from({ length: this.size }, (_, at) => this.first + at)
  }

  toString(): string {
    return `${this.first}..${this.last}`
  }
}

export function isTruthy(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined
}

/** A value as an output prints it. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(printed).join('')
  return toText(value)
}

/** A value as Ruby's `to_s`, which is what text filters work on. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined || value instanceof Question) return ''
  if (isNumeric(value)) return formatNumber(value)
  if (Array.isArray(value) || isHash(value)) return inspect(value)
  if (value instanceof Drop) return value.toText()
  return String(value)
}

/** A value as Ruby's `inspect`. */
export function inspect(value: unknown): string {
  if (value === null || value === undefined) return 'nil'
  if (typeof value === 'string') return inspectText(value)
  if (Array.isArray(value)) return `[${value.map(inspect).join(', ')}]`
  if (isHash(value)) return inspectHash(value)
  if (value instanceof CalendarDate) return inspectDate(value)
  if (value instanceof Drop) return value.inspect()
  if (value instanceof Question) return '""'
  return toText(value)
}

function inspectHash(hash: Hash): string {
  const pairs = Array.from(hash, ([key, value]) => `${inspect(key)}=>${inspect(value)}`)
  return `{${pairs.join(', ')}}`
}

const SECONDS_PER_DAY = 86400
/** 1970-01-01 as Ruby's Date counts days. */
const JULIAN_1970 = 2440588

function inspectDate(date: CalendarDate): string {
  const day = date.toUtcTime().seconds / SECONDS_PER_DAY + JULIAN_1970
  return `#<Date: ${date} ((${day}j,0s,0n),+0s,2299161j)>`
}

const TO_ESCAPE = /["\\]|#(?=[{$@])|[\p{Cc}\p{Cn}\p{Zl}\p{Zp}]/gu

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\r', '\\r'],
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\x1b', '\\e'],
])

export function inspectText(text: string): string {
  return `"${text.replace(TO_ESCAPE, escapeCharacter)}"`
}

function escapeCharacter(character: string): string {
  const known = ESCAPES.get(character)
  if (known !== undefined) return known
  if (character === '"' || character === '\\' || character === '#') return `\\${character}`
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
}

/** Ruby's `==`. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (left instanceof Question) return answers(left, right)
  if (right instanceof Question) return answers(right, left)
  if (left === null || left === undefined) return right === null || right === undefined
  if (isNumeric(left)) {
    return isNumeric(right) && compareNumbers(left, right) === 0
  }
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return false
    return left.every((item, at) => isEqual(item, right[at]))
  }
  if (isHash(left)) return isHash(right) && isSameHash(left, right)
  if (left instanceof Time || left instanceof CalendarDate) return left.equals(right)
  if (left instanceof Range) return right instanceof Range && `${left}` === `${right}`
  return false
}

function answers(question: Question, value: unknown): boolean {
  if (question.name === 'blank') return false
  if (value instanceof Question) return value.name === 'empty'
  return isEmpty(value)
}

function isSameHash(left: Hash, right: Hash): boolean {
  if (left.size !== right.size) return false
  for (const [key, value] of left) {
    if (!right.has(key) || !isEqual(value, right.get(key))) return false
  }
  return true
}

/** Whether the value is an empty text, list or hash. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0
  return isHash(value) && value.size === 0
}

/** Ruby's `<=>`: undefined where the two have no order. */
export function compare(left: unknown, right: unknown): number | undefined {
  if (typeof left === 'string') {
    return typeof right === 'string' ? compareText(left, right) : undefined
  }
  if (isNumeric(left)) return isNumeric(right) ? compareNumbers(left, right) : undefined
  if (left instanceof Time) return right instanceof Time ? left.compare(right) : undefined
  if (left instanceof CalendarDate) {
    return right instanceof CalendarDate ? left.compare(right) : undefined
  }
  if (Array.isArray(left)) return Array.isArray(right) ? compareLists(left, right) : undefined
  if (left instanceof Drop) return left.compare(right)
  return isEqual(left, right) ? 0 : undefined
}

function compareNumbers(
  left: number | bigint | WholeFloat,
  right: number | bigint | WholeFloat,
): number | undefined {
  const a = comparable(left)
  const b = comparable(right)
  if (a < b) return -1
  if (a > b) return 1
  return Number.isNaN(Number(a)) || Number.isNaN(Number(b)) ? undefined : 0
}

function compareLists(left: readonly unknown[], right: readonly unknown[]): number | undefined {
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at++) {
    const order = compare(left[at], right[at])
    if (order !== 0) return order
  }
  return left.length - right.length
}

/** The order of two items of a sort. @throws where they have none */
export function orderOf(left: unknown, right: unknown): number {
  const order = compare(left, right)
  if (order === undefined) throw incomparable(left, right)
  return order
}

export function incomparable(left: unknown, right: unknown): Error {
  return liquidError(`comparison of ${className(left)} with ${shownInComparison(right)} failed`)
}

function shownInComparison(value: unknown): string {
  const shown = value === null || value === undefined || typeof value === 'boolean'
  return shown || isNumeric(value) ? inspect(value) : className(value)
}

/** The name of a value's class in Ruby. */
export function className(value: unknown): string {
  if (value === null || value === undefined) return 'NilClass'
  if (value === true) return 'TrueClass'
  if (value === false) return 'FalseClass'
  if (typeof value === 'string') return 'String'
  if (isInteger(value)) return 'Integer'
  if (isFloat(value)) return 'Float'
  if (Array.isArray(value)) return 'Array'
  if (isHash(value)) return 'Hash'
  if (value instanceof CalendarDate) return 'Date'
  if (value instanceof Time) return 'Time'
  if (value instanceof Range) return 'Range'
  return value instanceof Drop ? value.constructor.name : 'Object'
}
