/**
 * The Gregorian calendar as arithmetic: no zones, no `Date`.
 *
 * The calendar is taken to have been in force always, and years count 1, 0, -1.
 */

export const SECONDS_PER_DAY = 86400

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : DAYS_IN_MONTH[month - 1]!
}

/** Days from 1970-01-01 to the first of January of `year`. */
export function daysBeforeYear(year: number): number {
  const past = year - 1
  return (
    365 * (year - 1970) +
    Math.floor(past / 4) -
    Math.floor(past / 100) +
    Math.floor(past / 400) -
    477
  )
}

/** Day of the year, from 1. */
export function dayOfYear(year: number, month: number, day: number): number {
  return DAYS_BEFORE_MONTH[month - 1]! + day + (month > 2 && isLeapYear(year) ? 1 : 0)
}

/** Days from 1970-01-01; days beyond the month's end run on into the next. */
export function daysFromDate(year: number, month: number, day: number): number {
  return daysBeforeYear(year) + dayOfYear(year, month, day) - 1
}

/** 0 is Sunday. */
export function weekdayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7
}

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function dateFromDays(days: number): CivilDate {
  let year = 1970 + Math.floor(days / 365.2425)
  while (days < daysBeforeYear(year)) year--
  while (days >= daysBeforeYear(year + 1)) year++
  let day = days - daysBeforeYear(year) + 1
  let month = 1
  for (let length = daysInMonth(year, 1); day > length; length = daysInMonth(year, month)) {
    day -= length
    month++
  }
  return { year, month, day }
}

export function isValidDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Week and year of ISO 8601: weeks begin on Monday, the first one holds the 4th of January. */
export function isoWeek(days: number): { readonly year: number; readonly week: number } {
  const thursday = days - ((weekdayOf(days) + 6) % 7) + 3
  const { year } = dateFromDays(thursday)
  return { year, week: Math.floor((thursday - daysBeforeYear(year)) / 7) + 1 }
}
