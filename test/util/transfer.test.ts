import { expect, test } from 'vitest'
import { CalendarDate, findZone, Time } from '../../src/util/dates.ts'
import { pack, unpack } from '../../src/util/transfer.ts'
import { WholeFloat } from '../../src/util/values.ts'

test('values come out of a clone as they went in', () => {
  const value = {
    text: 'a',
    list: [1, 2.5, new WholeFloat(2), null, undefined, ['list', 'time']],
    map: new Map<unknown, unknown>([
      [1, new CalendarDate(2024, 1, 31)],
      ['1', Time.at(1_700_000_000, 5, findZone('Europe/Berlin'))],
      [true, Time.utc(2024, 2, 29)],
    ]),
    big: 12345678901234567890n,
  }
  expect(unpack(structuredClone(pack(value)))).toStrictEqual(value)
})
