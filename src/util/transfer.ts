/**
 * Values on their way to another thread and back.
 *
 * A structured clone keeps mappings, lists and plain objects, but takes their
 * class from `Time`, `CalendarDate` and `WholeFloat`. So these travel as lists
 * that name them, and every list is marked as one or the other.
 */

import { CalendarDate, Time } from './dates.ts'
import { WholeFloat } from './values.ts'

type Packed = readonly [kind: 'list' | 'time' | 'date' | 'float', ...parts: unknown[]]

/** A copy of `value` that may be posted to a thread. Functions are not allowed in it. */
export function pack(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return ['list', ...value.map(pack)] satisfies Packed
  if (value instanceof Map)
    return new Map(Array.from(value, ([key, part]) => [pack(key), pack(part)]))
  if (value instanceof WholeFloat) return ['float', value.value] satisfies Packed
  if (value instanceof CalendarDate) {
    return ['date', value.year, value.month, value.day] satisfies Packed
  }
  if (value instanceof Time) {
    const { abbreviation, isUtc, nanoseconds, offset, seconds } = value
    return ['time', { abbreviation, isUtc, nanoseconds, offset, seconds }] satisfies Packed
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pack(part)]))
}

/** What `pack` was given. */
export function unpack(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Map) {
    return new Map(Array.from(value, ([key, part]) => [unpack(key), unpack(part)]))
  }
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpack(part)]))
  }
  const [kind, ...parts] = value as unknown as Packed // only pack makes lists
  switch (kind) {
    case 'list':
      return parts.map(unpack)
    case 'float':
      return new WholeFloat(Number(parts[0]))
    case 'date':
      return new CalendarDate(Number(parts[0]), Number(parts[1]), Number(parts[2]))
    case 'time':
      return Time.restore(parts[0] as Time) // the fields of one, as pack takes them
  }
}
