/**
 * Values as Ruby's `inspect` writes them, for messages that quote one.
 */

import { CalendarDate, Time } from './time.ts'
import { isHash, WholeFloat } from './values.ts'

export function inspect(value: unknown): string {
  if (value === null || value === undefined) return 'nil'
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(inspect).join(', ')}]`
  if (isHash(value)) {
    return `{${[...value].map(([key, each]) => `${inspect(key)}=>${inspect(each)}`).join(', ')}}`
  }
  if (value instanceof WholeFloat) return inspectFloat(value.value)
  return String(value)
}

function inspectFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity'
  return `${value}.0`
}

/** The Ruby class of a value, such as `Integer`. */
export function className(value: unknown): string {
  if (value === null || value === undefined) return 'NilClass'
  if (value === true) return 'TrueClass'
  if (value === false) return 'FalseClass'
  if (typeof value === 'string') return 'String'
  if (typeof value === 'bigint') return 'Integer'
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float'
  if (value instanceof WholeFloat) return 'Float'
  if (Array.isArray(value)) return 'Array'
  if (isHash(value)) return 'Hash'
  if (value instanceof Time) return 'Time'
  if (value instanceof CalendarDate) return 'Date'
  return 'Object'
}
