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
  const parts: string[] = []
  try {
    addTo(parts, value, [])
  } catch (error) {
    if (error instanceof Indescribable) return undefined
    throw error
  }
  return parts.join('')
}

class Indescribable extends Error {}

/** `around` are the lists and mappings that the value is in. */
function addTo(parts: string[], value: unknown, around: unknown[]): void {
  if (typeof value === 'string') parts.push('"', String(value.length), ':', value)
  else if (isFloat(value)) parts.push(String(Number(value)), 'f')
  else if (typeof value !== 'object' || value === null) parts.push(simple(value))
  else if (value instanceof Time) addTime(parts, value)
  else if (value instanceof CalendarDate) parts.push(value.toString())
  else if (around.includes(value)) parts.push('^', String(around.indexOf(value)))
  else {
    around.push(value)
    addObject(parts, value, around)
    around.pop()
  }
}

function addTime(parts: string[], { abbreviation, isUtc, nanoseconds, offset, seconds }: Time) {
  parts.push('T', `${seconds} ${nanoseconds} ${offset} ${isUtc} ${abbreviation}`)
}

function simple(value: unknown): string {
  if (typeof value === 'function' || typeof value === 'symbol') throw new Indescribable()
  return String(value)
}

function addObject(parts: string[], value: object, around: unknown[]): void {
  if (Array.isArray(value)) {
    parts.push('[')
    for (const item of value) addEntry(parts, item, around, ',')
    parts.push(']')
  } else if (isHash(value)) {
    parts.push('{')
    for (const [key, item] of value) {
      addEntry(parts, key, around, ':')
      addEntry(parts, item, around, ',')
    }
    parts.push('}')
  } else if ('kind' in value && 'path' in value) parts.push('@', JSON.stringify(value.path))
  else addPlainObject(parts, value, around)
}

/** What plugins or this room make of braces; nobody knows what else an object would print. */
function addPlainObject(parts: string[], value: object, around: unknown[]): void {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new Indescribable()
  parts.push('(')
  for (const [key, item] of Object.entries(value)) {
    parts.push(key, '=')
    addEntry(parts, item, around, ',')
  }
  parts.push(')')
}

function addEntry(parts: string[], value: unknown, around: unknown[], end: string): void {
  addTo(parts, value, around)
  parts.push(end)
}
