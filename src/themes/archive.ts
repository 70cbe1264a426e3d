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
      throw refused(name, `'${entry.path}' is a link or a device`)
    }
    const chunks: Buffer[] = []
    entry.on('data', (chunk: Buffer) => chunks.push(chunk))
    entry.on('end', () => files.set(path, Buffer.concat(chunks)))
  }

  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown) => reject(asRefusal(error, name))
    const parser = new Parser({
      strict: true,
      onReadEntry: (entry) => {
        try {
          take(entry)
        } catch (error) {
          fail(error)
          entry.resume()
        }
      },
    })
    parser.on('ignoredEntry', (entry: ReadEntry) =>
      fail(refused(name, `'${entry.path}' is of a kind that no theme has`)),
    )
    parser.on('error', fail)
    parser.on('end', () => resolve())
    parser.end(bytes)
  })
  if (files.size === 0) throw refused(name, 'it holds no files')
  return files
}

/** @throws SiteError for what is damaged or too large */
export function unzip(bytes: Buffer, name: string): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(name) : asRefusal(error, name)
  }
}

/** Relative, with `/`, and without any part that could lead elsewhere. */
function safePath(path: string, name: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  const isBad = path.startsWith('/') || parts.includes('..') || /[\\:\0]/.test(path)
  if (isBad) throw refused(name, `'${path}' leads out of its folder`)
  return parts.join('/')
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

function tooLarge(name: string): SiteError {
  return refused(name, `unpacked it has more than ${MOST_BYTES / 1024 / 1024} MB`)
}

function asRefusal(error: unknown, name: string): unknown {
  if (error instanceof SiteError || !(error instanceof Error)) return error
  return refused(name, `it is damaged (${error.message})`)
}
