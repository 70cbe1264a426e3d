/**
 * `_data`: every file in YAML, JSON, CSV or TSV under its cleaned name, folders
 * as mappings within mappings.
 *
 * Kinds are read one after another, so of two files with one name the later
 * kind wins, and a folder wins over any file. Hidden files are left out; names
 * with an underscore are not hidden here, and `exclude` has no say.
 */

import { realpathSync } from 'node:fs'
import { themeFolder } from '../themes/folders.ts'
import { extensionOf, stemOf } from '../urls/names.ts'
import { SiteError } from '../util/errors.ts'
import { deepMerge, type Hash, isHash } from '../util/values.ts'
import { parseYaml } from '../util/yaml.ts'
import { type CsvOptions, parseCsv, parseCsvHeaders } from './csv.ts'
import { inCircle } from './faults.ts'
import { absolutePath, listFolder, pathInSource } from './folders.ts'
import type { Reading } from './reading.ts'
import { toText } from './terms.ts'

const KINDS = ['.yaml', '.yml', '.json', '.csv', '.tsv']

/** The site's over its theme's. */
export function readData(reading: Reading): Hash {
  const { config, filter } = reading
  const folder = pathInSource(config, config.dataDir)
  const here = absolutePath(config, folder)
  const own = filter.isForbidden(here) ? new Map() : readFolder(reading, folder, here, [])
  const themeData = config.themeFiles && themeFolder(config.themeFiles, '_data')
  return themeData ? deepMerge(readFolder(reading, '_data', themeData, []), own) : own
}

/** `above` are the real places of the folders around this one, lest links lead in a circle. */
function readFolder(
  reading: Reading,
  folder: string,
  here: string,
  above: readonly string[],
): Hash {
  const { filter } = reading
  const data: Hash = new Map()
  const entries = listFolder(here).filter(
    ({ name, isLink }) =>
      !name.startsWith('.') && !(isLink && filter.isForbidden(`${here}/${name}`)),
  )
  for (const kind of KINDS) {
    for (const { name } of entries.filter((each) => !each.isFolder && each.name.endsWith(kind))) {
      data.set(dataKey(stemOf(name)), readDataFile(reading, `${folder}/${name}`, `${here}/${name}`))
    }
  }
  for (const { name } of entries.filter((each) => each.isFolder)) {
    const real = realpathSync(`${here}/${name}`)
    if (above.includes(real)) throw inCircle(`${folder}/${name}`)
    data.set(
      dataKey(name),
      readFolder(reading, `${folder}/${name}`, `${here}/${name}`, [...above, real]),
    )
  }
  return data
}

/** Only word characters, dashes and blanks stay, and blanks become underscores. */
export function dataKey(name: string): string {
  return name
    .replace(/^[ \t\n\v\f\r]+(?=[\p{L}\p{N}_]|$)/u, '')
    .replace(/[^A-Za-z0-9_ \t\n\v\f\r-]+/g, '')
    .replace(/[ \t\n\v\f\r]+/g, '_')
}

function readDataFile(reading: Reading, path: string, file: string): unknown {
  reading.log.debug('Reading:', `/${path}`)
  const { text } = reading.files.readText(path, file)
  if (text === undefined) {
    throw new SiteError('invalid byte sequence in UTF-8', {
      place: { file: path },
      hint: 'Save the file as UTF-8, or set `encoding`.',
    })
  }
  switch (extensionOf(path)) {
    case '.csv':
      return parseCsv(text, csvOptions(reading, 'csv_reader', ',', path), path)
    case '.tsv':
      return parseCsv(text, csvOptions(reading, 'tsv_reader', '\t', path), path)
    default:
      return parseYaml(text, { file: path, line: 1, zone: reading.zone })
  }
}

function csvOptions({ config }: Reading, key: string, delimiter: string, file: string): CsvOptions {
  const reader = config.data.get(key)
  const options: Hash = isHash(reader) ? reader : new Map()
  const converters = options.get('csv_converters')
  return {
    delimiter,
    headers: headersOf(options.has('headers') ? options.get('headers') : true, delimiter, file),
    converters: Array.isArray(converters) ? converters.map(toText) : [],
  }
}

function headersOf(written: unknown, delimiter: string, file: string): CsvOptions['headers'] {
  if (typeof written === 'string') return parseCsvHeaders(written, delimiter, file)
  if (Array.isArray(written)) return written.map(toText)
  return written !== false && written !== null
}
