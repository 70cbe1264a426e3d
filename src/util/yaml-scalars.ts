/**
 * What an unquoted scalar of YAML means to Ruby's Psych.
 *
 * The tests stand in Psych's order, which decides between notations that
 * overlap. Much of it is YAML 1.1 (`yes`, `017`, `12:30:45`), some is Psych's
 * own (`1,000` is a number, `12:30` counts as hours). A symbol (`:title`) is text
 * with its colon: so Jekyll's releases have it, and sites write `permalink: :title`;
 * Debian's Jekyll alone refuses it.
 */

import { isValidDate } from './civil.ts'
import { CalendarDate, Time } from './time.ts'
import { float } from './values.ts'
import type { Zone } from './zones.ts'

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['', null],
  ['~', null],
  ['null', null],
  ['yes', true],
  ['true', true],
  ['on', true],
  ['no', false],
  ['false', false],
  ['off', false],
])

/** Nothing but text begins so: a letter or sign, at most one character in. */
const TEXT = /^[^\d.:-]?[\p{L}\p{M}_\s!@#$%^&*(){}<>|/\\~;=]/u
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const TIME =
  /^(-?\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?(?:\s*(Z|[-+]\d{1,2}:?(?:\d\d)?))?$/
const BASE_60 = /^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}(\.[\d_]*)?$/
const FLOAT = /^[-+]?(?:\d[\d_,]*)?\.\d*(?:[eE][-+]\d+)?$/
const INTEGER = /^([-+]?)(?:0b([01_,]+)|0x([\da-fA-F_,]+)|0([0-7_,]+)|(0|[1-9](?:[,_]?\d)*))$/

export function readScalar(source: string, zone: Zone): unknown {
  if (source.length <= 5) {
    const word = WORDS.get(source.toLowerCase())
    if (word !== undefined) return word
  }
  if (TEXT.test(source) || source.includes('\n')) return source
  return readTime(source, zone) ?? readDate(source) ?? readNumber(source) ?? source
}

function readTime(source: string, zone: Zone): Time | undefined {
  const match = TIME.exec(source)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number)
  if (month! < 1 || month! > 12 || day! < 1 || day! > 31) return undefined
  if (hour! > 24 || minute! > 59 || second! > 60) return undefined
  if (hour === 24 && (minute !== 0 || second !== 0)) return undefined

  const nanosecond = Number((match[7] ?? '').slice(0, 9).padEnd(9, '0'))
  const parts = [year!, month!, day!, hour!, minute!, second!, nanosecond] as const
  const offset = match[8]
  if (offset === 'Z') return Time.utc(...parts)
  if (offset === undefined) return Time.utc(...parts).toZone(zone)
  const seconds = readOffset(offset)
  return Math.abs(seconds) < 86400 ? Time.withOffset(seconds, ...parts) : undefined
}

/** The minutes of `-00:30` count as east: Psych has no sign left for them. */
function readOffset(text: string): number {
  const [, hours, minutes] = /^([-+]\d{1,2}):?(\d\d)?$/.exec(text) ?? []
  const hourSeconds = Number(hours) * 3600
  const minuteSeconds = Number(minutes ?? 0) * 60
  return hourSeconds < 0 ? hourSeconds - minuteSeconds : hourSeconds + minuteSeconds
}

function readDate(source: string): CalendarDate | undefined {
  const match = DATE.exec(source)
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map(Number)
  return isValidDate(year!, month!, day!) ? new CalendarDate(year!, month!, day!) : undefined
}

function readNumber(source: string): unknown {
  const lower = source.toLowerCase()
  if (lower === '.inf' || lower === '+.inf') return float(Number.POSITIVE_INFINITY)
  if (lower === '-.inf') return float(Number.NEGATIVE_INFINITY)
  if (lower === '.nan') return float(Number.NaN)

  const base60 = BASE_60.exec(source)
  if (base60) return readBase60(source, base60[1] !== undefined)
  if (FLOAT.test(source)) return readFloat(source)
  return readInteger(source)
}

/** The first part counts as hours, with or without seconds after the minutes. */
function readBase60(source: string, isFloat: boolean): unknown {
  let total = 0
  for (const [index, part] of source.replaceAll('_', '').split(':').entries()) {
    total += Number(part) * 60 ** (2 - index)
  }
  return isFloat ? float(total) : total
}

function readFloat(source: string): unknown {
  const digits = source.replace(/[,_]/g, '').replace(/\.(?=e|$)/i, '')
  return /\d/.test(digits) && !/^[-+]?e/i.test(digits) ? float(Number(digits)) : undefined
}

function readInteger(source: string): number | bigint | undefined {
  const match = INTEGER.exec(source)
  if (!match) return undefined
  const [, sign, binary, hex, octal, decimal] = match
  const [prefix, digits] =
    binary !== undefined
      ? ['0b', binary]
      : hex !== undefined
        ? ['0x', hex]
        : octal !== undefined
          ? ['0o', octal]
          : ['', decimal!]
  const clean = digits.replace(/[,_]/g, '')
  if (clean === '') return octal === undefined ? undefined : 0
  const size = BigInt(prefix + clean)
  const value = sign === '-' ? -size : size
  return Number.isSafeInteger(Number(value)) ? Number(value) : value
}
