/**
 * Order as Ruby has it: texts by their bytes, not by UTF-16 units or a locale.
 */

import { CalendarDate, Time } from '../util/dates.ts'
import { WholeFloat } from '../util/values.ts'

export function compareText(a: string, b: string): number {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at++) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left !== right) return byteRank(left) - byteRank(right)
  }
  return a.length - b.length
}

/** Halves of pairs stand for code points above all others, though their numbers are lower. */
function byteRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/**
 * Sorts as Ruby does on Linux: by merging halves. The result is that of any
 * stable sort unless `compare` contradicts itself, and Jekyll's order of
 * documents does where some have a date and some do not.
 */
export function mergeSort<T>(items: readonly T[], compare: (a: T, b: T) => number): T[] {
  if (items.length < 2) return [...items]
  const half = Math.floor(items.length / 2)
  const left = mergeSort(items.slice(0, half), compare)
  const right = mergeSort(items.slice(half), compare)
  const sorted: T[] = []
  let at = 0
  for (const item of left) {
    while (at < right.length && compare(item, right[at]!) > 0) sorted.push(right[at++]!)
    sorted.push(item)
  }
  while (at < right.length) sorted.push(right[at++]!)
  return sorted
}

/** Ruby's `<=>`: undefined for values that cannot be compared. */
export function compareValues(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (a instanceof Time && b instanceof Time) return a.compare(b)
  if (a instanceof CalendarDate && b instanceof CalendarDate) return a.compare(b)
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  const left = numberOf(a)
  const right = numberOf(b)
  if (left !== undefined && right !== undefined) return left < right ? -1 : left > right ? 1 : 0
  return a === b ? 0 : undefined
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number | undefined {
  for (const [index, left] of a.slice(0, b.length).entries()) {
    const order = compareValues(left, b[index])
    if (order !== 0) return order
  }
  return a.length - b.length
}

function numberOf(value: unknown): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  return value instanceof WholeFloat ? value.value : undefined
}
