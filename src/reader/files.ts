/**
 * Files as the reader takes them off the disk. Synchronous on purpose: for many
 * small files that is faster than waiting for each.
 */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { SiteError } from '../util/errors.ts'
import { decode, readText } from './encoding.ts'

export interface TextFile {
  /** Relative to the source. */
  readonly path: string
  /** Absolute. */
  readonly file: string
  /** undefined for bytes that are not in the site's encoding. */
  readonly text: string | undefined
}

export interface SourceFile extends TextFile {
  readonly modifiedMs: number
  /** Without it nobody needs the text here, and there is none. */
  readonly hasFrontMatter: boolean
}

/** Enough for most files that have front matter; of others only the beginning is read. */
const FIRST_BYTES = 16 * 1024

/** Reads a file, the whole of it only if it starts as front matter does. */
export function readSourceFile(path: string, file: string, encoding: string): SourceFile {
  return reporting(path, () => {
    const descriptor = openSync(file, 'r')
    try {
      const { size, mtimeMs } = fstatSync(descriptor)
      const first = readUpTo(descriptor, Buffer.allocUnsafe(Math.min(size, FIRST_BYTES)), 0)
      const hasFrontMatter = startsFrontMatter(first)
      const text = hasFrontMatter ? decode(readRest(descriptor, first, size), encoding) : undefined
      return { path, file, modifiedMs: mtimeMs, hasFrontMatter, text }
    } finally {
      closeSync(descriptor)
    }
  })
}

/** A whole file, whatever it starts with. */
export function readTextFile(path: string, file: string, encoding: string): TextFile {
  return { path, file, text: reporting(path, () => readText(file, encoding)) }
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
function startsFrontMatter(bytes: Buffer): boolean {
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

/** Such as `ENOENT`. */
export function codeOf(error: unknown): string {
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

/** What a user can mend of a file becomes a `SiteError` about `path`. */
export function reporting<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const [message, hint] = FAULTS.get(codeOf(error)) ?? []
    if (message === undefined || hint === undefined) throw error
    throw new SiteError(`${message} - ${path}`, { place: { file: path }, hint, cause: error })
  }
}
