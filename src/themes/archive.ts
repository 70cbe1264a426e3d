/**
 * Archives from elsewhere, taken apart in memory and judged whole before
 * anything is written.
 *
 * Refused are paths that lead out, links, archives larger than a theme would
 * be, and whatever is cut short or damaged. Only the folders that a theme
 * consists of are written, into a new folder that takes its name when complete.
 */

import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { ReadEntry } from 'tar'
import { SiteError } from '../util/errors.ts'

/** Far above any theme, far below what would hurt. */
const MOST_BYTES = 256 * 1024 * 1024
const MOST_ENTRIES = 20_000

export type Entries = ReadonlyMap<string, Buffer>

/** @throws SiteError for what cannot be unpacked safely; `name` is what the user calls the archive */
export async function readTar(bytes: Buffer, name: string): Promise<Entries> {
  const { Parser } = await import('tar') // most sites have no theme to unpack
  // The parser would unpack such a thing by itself, and without a bound.
  if (COMPRESSED.some((mark) => bytes.subarray(0, mark.length).equals(mark))) {
    throw refused(name, 'it is compressed once more within')
  }
  const files = new Map<string, Buffer>()
  let count = 0
  let total = 0

  function take(entry: ReadEntry): void {
    count++
    total += entry.size
    if (count > MOST_ENTRIES) throw refused(name, `it holds more than ${MOST_ENTRIES} files`)
    if (total > MOST_BYTES) throw tooLarge(name)
    const path = safePath(entry.path, name)
    if (entry.type === 'Directory' || entry.type === 'GNUDumpDir') return void entry.resume()
    if (!['File', 'OldFile', 'ContiguousFile'].includes(entry.type)) {
      throw refused(name, `${shown(entry.path)} is a link or a device`)
    }
    const chunks: Buffer[] = []
    entry.on('data', (chunk: Buffer) => chunks.push(chunk))
    entry.on('end', () => files.set(path, Buffer.concat(chunks)))
  }

  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown) => {
      reject(asRefusal(error, name))
      parser.abort(new Error('refused')) // what comes after is not worth its time
    }
    const parser = new Parser({
      strict: true,
      onReadEntry: (entry) => {
        try {
          take(entry)
        } catch (error) {
          entry.resume()
          fail(error)
        }
      },
    })
    parser.on('ignoredEntry', (entry: ReadEntry) =>
      fail(refused(name, `${shown(entry.path)} is of a kind that no theme has`)),
    )
    parser.on('error', fail)
    parser.on('end', () => resolve())
    parser.end(bytes)
  })
  if (files.size === 0) throw refused(name, 'it holds no files')
  return files
}

/** The first bytes of what gzip and zstd make. */
const COMPRESSED: readonly Buffer[] = [
  Buffer.from([0x1f, 0x8b]),
  Buffer.from([0x28, 0xb5, 0x2f, 0xfd]),
]

/** @throws SiteError for what is damaged or has more than `most` bytes */
export function unzip(bytes: Buffer, name: string, most: number = MOST_BYTES): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(name, most) : asRefusal(error, name)
  }
}

/** Relative, with `/`, and without any part that could lead elsewhere. */
function safePath(path: string, name: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  const isBad = path.startsWith('/') || parts.includes('..') || /[\\:]/.test(path)
  if (isBad) throw refused(name, `${shown(path)} leads out of its folder`)
  if (CONTROL.test(path)) throw refused(name, `${shown(path)} is no name for a file`)
  return parts.join('/')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x1f\x7f-\x9f]/

/** A path as it is safe to print: a terminal would obey some signs. */
function shown(path: string): string {
  const short = path.length > 100 ? `${path.slice(0, 100)}…` : path
  return `'${short.replace(new RegExp(CONTROL, 'g'), (sign) => JSON.stringify(sign).slice(1, -1))}'`
}

/** What a theme consists of; nothing else of an archive is kept. */
const PARTS =
  /^(?:(?:_layouts|_includes|_sass|_data|assets)\/|(?:_config\.yml|package\.json|[^/]+\.gemspec)$)/

/** Writes a theme's files into `folder`, which is there whole or not at all. */
export function writeTheme(files: Entries, folder: string, name: string): void {
  const wanted = [...files].filter(([path]) => PARTS.test(path))
  if (!wanted.some(([path]) => path.includes('/'))) {
    throw refused(name, 'it has none of the folders of a theme')
  }
  mkdirSync(dirname(folder), { recursive: true })
  const draft = mkdtempSync(`${folder}.new-`)
  try {
    for (const [path, bytes] of wanted) {
      mkdirSync(dirname(join(draft, path)), { recursive: true })
      writeFileSync(join(draft, path), bytes, { flag: 'wx' })
    }
    rmSync(folder, { recursive: true, force: true })
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw asRefusal(error, name)
  }
}

export function refused(name: string, why: string): SiteError {
  return new SiteError(`${name} was refused: ${why}.`, {
    topic: 'Theme:',
    hint: 'Nothing of it was kept. Tell its author, or put the theme in _themes/ by hand.',
  })
}

function tooLarge(name: string, most: number = MOST_BYTES): SiteError {
  return refused(name, `unpacked it has more than ${most / 1024 / 1024} MB`)
}

function asRefusal(error: unknown, name: string): unknown {
  if (error instanceof SiteError || !(error instanceof Error)) return error
  return refused(name, `it is damaged (${error.message})`)
}
