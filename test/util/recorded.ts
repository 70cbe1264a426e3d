/** Cases recorded from Ruby: one a line, fields of JSON between tabs. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CalendarDate, Time } from '../../src/util/dates.ts'
import { isFloat, isInteger } from '../../src/util/values.ts'

export function readRecorded(name: string): unknown[][] {
  const text = readFileSync(join(import.meta.dirname, 'recorded', name), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((field): unknown => JSON.parse(field)))
}

/** A value with its Ruby type, such as `I:1`, as the recordings write it. */
export function describeValue(value: unknown): string {
  if (value === null) return 'nil'
  if (value instanceof Time) return `T:${value}:${value.nanoseconds}:${value.isUtc}`
  if (value instanceof CalendarDate) return `D:${value}`
  if (isInteger(value)) return `I:${value}`
  if (isFloat(value)) return `F:${describeFloat(Number(value))}`
  if (typeof value === 'string') return `S:${value}`
  if (Array.isArray(value)) return `[${value.map(describeValue).join(', ')}]`
  if (value instanceof Map) {
    const pairs = [...value].map(([key, each]) => `${describeValue(key)}=>${describeValue(each)}`)
    return `{${pairs.join(', ')}}`
  }
  return String(value)
}

/** The eight bytes, because decimals hide differences. */
function describeFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes.toString('hex')
}
