/** Dates and times. */

import { ANYTHING } from '../../cache/reads.ts'
import { CalendarDate, parseTime, Time, toRfc822, toXmlSchema } from '../../util/dates.ts'
import { SiteError } from '../../util/errors.ts'
import { isInteger } from '../../util/values.ts'
import { liquidError, plainError } from '../errors.ts'
import type { Run } from '../run.ts'
import { inspect, toText } from '../values.ts'
import { type Filters, takes } from './filter.ts'

export const dateFilters: Filters = {
  date: takes(1, 1, formatDate),
  date_to_xmlschema: takes(0, 0, (input, _, run) => {
    return isNothing(input) ? input : toXmlSchema(localTime(input, run))
  }),
  date_to_rfc822: takes(0, 0, (input, _, run) => {
    return isNothing(input) ? input : toRfc822(localTime(input, run))
  }),
  date_to_string: takes(0, 2, (input, args, run) => spellDate(input, '%b', args, run)),
  date_to_long_string: takes(0, 2, (input, args, run) => spellDate(input, '%B', args, run)),
}

function isNothing(input: unknown): boolean {
  return !(input instanceof Time) && toText(input) === ''
}

/** A value keeps its offset; text without one is local. What is no date stays as it is. */
function formatDate(input: unknown, [format]: readonly unknown[], run: Run): unknown {
  const pattern = toText(format)
  if (pattern === '') return input
  const date = toDate(input, run, pattern)
  return date === undefined ? input : formatted(date, pattern, run)
}

function formatted(date: Time | CalendarDate, pattern: string, { context }: Run): string {
  try {
    return context.format(date, pattern)
  } catch (error) {
    throw error instanceof SiteError ? liquidError(error.message) : error
  }
}

const ALL_DIGITS = /^\d+$/
/** Such a text takes nothing from the day on which it is read. */
const WHOLE_DATE = /\b\d{4}-\d\d?-\d\d?\b/

/** `pattern` is what of the moment will be used. */
function toDate(
  input: unknown,
  { context, scope: { world } }: Run,
  pattern?: string,
): Time | CalendarDate | undefined {
  if (input instanceof Time || input instanceof CalendarDate) return input
  if (isInteger(input)) return Time.at(Number(input), 0, context.zone)
  if (typeof input !== 'string' || input === '') return undefined
  const text = input.toLowerCase()
  if (text === 'now' || text === 'today') {
    if (pattern === undefined) world.note(ANYTHING)
    else world.note('now', pattern)
    return context.now()
  }
  if (ALL_DIGITS.test(text)) return Time.at(Number(text), 0, context.zone)
  if (!WHOLE_DATE.test(text)) world.note('now', '%F %z')
  return parseTime(text, context.zone, context.now())
}

/** As the clocks of the site's zone show it. @throws for what is no date */
function localTime(input: unknown, run: Run): Time {
  const { zone } = run.context
  const date = toDate(input, run)
  if (date === undefined) {
    throw plainError(
      `Invalid Date: '${inspect(input)}' is not a valid datetime.`,
      'Write dates as 2024-01-31 or 2024-01-31 18:30:00 +0100.',
    )
  }
  return date instanceof CalendarDate ? date.toTime(zone) : date.toZone(zone)
}

function spellDate(
  input: unknown,
  month: string,
  [type, style]: readonly unknown[],
  run: Run,
): unknown {
  if (isNothing(input)) return input
  const time = localTime(input, run)
  const { format } = run.context
  if (type !== 'ordinal') return format(time, `%d ${month} %Y`)
  const day = `${time.day}${ordinalEnding(time.day)}`
  return format(time, style === 'US' ? `${month} ${day}, %Y` : `${day} ${month} %Y`)
}

function ordinalEnding(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}
