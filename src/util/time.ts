/**
 * Ruby's two kinds of date: `Time`, a moment with an offset, and
 * `CalendarDate`, a day without either.
 *
 * Both are immutable. A `Time` in UTC prints `UTC`, one in a zone that happens
 * to be as far as UTC prints `+0000`: Ruby keeps these apart, so we do.
 */

import {
  type CivilDate,
  dateFromDays,
  dayOfYear,
  daysFromDate,
  isoWeek,
  SECONDS_PER_DAY,
  weekdayOf,
} from './civil.ts'
import type { Zone } from './zones.ts'

interface Shown {
  /** Seconds east of UTC. */
  readonly offset: number
  readonly isUtc: boolean
  /** Such as `CEST`; undefined for a bare offset. */
  readonly abbreviation: string | undefined
}

const UTC: Shown = { offset: 0, isUtc: true, abbreviation: 'UTC' }

export class Time {
  /** Whole seconds since 1970 UTC. */
  readonly seconds: number
  /** From 0 to 999,999,999. */
  readonly nanoseconds: number
  readonly offset: number
  readonly isUtc: boolean
  readonly abbreviation: string | undefined
  #civil: CivilDate | undefined

  private constructor(seconds: number, nanoseconds: number, shown: Shown) {
    this.seconds = seconds
    this.nanoseconds = nanoseconds
    this.offset = shown.offset
    this.isUtc = shown.isUtc
    this.abbreviation = shown.abbreviation
  }

  /** The moment `seconds` after 1970, as the clocks of `zone` show it; without a zone, in UTC. */
  static at(seconds: number, nanoseconds = 0, zone?: Zone): Time {
    return new Time(seconds, nanoseconds, zone ? shownIn(zone, seconds) : UTC)
  }

  /** From milliseconds, as file systems and JavaScript count them. */
  static fromMs(ms: number, zone?: Zone): Time {
    const seconds = Math.floor(ms / 1000)
    return Time.at(seconds, Math.round((ms - seconds * 1000) * 1e6), zone)
  }

  /** Parts beyond their range run on: the 30th of February is the 1st or 2nd of March. */
  static utc(
    year: number,
    month = 1,
    day = 1,
    hour = 0,
    minute = 0,
    second = 0,
    nanosecond = 0,
  ): Time {
    return new Time(wallSeconds(year, month, day, hour, minute, second), nanosecond, UTC)
  }

  /** What the clocks of `zone` showed as this. */
  static local(
    zone: Zone,
    year: number,
    month = 1,
    day = 1,
    hour = 0,
    minute = 0,
    second = 0,
    nanosecond = 0,
  ): Time {
    const wall = wallSeconds(year, month, day, hour, minute, second)
    return Time.at(wall - zone.atWall(wall).offset, nanosecond, zone)
  }

  /** With a bare offset, in seconds east of UTC. */
  static withOffset(
    offset: number,
    year: number,
    month = 1,
    day = 1,
    hour = 0,
    minute = 0,
    second = 0,
    nanosecond = 0,
  ): Time {
    const seconds = wallSeconds(year, month, day, hour, minute, second) - offset
    return new Time(seconds, nanosecond, { offset, isUtc: false, abbreviation: undefined })
  }

  /** The same moment as the clocks of `zone` show it. */
  toZone(zone: Zone): Time {
    const { offset, abbreviation } = zone.at(this.seconds)
    const isShown = offset === this.offset && abbreviation === this.abbreviation && !this.isUtc
    return isShown ? this : new Time(this.seconds, this.nanoseconds, shownIn(zone, this.seconds))
  }

  toUtc(): Time {
    return this.isUtc ? this : new Time(this.seconds, this.nanoseconds, UTC)
  }

  toDate(): CalendarDate {
    return new CalendarDate(this.year, this.month, this.day)
  }

  /** Milliseconds since 1970, with their fraction. */
  get ms(): number {
    return this.seconds * 1000 + this.nanoseconds / 1e6
  }

  get year(): number {
    return this.#date().year
  }

  /** From 1. */
  get month(): number {
    return this.#date().month
  }

  get day(): number {
    return this.#date().day
  }

  get hour(): number {
    return Math.floor(this.#secondOfDay() / 3600)
  }

  get minute(): number {
    return Math.floor(this.#secondOfDay() / 60) % 60
  }

  get second(): number {
    return this.#secondOfDay() % 60
  }

  /** Day of the year, from 1. */
  get yday(): number {
    return dayOfYear(this.year, this.month, this.day)
  }

  /** Day of the week; 0 is Sunday. */
  get wday(): number {
    return weekdayOf(this.#days())
  }

  get isoYear(): number {
    return isoWeek(this.#days()).year
  }

  get isoWeek(): number {
    return isoWeek(this.#days()).week
  }

  /** As Ruby prints it: `2024-01-02 03:04:05 +0200`, or with `UTC` at the end. */
  toString(): string {
    return `${this.toDate()} ${this.clock} ${this.isUtc ? 'UTC' : formatOffset(this.offset)}`
  }

  /** `03:04:05` */
  get clock(): string {
    return `${twoDigits(this.hour)}:${twoDigits(this.minute)}:${twoDigits(this.second)}`
  }

  /** Negative where this is earlier than `other`, 0 for the same moment. */
  compare(other: Time): number {
    return this.seconds - other.seconds || this.nanoseconds - other.nanoseconds
  }

  equals(other: unknown): boolean {
    return other instanceof Time && this.compare(other) === 0
  }

  #days(): number {
    return Math.floor((this.seconds + this.offset) / SECONDS_PER_DAY)
  }

  #date(): CivilDate {
    this.#civil ??= dateFromDays(this.#days())
    return this.#civil
  }

  #secondOfDay(): number {
    return this.seconds + this.offset - this.#days() * SECONDS_PER_DAY
  }
}

export class CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number

  constructor(year: number, month: number, day: number) {
    this.year = year
    this.month = month
    this.day = day
  }

  /** Midnight at its beginning. */
  toTime(zone: Zone): Time {
    return Time.local(zone, this.year, this.month, this.day)
  }

  toUtcTime(): Time {
    return Time.utc(this.year, this.month, this.day)
  }

  /** As Ruby prints it: `2024-01-02`. */
  toString(): string {
    return `${fourDigits(this.year)}-${twoDigits(this.month)}-${twoDigits(this.day)}`
  }

  compare(other: CalendarDate): number {
    return this.year - other.year || this.month - other.month || this.day - other.day
  }

  equals(other: unknown): boolean {
    return other instanceof CalendarDate && this.compare(other) === 0
  }
}

/** `+0200`; with a separator `+02:00`. */
export function formatOffset(offset: number, separator = ''): string {
  const minutes = Math.floor(Math.abs(offset) / 60)
  const hours = twoDigits(Math.floor(minutes / 60))
  return `${offset < 0 ? '-' : '+'}${hours}${separator}${twoDigits(minutes % 60)}`
}

function shownIn(zone: Zone, seconds: number): Shown {
  const { offset, abbreviation } = zone.at(seconds)
  return { offset, abbreviation, isUtc: false }
}

function wallSeconds(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  const days = daysFromDate(year, month, day)
  return days * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

function fourDigits(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}
