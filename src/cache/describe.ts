/**
 * Any value as a text that differs wherever templates could tell two values
 * apart: `2`, `"2"` and `2.0` are three.
 *
 * A text stands behind its length and not in quotes, which is quick for long ones.
 * An item of the site among the values stands for its path alone, because what
 * a template reads of it is noted when it is read.
 */

import { CalendarDate, Time } from '../util/dates.ts'
import { isFloat, isHash } from '../util/values.ts'

/** Undefined where there is something in the value that nothing is known of. */
export function describe(value: unknown): string | undefined {
  try {
    return described(value, [])
  } catch (error) {
    if (error instanceof Indescribable) return undefined
    throw error
  }
}

class Indescribable extends Error {}

function described(value: unknown, around: readonly unknown[]): string {
  if (typeof value === 'string') return `"${value.length}:${value}`
  if (isFloat(value)) return `${Number(value)}f`
  if (typeof value !== 'object' || value === null) return simple(value)
  if (value instanceof Time) return describedTime(value)
  if (value instanceof CalendarDate) return `${value}`
  if (around.includes(value)) return `^${around.indexOf(value)}`
  const within = [...around, value]
  if (Array.isArray(value)) return `[${value.map((item) => described(item, within)).join()}]`
  if (isHash(value)) {
    const pairs = Array.from(
      value,
      ([key, item]) => `${described(key, within)}:${described(item, within)}`,
    )
    return `{${pairs.join()}}`
  }
  if ('kind' in value && 'path' in value) return `@${JSON.stringify(value.path)}`
  return describedObject(value, within)
}

function describedTime({ abbreviation, isUtc, nanoseconds, offset, seconds }: Time): string {
  return `T${seconds} ${nanoseconds} ${offset} ${isUtc} ${abbreviation}`
}

function simple(value: unknown): string {
  if (typeof value === 'function' || typeof value === 'symbol') throw new Indescribable()
  return String(value)
}

/** What plugins or this room make of braces; nobody knows what else an object would print. */
function describedObject(value: object, around: readonly unknown[]): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new Indescribable()
  const pairs = Object.entries(value).map(([key, item]) => `${key}=${described(item, around)}`)
  return `(${pairs.join()})`
}
