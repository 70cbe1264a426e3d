/**
 * CSV and TSV as Ruby's library reads them: every row a mapping by the header,
 * every value a text unless converters are asked for.
 *
 * An empty cell is null, but one in quotes is an empty text. A blank line is a
 * row of nulls. Of two columns with one name the first counts.
 */

import type { CsvError } from 'csv-parse/sync'
import { CalendarDate } from '../util/dates.ts'
import { lineOf, SiteError } from '../util/errors.ts'
import { loadPackage } from '../util/packages.ts'
import { float, type Hash } from '../util/values.ts'

export interface CsvOptions {
  readonly delimiter: string
  /** True: the first row. False: none, rows are lists. Else the names themselves. */
  readonly headers: boolean | readonly (string | null)[]
  /** Ruby's names: integer, float, numeric, date, all. */
  readonly converters: readonly string[]
}

type Cell = string | null
type Row = Cell[]

/** @throws SiteError for quotes that do not match */
export function parseCsv(text: string, options: CsvOptions, file: string): unknown[] {
  const rows = parseRows(text, options.delimiter, file)
  const convert = cellConverter(options.converters)
  const { headers } = options
  if (headers === false) return rows.map((row) => row.map(convert))
  const names = headers === true ? (rows.shift() ?? []) : headers
  return rows.map((row) => rowToHash(names, row, convert))
}

/** Names of columns written as a line of CSV. */
export function parseCsvHeaders(line: string, delimiter: string, file: string): Row {
  return parseRows(line, delimiter, file)[0] ?? []
}

function rowToHash(names: readonly Cell[], row: Row, convert: (cell: Cell) => unknown): Hash {
  const hash: Hash = new Map()
  for (let at = 0; at < Math.max(names.length, row.length); at++) {
    const name = names[at] ?? null
    if (!hash.has(name)) hash.set(name, convert(row[at] ?? null))
  }
  return hash
}

function parseRows(text: string, delimiter: string, file: string): Row[] {
  const { CsvError, parse } = loadPackage('csv-parse/sync') as typeof import('csv-parse/sync')
  try {
    const rows: Row[] = parse(text, {
      delimiter,
      relax_column_count: true,
      cast: (value, { quoting }): Cell => (value === '' && !quoting ? null : value),
    })
    return rows.map((row) => (row.length === 1 && row[0] === null ? [] : row))
  } catch (error) {
    if (error instanceof CsvError) throw malformed(error, text, file)
    throw error
  }
}

const FAULTS: ReadonlyMap<string, string> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'Unclosed quoted field'],
  ['INVALID_OPENING_QUOTE', 'Illegal quoting'],
  ['CSV_INVALID_CLOSING_QUOTE', "Any value after quoted field isn't allowed"],
])

function malformed(error: CsvError, text: string, file: string): SiteError {
  const line = typeof error.lines === 'number' ? error.lines : 1
  const sourceLine = lineOf(text, line)
  return new SiteError(`${FAULTS.get(error.code) ?? error.message} in line ${line}.`, {
    place: { file, line },
    ...(sourceLine !== undefined && { sourceLine }),
    hint: 'A value with quotes stands in quotes itself, and each quote in it is doubled.',
    cause: error,
  })
}

const CONVERTERS: ReadonlyMap<string, readonly ((text: string) => unknown)[]> = new Map([
  ['integer', [toInteger]],
  ['float', [toFloat]],
  ['numeric', [toInteger, toFloat]],
  ['date', [toDate]],
  ['all', [toInteger, toFloat]],
])

/** The first converter that can make something of a text does. */
function cellConverter(names: readonly string[]): (cell: Cell) => unknown {
  const converters = names.flatMap((name) => CONVERTERS.get(name) ?? [])
  return (cell) => {
    if (cell === null) return null
    for (const convert of converters) {
      const value = convert(cell)
      if (value !== undefined) return value
    }
    return cell
  }
}

function toInteger(text: string): number | bigint | undefined {
  const digits = text.trim().replaceAll('_', '')
  if (!/^[-+]?\d+$/.test(digits)) return undefined
  const value = Number(digits)
  return Number.isSafeInteger(value) ? value : BigInt(digits.replace('+', ''))
}

function toFloat(text: string): unknown {
  const digits = text.trim().replaceAll('_', '')
  return /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(digits) ? float(Number(digits)) : undefined
}

function toDate(text: string): CalendarDate | undefined {
  const [, year, month, day] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text) ?? []
  return year === undefined ? undefined : new CalendarDate(Number(year), Number(month), Number(day))
}
