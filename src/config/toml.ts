/** A configuration written in TOML. */

import type { TomlDate } from 'smol-toml'
import { parseTime, Time, type Zone } from '../util/dates.ts'
import { lineOf, SiteError } from '../util/errors.ts'
import { loadPackage } from '../util/packages.ts'
import { float } from '../util/values.ts'

/**
 * Tables are mappings, as those of YAML are. Times without an offset are in `zone`.
 *
 * @throws SiteError with the place in `file`
 */
export function readToml(text: string, file: string, zone: Zone): unknown {
  const toml = loadPackage('smol-toml') as typeof import('smol-toml')
  try {
    return fromToml(toml.parse(text, { integersAsBigInt: true }), zone)
  } catch (error) {
    if (!(error instanceof toml.TomlError)) throw error
    const [reason = ''] = error.message.split('\n')
    const sourceLine = lineOf(text, error.line)
    throw new SiteError(reason.replace(/^Invalid TOML document: /, ''), {
      topic: 'TOML Exception',
      place: { file, line: error.line, column: error.column },
      ...(sourceLine === undefined ? {} : { sourceLine }),
    })
  }
}

/** Whole numbers arrive as bigint, which tells them from floats. */
function fromToml(value: unknown, zone: Zone): unknown {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value
  }
  if (typeof value === 'number') return float(value)
  if (Array.isArray(value)) return value.map((each) => fromToml(each, zone))
  if (value instanceof Date) return fromTomlDate(value as TomlDate, zone) // its only dates
  if (typeof value !== 'object' || value === null) return value
  return new Map(Object.entries(value).map(([key, each]) => [key, fromToml(each, zone)]))
}

/** A time without an offset is local; a time of day alone stays text. */
function fromTomlDate(date: TomlDate, zone: Zone): unknown {
  const text = date.toISOString()
  const time = date.isTime() ? undefined : parseTime(text, zone, Time.at(0))
  return (date.isDate() ? time?.toDate() : time) ?? text
}
