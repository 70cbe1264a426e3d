/**
 * Finds the parts of a date in text: what `Date._parse` of Ruby finds.
 *
 * Only notation is known here, not whether the parts make sense together.
 */

export interface DateParts {
  readonly year?: number
  readonly yearDay?: number
  readonly month?: number
  readonly day?: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  /** Of a second. */
  readonly fraction?: number
  /** As written. */
  readonly zone?: string
}

/** Parts under construction. */
interface Found extends Writable<DateParts> {
  beforeChrist?: boolean
  /** Whether a year below 100 is to be completed. */
  completeYear: boolean
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

export function findDateParts(text: string): DateParts {
  const found: Found = { completeYear: true }
  let rest = text.replace(/[^-+',./:@\p{L}\p{N}[\]]+/gu, ' ')

  function strike(recogniser: Recogniser): boolean {
    const match = recogniser.pattern.exec(rest)
    if (!match || recogniser.take(match, found) === false) return false
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
    return true
  }

  strike(WEEKDAY)
  strike(CLOCK)
  DATES.some(strike)
  strike(ERA)
  strike(LONE_NUMBER)
  return finish(found)
}

interface Recogniser {
  readonly pattern: RegExp
  /** Answers false where the match is none after all. */
  take(match: RegExpExecArray, found: Found): unknown
}

const MONTH_NAMES = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]
const MONTH = `(${MONTH_NAMES.join('|')})`
/** A number that may be a year: `'99`, `-5`. */
const YEARLIKE = "('?-?\\d+)"
const ERA_WORD = '(c\\.?e\\.?|b\\.?c\\.?e\\.?|a\\.?d\\.?|b\\.?c\\.?)'

const WEEKDAY: Recogniser = {
  pattern: /\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*/i,
  take: () => true,
}

const MERIDIAN = '(?:\\s*([ap])(?:m\\b|\\.m\\.))'
const ZONE =
  '(?:\\s*((?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?|[a-z.][a-z.\\s]{0,60}(?:standard|daylight)\\stime\\b|[a-z]+(?:\\sdst)?\\b))?'

const CLOCK: Recogniser = {
  pattern: new RegExp(
    `(?:(\\d+)\\s*:\\s*(\\d+)(?:\\s*:\\s*(\\d+)(?:[,.](\\d*))?)?${MERIDIAN}?` +
      `|(\\d+)\\s*h(?:\\s*(\\d+)m?(?:\\s*(\\d+)s?)?)?${MERIDIAN}?` +
      `|(\\d+)${MERIDIAN})${ZONE}`,
    'i',
  ),
  take(match, found) {
    const [, h1, m1, s1, fraction, ap1, h2, m2, s2, ap2, h3, ap3, zone] = match
    const hour = Number(h1 ?? h2 ?? h3)
    const meridian = (ap1 ?? ap2 ?? ap3)?.toLowerCase()
    found.hour = meridian ? (hour % 12) + (meridian === 'p' ? 12 : 0) : hour
    const minute = m1 ?? m2
    const second = s1 ?? s2
    if (minute !== undefined) found.minute = Number(minute)
    if (second !== undefined) found.second = Number(second)
    if (fraction) found.fraction = Number(`0.${fraction}`)
    if (zone !== undefined) found.zone = zone
  },
}

/** The first that fits is taken. */
const DATES: readonly Recogniser[] = [
  {
    // 4th July 2024
    pattern: new RegExp(
      `('?\\d+)[^-\\d\\s]*\\s*${MONTH}[^-\\d\\s']*(?:\\s*${ERA_WORD}?\\s*('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?`,
      'i',
    ),
    take: ([, day, month, era, year], found) =>
      arrange(year, monthNumber(month), day, found, isBeforeChrist(era)),
  },
  {
    // July 4, 2024
    pattern: new RegExp(
      `\\b${MONTH}[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*${ERA_WORD}?\\s*('?-?\\d+))?`,
      'i',
    ),
    take: ([, month, day, era, year], found) =>
      arrange(year, monthNumber(month), day, found, isBeforeChrist(era)),
  },
  {
    // 2024-07-04
    pattern: /('?[-+]?\d+)-(\d+)-('?-?\d+)/,
    take: ([, year, month, day], found) => arrange(year, month, day, found),
  },
  {
    // 2024-W27-4 and other shapes that Time makes nothing of
    pattern: /\b(?:\d{2}|\d{4})?-?w\d{2}(?:-?\d)?\b/i,
    take: () => true,
  },
  { pattern: /-w-\d\b/i, take: () => true },
  {
    // --07-04
    pattern: /--(\d{2})?-(\d{2})\b/,
    take([, month, day], found) {
      if (month !== undefined) found.month = Number(month)
      found.day = Number(day)
    },
  },
  {
    // --0704
    pattern: /--(\d{2})(\d{2})?\b/,
    take([, month, day], found) {
      found.month = Number(month)
      if (day !== undefined) found.day = Number(day)
    },
  },
  {
    // 2024-186
    pattern: /\b(\d{2}|\d{4})-(\d{3})\b/,
    take([, year, yearDay], found) {
      found.year = Number(year)
      found.yearDay = Number(yearDay)
    },
  },
  {
    // H31.04.30, the years of Japanese emperors
    pattern: /\b([mtshr])(\d+)\.(\d+)\.(\d+)/i,
    take([, era, year, month, day], found) {
      const base = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 }[era!.toLowerCase()]!
      found.year = Number(year) + base
      found.month = Number(month)
      found.day = Number(day)
      found.completeYear = false
    },
  },
  {
    // 4-jul-2024
    pattern: new RegExp(`${YEARLIKE}-${MONTH}[^-/.]*-${YEARLIKE}`, 'i'),
    take: ([, day, month, year], found) => arrange(year, monthNumber(month), day, found),
  },
  {
    // jul-4-2024
    pattern: new RegExp(`\\b${MONTH}[^-/.]*-${YEARLIKE}(?:-${YEARLIKE})?`, 'i'),
    take: ([, month, day, year], found) => arrange(year, monthNumber(month), day, found),
  },
  {
    // 2024/7/4
    pattern: new RegExp(`${YEARLIKE}/\\s*('?\\d+)(?:\\D\\s*${YEARLIKE})?`),
    take: ([, year, month, day], found) => arrange(year, month, day, found),
  },
  {
    // 2024.7.4
    pattern: new RegExp(`${YEARLIKE}\\.\\s*('?\\d+)\\.\\s*${YEARLIKE}`),
    take: ([, year, month, day], found) => arrange(year, month, day, found),
  },
  {
    // '24
    pattern: /'(\d+)\b/,
    take: ([, year], found) => {
      found.year = Number(year)
    },
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\S*`, 'i'),
    take: ([, month], found) => {
      found.month = Number(monthNumber(month))
    },
  },
  {
    // 4th
    pattern: /(\d+)(?:st|nd|rd|th)\b/i,
    take: ([, day], found) => {
      found.day = Number(day)
    },
  },
  {
    // 20240704T130509
    pattern: /([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(z\b|[-+]\d{1,4}\b)?/i,
    take: ([, sign, digits, clock, fraction, zone], found) =>
      takeDigits(sign!, digits!, clock, fraction, zone, found),
  },
]

const ERA: Recogniser = {
  pattern: /\b(?:bc\b|bce\b|b\.c\.|b\.c\.e\.)/i,
  take: (_match, found) => {
    found.beforeChrist = true
  },
}

/** A day beside a clock, or an hour beside a day. */
const LONE_NUMBER: Recogniser = {
  pattern: /^\s*(\d{1,2})\s*$/,
  take([, text], found) {
    const value = Number(text)
    if (found.hour !== undefined && found.day === undefined && value >= 1 && value <= 31) {
      found.day = value
    }
    if (found.day !== undefined && found.hour === undefined && value <= 24) found.hour = value
  },
}

function finish(found: Found): DateParts {
  const { completeYear, beforeChrist, ...parts } = found
  if (parts.year === undefined) return parts
  if (beforeChrist) return { ...parts, year: 1 - parts.year }
  if (completeYear && parts.year >= 0 && parts.year <= 99) {
    return { ...parts, year: parts.year + (parts.year >= 69 ? 1900 : 2000) }
  }
  return parts
}

function monthNumber(name: string | undefined): string {
  return String(MONTH_NAMES.indexOf(name!.toLowerCase()) + 1)
}

function isBeforeChrist(era: string | undefined): boolean {
  return era !== undefined && /^b/i.test(era)
}

function looksLikeYear(text: string): boolean {
  return text.startsWith("'") || text.length > 2
}

/**
 * Three numbers in the order of a notation, put right where one can only be
 * the year: more than two digits, or an apostrophe before it.
 */
function arrange(
  first: string | undefined,
  second: string | undefined,
  third: string | undefined,
  found: Found,
  beforeChrist = false,
): void {
  let [year, month, day] = [first, second, third]
  if (year !== undefined && month !== undefined && day === undefined) {
    ;[year, month, day] = [undefined, first, second]
  }
  if (year === undefined && day !== undefined && looksLikeYear(day)) [year, day] = [day, undefined]
  if (year !== undefined && /\d[^\d]/.test(year)) [year, day] = [day, year]
  if (month !== undefined && looksLikeYear(month)) [year, month, day] = [month, day, year]
  if (day !== undefined && looksLikeYear(day)) [year, day] = [day, year]

  const written = year === undefined ? undefined : /([-+]?)(\d+)/.exec(year)
  if (written) {
    const [number, sign, digits] = written
    found.year = Number(number)
    if (sign !== '' || digits!.length > 2) found.completeYear = false
    if (year!.startsWith("'")) found.completeYear = true
  }
  if (beforeChrist) found.beforeChrist = true
  const monthDigits = month === undefined ? undefined : /\d+/.exec(month)
  if (monthDigits) found.month = Number(monthDigits[0])
  const dayDigits = day === undefined ? undefined : /\d+/.exec(day)
  if (dayDigits) found.day = Number(dayDigits[0])
}

/** How many digits go to which part, by the length of the whole. */
const RUNS: ReadonlyMap<number, readonly (readonly [keyof DateParts, number])[]> = new Map([
  [2, [['day', 2]]],
  [3, [['yearDay', 3]]],
  [
    4,
    [
      ['month', 2],
      ['day', 2],
    ],
  ],
  [
    5,
    [
      ['year', 2],
      ['yearDay', 3],
    ],
  ],
  [
    6,
    [
      ['year', 2],
      ['month', 2],
      ['day', 2],
    ],
  ],
  [
    7,
    [
      ['year', 4],
      ['yearDay', 3],
    ],
  ],
  [
    8,
    [
      ['year', 4],
      ['month', 2],
      ['day', 2],
    ],
  ],
  [
    10,
    [
      ['year', 4],
      ['month', 2],
      ['day', 2],
      ['hour', 2],
    ],
  ],
  [
    12,
    [
      ['year', 4],
      ['month', 2],
      ['day', 2],
      ['hour', 2],
      ['minute', 2],
    ],
  ],
  [
    14,
    [
      ['year', 4],
      ['month', 2],
      ['day', 2],
      ['hour', 2],
      ['minute', 2],
      ['second', 2],
    ],
  ],
] as const)

const FROM_THE_END = ['second', 'minute', 'hour', 'day', 'month', 'year'] as const

function takeDigits(
  sign: string,
  digits: string,
  clock: string | undefined,
  fraction: string | undefined,
  zone: string | undefined,
  found: Found,
): void {
  if (clock === undefined && fraction !== undefined) takeFromEnd(digits, FROM_THE_END, found)
  else takeRuns(sign, digits, found)

  if (clock !== undefined) {
    if (fraction !== undefined) takeFromEnd(clock, FROM_THE_END.slice(0, 3), found)
    else takeFromStart(clock, ['hour', 'minute', 'second'], found)
  }
  if (fraction) found.fraction = Number(`0.${fraction}`)
  if (zone !== undefined) found.zone = zone
}

function takeRuns(sign: string, digits: string, found: Found): void {
  let start = 0
  for (const [part, length] of RUNS.get(digits.length) ?? []) {
    const value = Number(digits.slice(start, start + length))
    setNumber(found, part, part === 'year' && sign === '-' ? -value : value)
    start += length
    if (part === 'year' && length === 4) found.completeYear = false
  }
}

/** Pairs of digits, the last one a second's; an odd digit stands alone. */
function takeFromEnd(digits: string, parts: readonly (keyof DateParts)[], found: Found): void {
  let end = digits.length
  for (const part of parts) {
    if (end <= 0) return
    const start = part === 'year' ? 0 : Math.max(end - 2, 0)
    setNumber(found, part, Number(digits.slice(start, end)))
    if (part === 'year' && end > 2) found.completeYear = false
    end = start
  }
}

function takeFromStart(digits: string, parts: readonly (keyof DateParts)[], found: Found): void {
  parts.forEach((part, index) => {
    const pair = digits.slice(index * 2, index * 2 + 2)
    if (pair.length === 2) setNumber(found, part, Number(pair))
  })
}

function setNumber(found: Found, part: keyof DateParts, value: number): void {
  if (part !== 'zone') found[part] = value
}
