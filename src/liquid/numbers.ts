/**
 * Ruby's numbers: Integers without limit, Floats that print as Floats, and the
 * decimal arithmetic that Liquid's filters do with them.
 */

import { type Float, float, WholeFloat } from '../util/values.ts'
import { liquidError, plainError } from './errors.ts'
import { strip } from './text.ts'

export type Integer = number | bigint
export type Numeric = Integer | Float

/** `value` as a number where that is exact. */
export function integer(value: bigint): Integer {
  const small = Number(value)
  return Number.isSafeInteger(small) ? small : value
}

/** Digits with an optional sign. */
export function integerOf(digits: string): Integer {
  const value = Number(digits)
  return Number.isSafeInteger(value) ? value + 0 : BigInt(digits)
}

export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof WholeFloat
}

/** A number to compare with; Integers beyond 2^53 stay exact. */
export function comparable(value: Numeric): number | bigint {
  return value instanceof WholeFloat ? value.value : value
}

export function formatNumber(value: Numeric): string {
  if (typeof value === 'bigint') return String(value)
  if (value instanceof WholeFloat) return formatFloat(value.value)
  return Number.isInteger(value) ? String(value) : formatFloat(value)
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

/** Plain between 0.0001 and 10^15, or 10^16 while digits remain after the point; else with an exponent. */
export function formatFloat(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : String(value)
  if (Object.is(value, -0)) return '-0.0'
  if (value === 0) return '0.0'
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(String(value)) ?? []
  const all = whole + fraction
  const digits = all.replace(/^0+/, '').replace(/0+$/, '')
  const leadingZeros = all.length - all.replace(/^0+/, '').length
  const point = whole.length + Number(exponent) - leadingZeros
  return sign + placePoint(digits, point)
}

function placePoint(digits: string, point: number): string {
  if (point > 0 && point <= 16 && digits.length > point) {
    return `${digits.slice(0, point)}.${digits.slice(point)}`
  }
  if (point > 0 && point <= 15) return `${digits.padEnd(point, '0')}.0`
  if (point > -4 && point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  const exponent = point - 1
  const size = String(Math.abs(exponent)).padStart(2, '0')
  return `${digits[0]}.${digits.slice(1) || '0'}e${exponent < 0 ? '-' : '+'}${size}`
}

const LEADING_INTEGER = /^[\t\n\v\f\r ]*([+-]?\d+(?:_\d+)*)/
const WHOLE_INTEGER = /^[\t\n\v\f\r ]*([+-]?\d+(?:_\d+)*)[\t\n\v\f\r ]*$/
const FLOAT_TEXT = /^-?\d+\.\d+$/

/** Ruby's `to_i` of a text: its leading digits, or 0. */
export function leadingInteger(text: string): Integer {
  const digits = LEADING_INTEGER.exec(text)?.[1]
  return digits === undefined ? 0 : integerOf(digits.replaceAll('_', '').replace('+', ''))
}

/** A value as Liquid's arithmetic takes it. */
export function toNumber(value: unknown): Numeric {
  if (isNumeric(value)) return value
  if (typeof value !== 'string') return 0
  const text = strip(value)
  return FLOAT_TEXT.test(text) ? float(Number(text)) : leadingInteger(text)
}

/** What a machine's integer does not hold. */
const BEYOND = 2 ** 63

/** A count or position. @throws for what is no integer */
export function toCount(value: unknown): number {
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) {
    return smallEnough(value)
  }
  const digits = WHOLE_INTEGER.exec(countText(value))?.[1]
  if (digits === undefined) throw liquidError('invalid integer')
  return Number(digits.replaceAll('_', ''))
}

function smallEnough(value: Integer): number {
  const count = Number(value)
  if (count >= -BEYOND && count < BEYOND) return count
  throw plainError("bignum too big to convert into `long'")
}

function countText(value: unknown): string {
  if (typeof value === 'string') return value
  return isNumeric(value) ? formatNumber(value) : ''
}

/** `digits` divided by ten to the power of `scale`. */
interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

function decimalOf(value: Numeric): Decimal {
  if (typeof value === 'bigint') return { digits: value, scale: 0 }
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    DECIMAL.exec(String(comparable(value))) ?? []
  const digits = BigInt(sign + whole + fraction)
  const scale = fraction.length - Number(exponent)
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale }
}

function toFloat({ digits, scale }: Decimal): Float {
  return float(Number(`${digits}e${-scale}`))
}

type Operation = 'plus' | 'minus' | 'times' | 'divide' | 'modulo'

const EXACT: Readonly<Record<Operation, (left: Decimal, right: Decimal) => Decimal>> = {
  plus: (left, right) => aligned(left, right, (a, b) => a + b),
  minus: (left, right) => aligned(left, right, (a, b) => a - b),
  times: (left, right) => ({
    digits: left.digits * right.digits,
    scale: left.scale + right.scale,
  }),
  divide: divideDecimals,
  modulo: (left, right) => aligned(left, right, floorModulo),
}

const WHOLE: Readonly<Record<Operation, (left: bigint, right: bigint) => bigint>> = {
  plus: (left, right) => left + right,
  minus: (left, right) => left - right,
  times: (left, right) => left * right,
  divide: floorDivide,
  modulo: floorModulo,
}

const BINARY: Readonly<Record<Operation, (left: number, right: number) => number>> = {
  plus: (left, right) => left + right,
  minus: (left, right) => left - right,
  times: (left, right) => left * right,
  divide: (left, right) => left / right,
  modulo: (left, right) => left - Math.floor(left / right) * right,
}

/**
 * Two Integers give an Integer; with a Float in it the exact decimals are
 * reckoned with, so 0.1 and 0.2 make 0.3.
 */
export function calculate(operation: Operation, left: unknown, right: unknown): Numeric {
  const a = toNumber(left)
  const b = toNumber(right)
  if (typeof a === 'number' && typeof b === 'number' && operation !== 'divide') {
    const quick = BINARY[operation](a, b)
    if (Number.isInteger(a) && Number.isInteger(b) && Number.isSafeInteger(quick)) {
      return quick === 0 ? 0 : quick
    }
  }
  if (isWhole(a) && isWhole(b)) {
    refuseZero(operation, b)
    return integer(WHOLE[operation](BigInt(a), BigInt(b)))
  }
  if (!isFiniteNumber(a) || !isFiniteNumber(b)) {
    return float(BINARY[operation](Number(comparable(a)), Number(comparable(b))))
  }
  if (isZero(b)) {
    if (operation === 'divide' && !isZero(a)) {
      return float(Number(comparable(a)) / 0)
    }
    refuseZero(operation, b)
  }
  const exact = EXACT[operation](decimalOf(a), decimalOf(b))
  return exact.digits === 0n ? zero(operation, a, b) : toFloat(exact)
}

/** Zero has a sign, which exact digits do not show. */
function zero(operation: Operation, a: Numeric, b: Numeric): Numeric {
  const value = BINARY[operation](Number(comparable(a)), Number(comparable(b)))
  return float(value === 0 && operation !== 'modulo' ? value : 0)
}

function isWhole(value: Numeric): value is Integer {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))
}

function isFiniteNumber(value: Numeric): boolean {
  return typeof value === 'bigint' || Number.isFinite(comparable(value))
}

function isZero(value: Numeric): boolean {
  return Number(comparable(value)) === 0
}

function refuseZero(operation: Operation, divisor: Numeric): void {
  if ((operation === 'divide' || operation === 'modulo') && isZero(divisor)) {
    throw liquidError('divided by 0')
  }
}

function aligned(
  left: Decimal,
  right: Decimal,
  operation: (a: bigint, b: bigint) => bigint,
): Decimal {
  const scale = Math.max(left.scale, right.scale)
  return { digits: operation(scaled(left, scale), scaled(right, scale)), scale }
}

function scaled({ digits, scale }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - scale)
}

/** Digits enough that the nearest double is the right one. */
const QUOTIENT_DIGITS = 40

function divideDecimals(left: Decimal, right: Decimal): Decimal {
  const extra = QUOTIENT_DIGITS + right.digits.toString().length
  const digits = (left.digits * 10n ** BigInt(extra)) / right.digits
  const scale = left.scale - right.scale + extra
  return { digits, scale }
}

function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient
}

function floorModulo(left: bigint, right: bigint): bigint {
  const rest = left % right
  return rest !== 0n && rest < 0n !== right < 0n ? rest + right : rest
}

/** Half away from zero. To decimals it stays a Float, else it becomes an Integer. */
export function round(value: Numeric, places: number): Numeric {
  const { digits, scale } = decimalOf(finite(value))
  if (isWhole(value) && places >= 0) return value
  if (places > 0 && scale <= places) return toFloat({ digits, scale })
  const unit = 10n ** BigInt(scale - places)
  const half = digits < 0n ? -unit / 2n : unit / 2n
  const rounded = (digits + half) / unit
  if (places > 0) return toFloat({ digits: rounded, scale: places })
  return integer(rounded * 10n ** BigInt(-places))
}

export function floor(value: Numeric): Integer {
  const { digits, scale } = decimalOf(finite(value))
  return integer(floorDivide(digits, 10n ** BigInt(scale)))
}

export function ceil(value: Numeric): Integer {
  const { digits, scale } = decimalOf(finite(value))
  return integer(-floorDivide(-digits, 10n ** BigInt(scale)))
}

export function absolute(value: Numeric): Numeric {
  if (typeof value === 'bigint') return value < 0n ? -value : value
  if (value instanceof WholeFloat) return new WholeFloat(Math.abs(value.value))
  return Math.abs(value)
}

function finite(value: Numeric): Numeric {
  if (isFiniteNumber(value)) return value
  throw liquidError(formatNumber(value))
}
