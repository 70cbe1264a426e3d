import { expect, test } from 'vitest'
import { compareText, compareValues, mergeSort } from '../../src/reader/order.ts'
import { CalendarDate, Time } from '../../src/util/dates.ts'
import { WholeFloat } from '../../src/util/values.ts'

test('texts are in the order of their bytes', () => {
  const sorted = ['b', 'a', 'B', 'ab', 'é', '😀', '！'].sort(compareText)
  expect(sorted).toEqual(['B', 'a', 'ab', 'b', 'é', '！', '😀'])
})

test.each([
  [1, 2, -1],
  [new WholeFloat(2), 1.5, 1],
  [2n ** 60n, 1, 1],
  [[1, 2], [1, 3], -1],
  [[1], [1, 0], -1],
  [null, null, 0],
  [true, true, 0],
])('%s against %s', (a, b, order) => {
  expect(Math.sign(compareValues(a, b) ?? Number.NaN)).toBe(order)
})

test('dates compare with their like', () => {
  expect(compareValues(new CalendarDate(2020, 1, 1), new CalendarDate(2020, 1, 2))).toBeLessThan(0)
  expect(compareValues(Time.at(2), Time.at(1))).toBeGreaterThan(0)
})

test.each([
  ['1', 1],
  [true, false],
  [null, 1],
  [new CalendarDate(2020, 1, 1), Time.at(0)],
])('%s and %s cannot be compared', (a, b) => {
  expect(compareValues(a, b)).toBeUndefined()
})

test('equals stay in the order they came', () => {
  const items = ['b1', 'a1', 'b2', 'a2', 'c1', 'a3']
  expect(mergeSort(items, (a, b) => compareText(a.charAt(0), b.charAt(0)))).toEqual([
    'a1',
    'a2',
    'a3',
    'b1',
    'b2',
    'c1',
  ])
})
