/**
 * Compiled stylesheets, kept in the cache folder.
 *
 * What is kept holds as long as its text, its settings and every file that it
 * imported are the same, and no file has come that an import would find before
 * those. Then the compiler, which takes a third of a second to load, is not
 * needed. A cache that cannot be read or written is as good as none.
 */

import { hash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config/config.ts'
import type { Converted } from '../plugin.ts'
import type { Place } from '../util/errors.ts'
import { isWithin, type Settings, type Source } from './sass-settings.ts'

/** What the compiler said, to be said again. */
export interface Remark {
  readonly level: 'info' | 'warn' | 'debug'
  readonly text: string
  readonly place?: Place | undefined
}

export interface Kept {
  readonly converted: Converted
  readonly remarks: readonly Remark[]
}

export interface CssCache {
  find(source: Source): Kept | undefined
  /** Whether something is kept of that file, be it of another text. */
  has(source: Source): boolean
  /** Whether the site was never compiled. */
  isEmpty(): boolean
  /** `files` were imported, whole paths. */
  keep(source: Source, kept: Kept, files: readonly string[]): void
}

interface Entry {
  readonly key: string
  readonly text: string
  readonly files: readonly (readonly [string, string])[]
  readonly sources: readonly string[]
  readonly remarks: readonly Remark[]
  /** Path to the hash of what is there. */
  readonly stamps: readonly (readonly [string, string])[]
}

export function createCssCache(config: Config, settings: Settings): CssCache {
  if (!config.diskCache)
    return { find: () => undefined, has: () => false, isEmpty: () => true, keep: () => {} }
  const folder = resolve(config.source, config.cacheDir, 'newcomen', 'css')
  let own: string | undefined
  const fileOf = ({ context }: Source) => join(folder, `${sha256(context.path).slice(0, 32)}.json`)
  const keyOf = ({ context, syntax, text }: Source) => {
    own ??= versions()
    const { destination, line, path } = context
    return sha256(JSON.stringify([own, settings, syntax, text, path, line, destination]))
  }

  return {
    has: (source) => existsSync(fileOf(source)),
    isEmpty: () => !existsSync(folder),
    find(source) {
      if (source.context.path === '') return undefined
      const entry = readEntry(fileOf(source))
      if (entry?.key !== keyOf(source)) return undefined
      if (!entry.stamps.every(([path, stamp]) => stampOf(path) === stamp)) return undefined
      const { files, remarks, sources, text } = entry
      return { converted: { text, files: new Map(files), sources }, remarks }
    },
    keep(source, { converted, remarks }, files) {
      if (source.context.path === '') return
      const { text, sources = [] } = converted
      const stamps = watched(files, settings, config.source).map(
        (path) => [path, stampOf(path)] as const,
      )
      const entry: Entry = {
        key: keyOf(source),
        text,
        files: [...converted.files],
        sources,
        remarks,
        stamps,
      }
      writeEntry(fileOf(source), entry)
    },
  }
}

/** The imported files, and every folder in which an import might find another file instead. */
function watched(files: readonly string[], { loadPaths }: Settings, source: string): string[] {
  const folders = files.flatMap((file) => {
    const folder = dirname(file)
    const home = loadPaths.find((path) => isWithin(folder, [path])) ?? source
    return [folder, ...loadPaths.map((path) => join(path, relative(home, folder)))]
  })
  return [...new Set([...files, ...folders.map((folder) => `${folder}/`)])]
}

/** Of a folder the names that an import could mean, of a file its content. */
function stampOf(path: string): string {
  try {
    if (!path.endsWith('/')) return sha256(readFileSync(path))
    const names = readdirSync(path, { withFileTypes: true })
      .filter((entry) =>
        entry.isDirectory() ? !/^[._]/.test(entry.name) : IMPORTED.test(entry.name),
      )
      .map(({ name }) => name)
    return sha256(names.sort().join('\n'))
  } catch {
    return '' // nothing there: if that changes, so does the stamp
  }
}

const IMPORTED = /\.(?:scss|sass|css)$/

function readEntry(file: string): Entry | undefined {
  try {
    const entry: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof entry === 'object' && entry !== null && 'key' in entry
      ? (entry as Entry) // written below, and its key is compared
      : undefined
  } catch {
    return undefined // not there, or cut short
  }
}

/** Another process may be doing the same, so the file appears whole. */
function writeEntry(file: string, entry: Entry): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(entry))
    renameSync(draft, file)
  } catch {
    // a site that may not be written to is built all the same
  }
}

/** Both newcomen and the compiler shape the CSS. */
function versions(): string {
  const own = fileURLToPath(new URL('../../package.json', import.meta.url))
  const sass = join(dirname(createRequire(import.meta.url).resolve('sass')), 'package.json')
  return [own, sass].map((file) => stampOf(file)).join()
}

function sha256(data: string | Buffer): string {
  return hash('sha256', data, 'hex')
}
