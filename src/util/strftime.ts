/**
 * Ruby's `strftime`.
 *
 * A directive is `%`, flags (`-` no padding, `_` spaces, `0` zeros, `^` upper
 * case, `#` changed case), a width, colons for `%:z`, perhaps `E` or `O`, and a
 * letter. Directives that Ruby does not know stay as they are.
 */

import { SiteError } from './errors.ts'
import { CalendarDate, formatOffset, type Time } from './time.ts'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const DIRECTIVE = /%([-_0^#]*)(\d*)(:{0,3})([EO]?)(.?)/gsu
/** Ruby has a limit of its own, which is higher; this is far beyond any use. */
const WIDEST = 1024
const AFTER_E = 'cCxXyY'
const AFTER_O = 'deHkIlmMSuUVwWy'

interface Flags {
  readonly noPadding: boolean
  /** What pads, where the format says so. */
  readonly padding: string | undefined
  readonly upper: boolean
  readonly changeCase: boolean
  readonly width: number | undefined
}

/** A `CalendarDate` is formatted as its midnight at +00:00. @throws for a `Time` and a lone `%` at the end */
export function strftime(date: Time | CalendarDate, format: string): string {
  return compileFormat(format)(date)
}

/** `time` is the moment of `date`. */
type Piece = (date: Time | CalendarDate, time: Time) => string

/** A format that is read once and used often. */
export function compileFormat(format: string): (date: Time | CalendarDate) => string {
  if (!format.includes('%')) return () => format
  const pieces: Piece[] = []
  let from = 0
  for (const match of format.matchAll(DIRECTIVE)) {
    const before = format.slice(from, match.index)
    if (before !== '') pieces.push(() => before)
    pieces.push(compileDirective(match, format))
    from = match.index + match[0].length
  }
  const rest = format.slice(from)
  return (date) => {
    const time = date instanceof CalendarDate ? date.toUtcTime() : date
    let text = ''
    for (const piece of pieces) text += piece(date, time)
    return text + rest
  }
}

function compileDirective(match: RegExpMatchArray, format: string): Piece {
  const [whole, marks = '', width = '', colons = '', modifier = '', letter = ''] = match
  if (letter === '' && colons === '' && modifier === '') {
    return (date) => {
      if (date instanceof CalendarDate) return whole
      throw new SiteError(`invalid format: ${format}`)
    }
  }
  if (Number(width) > WIDEST) return () => whole
  if (colons !== '' && letter !== 'z') return () => whole
  if (modifier === 'E' && !isIn(AFTER_E, letter)) return () => whole
  if (modifier === 'O' && !isIn(AFTER_O, letter)) return () => whole
  const flags = readFlags(marks, width)
  if (letter === 'z') return (_, time) => formatZone(time, flags, colons.length)
  if (letter === 'Z') return (date) => pad(zoneName(date, flags), flags)
  const write = DIRECTIVES.get(letter) ?? compileCombined(letter)
  if (write !== undefined) return (_, time) => write(time, flags)
  return (date) => {
    const own = date instanceof CalendarDate ? directiveOfDate(date, letter, flags) : undefined
    return own ?? whole
  }
}

/** What Ruby's `Date` knows beside what `Time` does. */
function directiveOfDate(date: CalendarDate, letter: string, flags: Flags): string | undefined {
  if (letter === 'Q') return number(date.toUtcTime().seconds * 1000, 1, flags)
  return letter === '+' ? pad(DATE_PLUS(date), flags) : undefined
}

function isIn(letters: string, letter: string): boolean {
  return letter !== '' && letters.includes(letter)
}

function readFlags(marks: string, width: string): Flags {
  let padding: string | undefined
  for (const mark of marks) {
    if (mark === '_') padding = ' '
    if (mark === '0') padding = '0'
  }
  return {
    noPadding: marks.includes('-'),
    padding,
    upper: marks.includes('^'),
    changeCase: marks.includes('#'),
    width: width === '' ? undefined : Number(width),
  }
}

type Write = (time: Time, flags: Flags) => string

const DIRECTIVES: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['Y', (time, flags) => year(time.year, flags)],
  ['C', (time, flags) => number(Math.floor(time.year / 100), 2, flags)],
  ['y', (time, flags) => number(modulo(time.year, 100), 2, flags)],
  ['m', (time, flags) => number(time.month, 2, flags)],
  ['B', (time, flags) => word(MONTHS[time.month - 1]!, flags)],
  ['b', shortMonth],
  ['h', shortMonth],
  ['d', (time, flags) => number(time.day, 2, flags)],
  ['e', (time, flags) => number(time.day, 2, flags, ' ')],
  ['j', (time, flags) => number(time.yday, 3, flags)],
  ['H', (time, flags) => number(time.hour, 2, flags)],
  ['k', (time, flags) => number(time.hour, 2, flags, ' ')],
  ['I', (time, flags) => number(hour12(time), 2, flags)],
  ['l', (time, flags) => number(hour12(time), 2, flags, ' ')],
  ['M', (time, flags) => number(time.minute, 2, flags)],
  ['S', (time, flags) => number(time.second, 2, flags)],
  ['L', (time, flags) => fraction(time, flags.width ?? 3)],
  ['N', (time, flags) => fraction(time, flags.width ?? 9)],
  ['P', (time, flags) => pad(isRaised(flags) ? meridian(time) : lower(meridian(time)), flags)],
  ['p', (time, flags) => pad(flags.changeCase ? lower(meridian(time)) : meridian(time), flags)],
  ['A', (time, flags) => word(DAYS[time.wday]!, flags)],
  ['a', (time, flags) => word(DAYS[time.wday]!.slice(0, 3), flags)],
  ['u', (time, flags) => number(time.wday === 0 ? 7 : time.wday, 1, flags)],
  ['w', (time, flags) => number(time.wday, 1, flags)],
  ['G', (time, flags) => year(time.isoYear, flags)],
  ['g', (time, flags) => number(modulo(time.isoYear, 100), 2, flags)],
  ['V', (time, flags) => number(time.isoWeek, 2, flags)],
  ['U', (time, flags) => number(weekOfYear(time, time.wday), 2, flags)],
  ['W', (time, flags) => number(weekOfYear(time, (time.wday + 6) % 7), 2, flags)],
  ['s', (time, flags) => number(time.seconds, 1, flags)],
  ['n', (_, flags) => pad('\n', flags)],
  ['t', (_, flags) => pad('\t', flags)],
  ['%', (_, flags) => pad('%', flags)],
])

/** Directives that stand for several. */
const COMBINED: ReadonlyMap<string, string> = new Map([
  ['c', '%a %b %e %H:%M:%S %Y'],
  ['D', '%m/%d/%y'],
  ['x', '%m/%d/%y'],
  ['F', '%Y-%m-%d'],
  ['T', '%H:%M:%S'],
  ['X', '%H:%M:%S'],
  ['R', '%H:%M'],
  ['r', '%I:%M:%S %p'],
  ['v', '%e-%^b-%4Y'],
])

function compileCombined(letter: string): Write | undefined {
  const format = COMBINED.get(letter)
  if (format === undefined) return undefined
  const write = compileFormat(format)
  return (time, flags) => {
    const text = write(time)
    return pad(flags.upper ? text.toUpperCase() : text, { ...flags, noPadding: false })
  }
}

function shortMonth(time: Time, flags: Flags): string {
  return word(MONTHS[time.month - 1]!.slice(0, 3), flags)
}

function isRaised({ changeCase, upper }: Flags): boolean {
  return upper || changeCase
}

/** Weeks begin on the day that `wday` counts from; before the first one it is week 0. */
function weekOfYear(time: Time, wday: number): number {
  return Math.floor((time.yday + 6 - wday) / 7)
}

function word(text: string, flags: Flags): string {
  return pad(isRaised(flags) ? text.toUpperCase() : text, flags)
}

function pad(text: string, { width = 0, padding = ' ', noPadding }: Flags): string {
  return noPadding || text === '' ? text : text.padStart(width, padding)
}

/** A sign stands before zeros and after spaces. */
function number(value: number, digits: number, flags: Flags, usual = '0'): string {
  if (flags.noPadding) return String(value)
  const width = flags.width ?? digits
  if ((flags.padding ?? usual) === ' ') return String(value).padStart(width)
  const sign = value < 0 ? '-' : ''
  return sign + String(Math.abs(value)).padStart(width - sign.length, '0')
}

function year(value: number, flags: Flags): string {
  return number(value, value < 0 ? 5 : 4, flags)
}

function fraction(time: Time, digits: number): string {
  const all = String(time.nanoseconds).padStart(9, '0')
  return all.slice(0, digits).padEnd(digits, '0')
}

function hour12(time: Time): number {
  return time.hour % 12 === 0 ? 12 : time.hour % 12
}

function meridian(time: Time): string {
  return time.hour < 12 ? 'AM' : 'PM'
}

function lower(text: string): string {
  return text.toLowerCase()
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function zoneName(date: Time | CalendarDate, flags: Flags): string {
  if (date instanceof CalendarDate) return '+00:00'
  const name = date.abbreviation ?? ''
  return flags.changeCase ? name.toLowerCase() : name
}

/** `%z` to `%:::z`; the last leaves out what is zero. */
function formatZone(time: Time, flags: Flags, colons: number): string {
  const size = Math.abs(time.offset)
  const hours = Math.floor(size / 3600)
  const minutes = twoDigits(Math.floor(size / 60) % 60)
  const seconds = twoDigits(size % 60)
  const sign = time.offset < 0 || (time.isUtc && flags.noPadding) ? '-' : '+'

  let rest = minutes
  if (colons === 1) rest = `:${minutes}`
  if (colons === 2) rest = `:${minutes}:${seconds}`
  if (colons === 3) {
    rest = seconds !== '00' ? `:${minutes}:${seconds}` : minutes !== '00' ? `:${minutes}` : ''
  }

  const width = Math.max((flags.width ?? 0) - rest.length, 3)
  if (flags.padding === ' ') return `${sign}${hours}`.padStart(width) + rest
  return sign + String(hours).padStart(width - 1, '0') + rest
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** As Ruby's `xmlschema`: `2024-07-04T13:05:09+02:00`, UTC with `Z`. */
export function toXmlSchema(time: Time): string {
  return `${time.toDate()}T${time.clock}${time.isUtc ? 'Z' : formatOffset(time.offset, ':')}`
}

const DATE_PLUS = compileFormat('%a %b %e %H:%M:%S %Z %Y')
const RFC822_UTC = compileFormat('%a, %d %b %Y %H:%M:%S -0000')
const RFC822 = compileFormat('%a, %d %b %Y %H:%M:%S %z')

/** As Ruby's `rfc822`: `Thu, 04 Jul 2024 13:05:09 +0200`, UTC with `-0000`. */
export function toRfc822(time: Time): string {
  return time.isUtc ? RFC822_UTC(time) : RFC822(time)
}
