/**
 * The files of a configuration: which they are, and what stands in them.
 */

import { readFile } from 'node:fs/promises'
import { extname, join, relative, resolve } from 'node:path'
import { findZone, type Zone } from '../util/dates.ts'
import { type Place, SiteError } from '../util/errors.ts'
import type { Log } from '../util/log.ts'
import { type Hash, isHash } from '../util/values.ts'
import { parseYaml } from '../util/yaml.ts'
import { readToml } from './toml.ts'

export interface SettingsFile {
  /** For errors: relative to the source where it lies inside, else to the working folder. */
  readonly file: string
  /** Relative to the working folder. */
  readonly name: string
  readonly text: string
  readonly settings: Hash
}

export interface FileChoice {
  readonly cwd: string
  /** Absolute. */
  readonly source: string
  /** Files that were asked for; without any, the usual one of the source. */
  readonly names: readonly string[]
  readonly log: Log
}

const USUAL = ['_config.yml', '_config.yaml', '_config.toml']

/**
 * The files that are there, in order. A usual one may be missing, a named one
 * may not. Like Jekyll, a file that is no configuration ends the reading with a
 * warning, and the site goes by what was read before.
 */
export async function readSettings(choice: FileChoice): Promise<SettingsFile[]> {
  const { log } = choice
  if (choice.names.length === 0) return readUsual(choice)

  const files: SettingsFile[] = []
  for (const name of choice.names.filter((each) => each !== '')) {
    const path = resolve(choice.cwd, name)
    const text = await readText(path)
    if (text === undefined) {
      throw new SiteError(`The configuration file '${path}' could not be found.`, {
        topic: 'Fatal:',
        hint: 'Names after --config are relative to the working folder.',
      })
    }
    const file = parseSettings(path, text, choice)
    if (!file) break
    log.info('Configuration file:', path)
    files.push(file)
  }
  return files
}

async function readUsual(choice: FileChoice): Promise<SettingsFile[]> {
  for (const name of USUAL) {
    const path = join(choice.source, name)
    const text = await readText(path)
    if (text === undefined) continue
    const file = parseSettings(path, text, choice)
    if (!file) return []
    choice.log.info('Configuration file:', path)
    return [file]
  }
  choice.log.warn('Configuration file:', 'none')
  return []
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new SiteError(`The configuration file '${path}' is not UTF-8.`, {
        hint: 'Save it with the encoding UTF-8.',
      })
    }
    if (code === 'EISDIR') {
      throw new SiteError(`The configuration file '${path}' is a folder.`, {
        hint: 'Rename the folder: a file of that name is the configuration.',
      })
    }
    throw error
  }
}

function parseSettings(path: string, text: string, choice: FileChoice): SettingsFile | undefined {
  const file = placeName(path, choice)
  const settings = parseText(path, text, file)
  if (!isHash(settings)) {
    choice.log.warn('WARNING:', 'Error reading configuration. Using defaults (and options).')
    choice.log.warn('', invalidReason(path, settings))
    return undefined
  }
  return { file, name: relative(choice.cwd, path), text, settings }
}

/** Undefined for a file of another type. */
function parseText(path: string, text: string, file: string, zone = findZone()): unknown {
  const type = extname(path).toLowerCase()
  if (type === '.toml') return readToml(text, file, zone)
  if (type !== '.yml' && type !== '.yaml') return undefined
  const settings = parseYaml(text, { file, zone })
  return settings === null || settings === false ? new Map() : settings
}

/** The same settings with times that have no offset in `zone`. */
export function withZone(file: SettingsFile, zone: Zone): SettingsFile {
  const settings = parseText(file.name, file.text, file.file, zone)
  return isHash(settings) ? { ...file, settings } : file
}

function invalidReason(path: string, settings: unknown): string {
  return settings === undefined
    ? `No parser for '${path}' is available. Use a .y(a)ml or .toml file instead.`
    : `Configuration file: (INVALID) ${path}`
}

function placeName(path: string, { source, cwd }: FileChoice): string {
  const inside = relative(source, path)
  const name = inside.startsWith('..') ? relative(cwd, path) : inside
  return name.replaceAll('\\', '/')
}

const ESCAPED = /[.*+?^${}()|[\]\\]/g

/** Where a key stands: in the last file that has it. `path` leads to keys inside of mappings. */
export function findKey(
  files: readonly SettingsFile[],
  path: readonly string[],
): { readonly place: Place; readonly sourceLine: string } | undefined {
  for (const { file, text } of files.toReversed()) {
    const lines = text.split(/\r\n|\n|\r/)
    let row = 0
    let column = -1
    for (const [depth, key] of path.entries()) {
      const name = key.replace(ESCAPED, '\\$&')
      const start = depth === 0 ? '^' : '(?:^|[\\s{,.])'
      const pattern = new RegExp(`${start}["']?${name}["']?\\s*[:=\\].]`)
      const found = lines.slice(row).findIndex((line) => pattern.test(line))
      if (found < 0) {
        column = -1
        break
      }
      row += found
      column = lines[row]!.indexOf(key)
    }
    if (column >= 0) {
      return { place: { file, line: row + 1, column: column + 1 }, sourceLine: lines[row]! }
    }
  }
  return undefined
}
