/**
 * Text to a moment, as generously as Ruby's `Time.parse`.
 *
 * The text is taken apart by recognisers that each look for one notation and
 * strike out what they took: weekday, clock, then the first date notation that
 * fits. What the text does not say comes from now, down to the first thing it
 * does say. A day that the month lacks runs on (the 30th of February); what is
 * quite out of range makes the text unreadable.
 */

import { dayOfYear, daysFromDate } from './civil.ts'
import { type DateParts, findDateParts } from './date-parts.ts'
import { Time } from './time.ts'
import type { Zone } from './zones.ts'

/** Ruby reads no more, lest a text take forever. */
const LONGEST = 128

/** The moment that `text` names, or undefined where it names none. Without an offset it is local to `zone`. */
export function parseTime(text: string, zone: Zone, now: Time): Time | undefined {
  if (text.length > LONGEST) return undefined
  const parts = findDateParts(text)
  if (!hasTime(parts)) return undefined
  if (parts.yearDay === undefined) return makeTime(parts, zone, now)

  if (parts.yearDay < 1 || parts.yearDay > 366) return undefined
  return makeTime(withMonthAndDay(parts, now), zone, now)
}

function hasTime(parts: DateParts): boolean {
  const { year, yearDay, month, day, hour, minute, second, fraction } = parts
  return [year, yearDay, month, day, hour, minute, second, fraction].some(
    (part) => part !== undefined,
  )
}

function withMonthAndDay(parts: DateParts, now: Time): DateParts {
  const year = parts.year ?? now.year
  let month = 1
  while (month < 12 && dayOfYear(year, month + 1, 1) <= parts.yearDay!) month++
  const day = parts.yearDay! - dayOfYear(year, month, 1) + 1
  return { ...parts, month, day }
}

function makeTime(parts: DateParts, zone: Zone, now: Time): Time | undefined {
  const guess =
    parts.zone === undefined ? undefined : offsetOf(parts.zone, zone, parts.year ?? now.year)
  const today = guess === undefined ? now.toZone(zone) : atOffset(now, guess)
  const whole = fill(parts, today)
  const filled = guess === undefined ? whole : withDaysOfHours(whole, guess)
  if (!isInRange(filled)) return undefined

  const { year, month, day, hour, minute, second } = filled
  const nanosecond = Math.floor((parts.fraction ?? 0) * 1e9 + 1e-6)
  const offset = parts.zone === undefined ? undefined : offsetOf(parts.zone, zone, year)
  if (offset !== undefined && Math.abs(offset) >= 86400) return undefined
  if (offset === undefined) {
    return Time.local(zone, year, month, day, hour, minute, second, nanosecond)
  }

  const time = Time.withOffset(offset, year, month, day, hour, minute, second, nanosecond)
  if (UTC_NAMES.has(parts.zone!.toUpperCase())) return time.toUtc()
  const local = time.toZone(zone)
  return local.offset === offset ? local : time
}

function atOffset(time: Time, offset: number): Time {
  const shifted = Time.at(time.seconds + offset)
  const { year, month, day, hour, minute, second } = shifted
  return Time.withOffset(offset, year, month, day, hour, minute, second)
}

interface Filled {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** What the text leaves out before its first part is now's, what it leaves out after that the least. */
function fill(parts: DateParts, now: Time): Filled {
  const { year, month, day, hour, minute, second } = parts
  const said = [year, month, day, hour, minute, second]
  const first = said.findIndex((part) => part !== undefined)
  const usual = [now.year, now.month, now.day, now.hour, now.minute, now.second]
  const least = [1970, 1, 1, 0, 0, 0]
  const [y, mo, d, h, mi, s] = said.map(
    (part, index) => part ?? (first < 0 || index < first ? usual[index]! : least[index]!),
  )
  return { year: y!, month: mo!, day: d!, hour: h!, minute: mi!, second: s! }
}

/**
 * With an offset, hours beyond a day are days, reckoned in UTC as Ruby does: past
 * the end of a month it is the first of the next, however far.
 */
function withDaysOfHours(filled: Filled, offset: number): Filled {
  const shift = Math.trunc(offset / 3600)
  if (filled.hour < 24 || shift === 0) return filled
  const utc = filled.hour - shift
  const day = filled.day + Math.floor(utc / 24)
  const hour = modulo(utc, 24) + shift
  const isBeyond = shift < 0 && day > daysInMonth(filled.year, filled.month)
  if (!isBeyond) return normalized({ ...filled, day, hour })
  const { month, year } = filled
  const next = month === 12 ? { year: year + 1, month: 1 } : { month: month + 1 }
  return normalized({ ...filled, ...next, day: 1, hour })
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayOfYear(year, month + 1, 1) - dayOfYear(year, month, 1)
}

/** With the hour of a clock and the month of a calendar. */
function normalized({ year, month, day, hour, minute, second }: Filled): Filled {
  const time = Time.utc(year, month, day, hour, minute, second)
  return { year: time.year, month: time.month, day: time.day, hour: time.hour, minute, second }
}

function isInRange({ month, day, hour, minute, second }: Filled): boolean {
  const isClock = hour < 24 ? minute < 60 && second <= 60 : hour === 24 && minute + second === 0
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && isClock
}

const UTC_NAMES: ReadonlySet<string> = new Set(['UTC', 'Z', '-00:00', '-0000', '-00'])

/** Hours east of UTC, of the names that mail uses. */
const NAMED_ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({ UTC: 0, UT: 0, GMT: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6 })
    .concat(Object.entries({ PST: -8, PDT: -7, Z: 0 }))
    .concat([...'ABCDEFGHIKLM'].map((letter, index) => [letter, index + 1]))
    .concat([...'NOPQRSTUVWXY'].map((letter, index) => [letter, -index - 1])),
)

const NUMERIC_ZONE = /^([+-])(\d\d)(?:(\d\d)(\d\d)?|:(\d\d)(?::(\d\d))?)?$/

/** Undefined for a zone nobody knows; the time then counts as local. */
function offsetOf(name: string, zone: Zone, year: number): number | undefined {
  const upper = name.toUpperCase()
  const numeric = NUMERIC_ZONE.exec(upper)
  if (numeric) {
    const [, sign, hours, minutes, seconds, colonMinutes, colonSeconds] = numeric
    const size =
      Number(hours) * 3600 +
      Number(minutes ?? colonMinutes ?? 0) * 60 +
      Number(seconds ?? colonSeconds ?? 0)
    return sign === '-' ? -size : size
  }
  const hours = NAMED_ZONES.get(upper)
  if (hours !== undefined) return hours * 3600
  for (const month of [1, 7]) {
    const { offset, abbreviation } = zone.atWall(daysFromDate(year, month, 1) * 86400)
    if (abbreviation.toUpperCase() === upper) return offset
  }
  return undefined
}
