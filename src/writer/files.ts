/**
 * Puts single files on disk, whole or not at all: each is made under another
 * name in its own folder and then renamed, which also replaces a link instead
 * of writing through it.
 *
 * Everything waits for the disk. Several files under way at once, by callbacks or
 * promises, take more of the processor than the waiting they save.
 */

import {
  constants,
  copyFileSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { asSiteError } from './failures.ts'

/** File systems keep times to a fraction of this; the rest is rounding. */
const SAME_TIME_MS = 1

/** Beyond this, copying once more is better than reading two files whole. */
const LARGEST_COMPARED = 16 * 1024 * 1024

/** With the encoding said, Node writes a text in one step. */
const ONLY_NEW = { encoding: 'utf8', flag: 'wx' } as const

/** Writes `text` unless the file holds it already; answers whether it wrote. */
export function writeText(path: string, text: string): boolean {
  if (hasText(path, text)) return false
  replaceText(path, text)
  return true
}

/** Writes `text` without looking at what is there. */
export function replaceText(path: string, text: string): void {
  replace(path, (temporary) => writeFileSync(temporary, text, ONLY_NEW))
}

/**
 * Copies a file with its modification time, unless the copy is there already;
 * answers whether it copied. The mode comes along, as in Jekyll.
 */
export function copyFile(from: string, path: string, modifiedMs: number): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isFile() && found.size === statSync(from).size) {
    if (Math.abs(found.mtimeMs - modifiedMs) < SAME_TIME_MS) return false
    if (found.size <= LARGEST_COMPARED && readFileSync(path).equals(readFileSync(from))) {
      utimesSync(path, modifiedMs / 1000, modifiedMs / 1000)
      return false
    }
  }
  replace(path, (temporary) => {
    copyFileSync(from, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    utimesSync(temporary, modifiedMs / 1000, modifiedMs / 1000)
  })
  return true
}

/** A file, a link, or a folder with everything in it. */
export function removeAll(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch (error) {
    throw asSiteError(error, `Could not remove '${path}'`)
  }
}

function hasText(path: string, text: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true || found.size < text.length) return false
  const bytes = Buffer.from(text)
  return found.size === bytes.length && readFileSync(path).equals(bytes)
}

function replace(path: string, make: (temporary: string) => void): void {
  const temporary = temporaryBeside(path)
  try {
    make(temporary)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Short and not made from `path`, whose own name may be as long as names can be. */
function temporaryBeside(path: string): string {
  return join(dirname(path), `.newcomen-${process.pid}`)
}
