import { describe, expect, test } from 'vitest'
import {
  CalendarDate,
  findZone,
  parseTime,
  strftime,
  Time,
  toRfc822,
  toXmlSchema,
  type Zone,
} from '../../src/util/dates.ts'
import { readRecorded } from './recorded.ts'

const BERLIN = findZone('Europe/Berlin')
const NEW_YORK = findZone('America/New_York')
const NOW = Time.at(1720012345, 0, BERLIN)

describe('Time', () => {
  test('prints as Ruby does, UTC apart from a zone that is as far', () => {
    const moment = Time.at(1704157445)
    expect(moment.toString()).toBe('2024-01-02 01:04:05 UTC')
    expect(moment.toZone(findZone('UTC')).toString()).toBe('2024-01-02 01:04:05 +0000')
    expect(moment.toZone(BERLIN).toString()).toBe('2024-01-02 02:04:05 +0100')
    expect(Time.utc(-5, 3, 1).toString()).toBe('-0005-03-01 00:00:00 UTC')
  })

  test('lets parts beyond their range run on', () => {
    expect(String(Time.utc(2024, 2, 30))).toBe('2024-03-01 00:00:00 UTC')
    expect(String(Time.local(BERLIN, 2023, 12, 31, 24))).toBe('2024-01-01 00:00:00 +0100')
  })

  test('knows the parts of its date', () => {
    const { year, month, day, hour, minute, second, yday, wday } = Time.withOffset(
      7200,
      2024,
      12,
      30,
      23,
      59,
      58,
    )
    expect({ year, month, day, hour, minute, second, yday, wday }).toEqual({
      year: 2024,
      month: 12,
      day: 30,
      hour: 23,
      minute: 59,
      second: 58,
      yday: 365,
      wday: 1,
    })
  })

  test.each([
    ['2019-12-30', 2020, 1],
    ['2021-01-03', 2020, 53],
    ['2024-01-01', 2024, 1],
    ['2023-01-01', 2022, 52],
  ])('counts %s to week %i-W%i', (date, isoYear, isoWeek) => {
    const [year, month, day] = date.split('-').map(Number)
    expect(Time.utc(year!, month, day)).toMatchObject({ isoYear, isoWeek })
  })

  test('is compared by the moment, whatever the offset', () => {
    const morning = Time.withOffset(7200, 2024, 7, 4, 10)
    expect(morning.equals(Time.utc(2024, 7, 4, 8))).toBe(true)
    expect(morning.compare(Time.utc(2024, 7, 4, 9))).toBeLessThan(0)
    expect(Time.at(0, 5).compare(Time.at(0, 4))).toBeGreaterThan(0)
  })

  test('takes milliseconds before 1970 and fractions of them', () => {
    expect(Time.fromMs(-1500.25)).toMatchObject({ seconds: -2, nanoseconds: 499_750_000 })
  })
})

test('a day prints without a time and begins at midnight', () => {
  const day = new CalendarDate(2024, 7, 4)
  expect(String(day)).toBe('2024-07-04')
  expect(String(day.toTime(NEW_YORK))).toBe('2024-07-04 00:00:00 -0400')
})

describe('zones', () => {
  test.each([
    ['Europe/Berlin', 1720000000, '2024-07-03 11:46:40 +0200', 'CEST'],
    ['America/New_York', 1700000000, '2023-11-14 17:13:20 -0500', 'EST'],
    ['US/Pacific', 1720000000, '2024-07-03 02:46:40 -0700', 'PDT'],
    ['Asia/Kolkata', 1720000000, '2024-07-03 15:16:40 +0530', 'IST'],
    ['America/Sao_Paulo', 1720000000, '2024-07-03 06:46:40 -0300', '-03'],
    ['EST5EDT', 1720000000, '2024-07-03 05:46:40 -0400', 'EDT'],
    ['UTC', 1720000000, '2024-07-03 09:46:40 +0000', 'UTC'],
    ['Etc/UTC', 1720000000, '2024-07-03 09:46:40 +0000', 'UTC'],
    ['GMT', 1720000000, '2024-07-03 09:46:40 +0000', 'GMT'],
    ['JST', 1720000000, '2024-07-03 09:46:40 +0000', 'JST'],
    ['PST', 1720000000, '2024-07-03 09:46:40 +0000', 'PST'],
    ['', 1720000000, '2024-07-03 09:46:40 +0000', 'UTC'],
    ['XYZ-3', 1720000000, '2024-07-03 12:46:40 +0300', 'XYZ'],
    ['<+03>-3', 1720000000, '2024-07-03 12:46:40 +0300', '+03'],
    ['Nowhere/Else', 1720000000, '2024-07-03 09:46:40 +0000', 'Nowhere'],
  ])('%s at %i is %s', (name, seconds, shown, abbreviation) => {
    const time = Time.at(seconds, 0, findZone(name))
    expect([String(time), time.abbreviation]).toEqual([shown, abbreviation])
  })

  test.each([
    ['a skipped hour in spring', BERLIN, [2024, 3, 31, 2, 30], '2024-03-31 03:30:00 +0200'],
    ['a doubled hour in autumn', BERLIN, [2024, 10, 27, 2, 30], '2024-10-27 02:30:00 +0100'],
    ['a doubled hour in New York', NEW_YORK, [2024, 11, 3, 1, 30], '2024-11-03 01:30:00 -0500'],
    [
      'half an hour of summer time',
      findZone('Australia/Lord_Howe'),
      [2024, 10, 6, 2, 15],
      '2024-10-06 02:45:00 +1100',
    ],
    [
      'a day that Samoa left out',
      findZone('Pacific/Apia'),
      [2011, 12, 30, 10, 0],
      '2011-12-31 10:00:00 +1400',
    ],
  ] as const)('reads the clock in %s as Ruby does', (_what, zone, parts, shown) => {
    const [year, month, day, hour, minute] = parts
    expect(String(Time.local(zone, year, month, day, hour, minute))).toBe(shown)
  })
})

describe('strftime', () => {
  test('formats as Ruby does', () => {
    const cases = readRecorded('strftime.tsv')
    const got = cases.map(([when, format]) => [when, format, formatOrFail(when, String(format))])
    expect(got).toEqual(cases)
  })

  function formatOrFail(when: unknown, format: string): string {
    const [seconds, nanoseconds, zone] = when as [number, number, string | number | null]
    const time = Time.at(seconds, nanoseconds, NEW_YORK)
    try {
      return strftime(zone === 'utc' ? time.toUtc() : time.toZone(zoneOf(zone)), format)
    } catch {
      return 'ERR'
    }
  }

  function zoneOf(offset: string | number | null): Zone {
    if (typeof offset !== 'number') return NEW_YORK
    const at = () => ({ offset, abbreviation: '' })
    return { name: '', at, atWall: at }
  }

  test.each([
    ['%-d %B %Y', '4 July 2024'],
    ['%A, %^b %-e', 'Thursday, JUL 4'],
    ['%I:%M %p|%-l%P', '03:05 PM|3pm'],
    ['%j %U %W %V %G %u %w', '186 26 27 27 2024 4 4'],
    ['%c|%x|%X', 'Thu Jul  4 15:05:09 2024|07/04/24|15:05:09'],
    ['%FT%T%:z', '2024-07-04T15:05:09+02:00'],
    ['%L %3N %10N', '123 123 1234567890'],
    ['%_m|%-m|%05d|%^a|%#p|%10Y', ' 7|7|00004|THU|pm|0000002024'],
    ['%Z %z %::z', 'CEST +0200 +02:00:00'],
    ['100%% %Q %E é', '100% %Q %E é'],
  ])('%j gives %j', (format, expected) => {
    const time = Time.local(BERLIN, 2024, 7, 4, 15, 5, 9, 123_456_789)
    expect(strftime(time, format)).toBe(expected)
  })

  test('a day is formatted as its midnight at +00:00', () => {
    expect(strftime(new CalendarDate(2024, 7, 4), '%F %T %z %Z')).toBe(
      '2024-07-04 00:00:00 +0000 +00:00',
    )
  })

  test('a lone percent sign at the end is an error', () => {
    expect(() => strftime(NOW, '%d %')).toThrow('invalid format: %d %')
  })
})

test('writes dates for feeds', () => {
  const time = Time.withOffset(7200, 2024, 7, 4, 13, 5, 9)
  expect(toXmlSchema(time)).toBe('2024-07-04T13:05:09+02:00')
  expect(toXmlSchema(time.toUtc())).toBe('2024-07-04T11:05:09Z')
  expect(toRfc822(time)).toBe('Thu, 04 Jul 2024 13:05:09 +0200')
  expect(toRfc822(time.toUtc())).toBe('Thu, 04 Jul 2024 11:05:09 -0000')
})

describe('parseTime', () => {
  test('reads text as Ruby does', () => {
    const cases = readRecorded('time-parse.tsv')
    const got = cases.map(([text]) => {
      const time = parseTime(String(text), BERLIN, NOW)
      return [text, time ? `${time} ${time.nanoseconds} ${time.isUtc}` : 'ERR']
    })
    expect(got).toEqual(cases)
  })

  test.each([
    ['2024-07-04', '2024-07-04 00:00:00 +0200'],
    ['2024-07-04 13:05', '2024-07-04 13:05:00 +0200'],
    ['2024-07-04 13:05:09 -0500', '2024-07-04 13:05:09 -0500'],
    ['2024-07-04T13:05:09Z', '2024-07-04 13:05:09 UTC'],
    ['July 4, 2024 3pm', '2024-07-04 15:00:00 +0200'],
    ['Thu, 04 Jul 2024 13:05:09 +0000', '2024-07-04 13:05:09 +0000'],
    ['1/5/2024', '2024-05-01 00:00:00 +0200'],
    ['2024-02-30', '2024-03-01 00:00:00 +0100'],
    ['10:30', '2024-07-03 10:30:00 +0200'],
  ])('%j is %s', (text, shown) => {
    expect(String(parseTime(text, BERLIN, NOW))).toBe(shown)
  })

  test.each(['garbage', '', '2024-13-01', '2024-01-32', '25:00', `2024-01-01${' '.repeat(130)}`])(
    'makes nothing of %j',
    (text) => {
      expect(parseTime(text, BERLIN, NOW)).toBeUndefined()
    },
  )
})
