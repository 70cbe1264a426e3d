/**
 * Files as the reader takes them off the disk. Synchronous on purpose: for many
 * small files that is faster than waiting for each.
 */

import { isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { posix, sep } from 'node:path'
import type { Config } from '../config/config.ts'
import { SiteError } from '../util/errors.ts'
import { compareText } from './order.ts'

export interface SourceFile {
  /** Relative to the source. */
  readonly path: string
  /** Absolute. */
  readonly file: string
  readonly modifiedMs: number
  /** undefined for a file without front matter, whose content nobody needs here. */
  readonly bytes: Buffer | undefined
}

/** Enough for most files that have front matter; of others only the beginning is read. */
const FIRST_BYTES = 16 * 1024

/** Reads a file, the whole of it only if it starts as front matter does. */
export function readSourceFile(path: string, file: string): SourceFile {
  return reporting(path, () => {
    const descriptor = openSync(file, 'r')
    try {
      const { size, mtimeMs } = fstatSync(descriptor)
      const first = readUpTo(descriptor, Buffer.allocUnsafe(Math.min(size, FIRST_BYTES)), 0)
      if (!startsFrontMatter(first)) return { path, file, modifiedMs: mtimeMs, bytes: undefined }
      return { path, file, modifiedMs: mtimeMs, bytes: readRest(descriptor, first, size) }
    } finally {
      closeSync(descriptor)
    }
  })
}

/** A whole file, whatever it starts with. */
export function readWholeFile(path: string, file: string): SourceFile & { bytes: Buffer } {
  return reporting(path, () => {
    const descriptor = openSync(file, 'r')
    try {
      const { size, mtimeMs } = fstatSync(descriptor)
      const bytes = readUpTo(descriptor, Buffer.allocUnsafe(size), 0)
      return { path, file, modifiedMs: mtimeMs, bytes }
    } finally {
      closeSync(descriptor)
    }
  })
}

function readRest(descriptor: number, first: Buffer, size: number): Buffer {
  if (size <= first.length) return first
  const all = Buffer.allocUnsafe(size)
  first.copy(all)
  return readUpTo(descriptor, all, first.length)
}

function readUpTo(descriptor: number, buffer: Buffer, start: number): Buffer {
  let at = start
  while (at < buffer.length) {
    const count = readSync(descriptor, buffer, at, buffer.length - at, at)
    if (count === 0) break
    at += count
  }
  return buffer.subarray(0, at)
}

/** Whether the first line is three dashes and blanks. A byte order mark in front is too much. */
export function startsFrontMatter(bytes: Buffer): boolean {
  if (bytes[0] !== DASH || bytes[1] !== DASH || bytes[2] !== DASH) return false
  for (let at = 3; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === NEWLINE) return true
    if (!isBlank(byte)) return false
  }
  return false
}

const DASH = 0x2d
const NEWLINE = 0x0a

/** Space, tab, vertical tab, form feed, carriage return. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || (byte >= 0x0b && byte <= 0x0d)
}

/** The text of a file without its byte order mark; undefined where it is not what `encoding` says. */
export function decode(bytes: Buffer, encoding: string): string | undefined {
  const name = encoding.toLowerCase()
  if (name !== 'utf-8' && name !== 'utf8') return decodeAs(bytes, name)
  if (!isUtf8(bytes)) return undefined
  const text = bytes.toString('utf8')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function decodeAs(bytes: Buffer, encoding: string): string | undefined {
  if (encoding === 'iso-8859-1' || encoding === 'binary') return bytes.toString('latin1')
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new SiteError(`unknown encoding name - ${encoding}`, {
      hint: 'Set `encoding` to a name such as utf-8 or iso-8859-1.',
    })
  }
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

export interface FolderEntry {
  readonly name: string
  readonly isFolder: boolean
  readonly isLink: boolean
}

/**
 * Files and folders in a folder, by name; links count as what they lead to, and
 * one that leads nowhere as a file. Pipes and the like are no files: reading one
 * would wait for ever. Empty where there is no folder.
 */
export function listFolder(file: string): FolderEntry[] {
  const entries = reporting(file, () => attempt(() => readdirSync(file, { withFileTypes: true })))
  return (entries ?? [])
    .flatMap((entry) => {
      const { name } = entry
      if (entry.isDirectory()) return { name, isFolder: true, isLink: false }
      if (entry.isFile()) return { name, isFolder: false, isLink: false }
      if (!entry.isSymbolicLink()) return []
      const target = attempt(() => statSync(`${file}/${name}`))
      const isFolder = target?.isDirectory() ?? false
      return isFolder || (target?.isFile() ?? true) ? { name, isFolder, isLink: true } : []
    })
    .sort((a, b) => compareText(a.name, b.name))
}

/**
 * All files below a folder, with their paths from there. Like Ruby's `**`, it
 * does not follow links to folders; without `dotFiles`, names with a leading
 * dot are passed over.
 */
export function listTree(
  folder: string,
  { dotFiles }: { readonly dotFiles: boolean },
): FolderEntry[] {
  const found: FolderEntry[] = []
  const visit = (within: string): void => {
    for (const entry of listFolder(within === '' ? folder : `${folder}/${within}`)) {
      if (!dotFiles && entry.name.startsWith('.')) continue
      const name = within === '' ? entry.name : `${within}/${entry.name}`
      if (!entry.isFolder) found.push({ ...entry, name })
      else if (!entry.isLink) visit(name)
    }
  }
  visit('')
  return found
}

export function isFolderAt(file: string): boolean {
  return attempt(() => statSync(file))?.isDirectory() ?? false
}

export function isFileAt(file: string): boolean {
  return attempt(() => statSync(file))?.isFile() ?? false
}

/** A folder that the configuration names, which never lies outside the source. */
export function pathInSource(config: Config, path: string): string {
  const inside = path === config.source || path.startsWith(`${config.source}/`)
  const relative = (inside ? path.slice(config.source.length) : path).replaceAll(sep, '/')
  return posix.resolve('/', relative.replace(/^\/+/, '')).slice(1)
}

export function absolutePath(config: Config, path: string): string {
  if (path === '') return config.source
  return config.source === '/' ? `/${path}` : `${config.source}/${path}`
}

/** Answers undefined for what is not there, and only for that. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

const FAULTS: ReadonlyMap<string, readonly [message: string, hint: string]> = new Map([
  [
    'ENOENT',
    ['No such file or directory', 'A symbolic link leads nowhere; remove it or `exclude` it.'],
  ],
  ['ELOOP', ['Too many levels of symbolic links', 'Remove the link or `exclude` it.']],
  ['EACCES', ['Permission denied', 'Make the file readable or `exclude` it.']],
  ['EPERM', ['Permission denied', 'Make the file readable or `exclude` it.']],
  ['EISDIR', ['Is a directory', 'A file should stand here.']],
])

function reporting<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const [message, hint] = FAULTS.get(codeOf(error)) ?? []
    if (message === undefined || hint === undefined) throw error
    throw new SiteError(`${message} - ${path}`, { place: { file: path }, hint, cause: error })
  }
}
