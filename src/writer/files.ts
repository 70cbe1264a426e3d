/**
 * Puts single files on disk, whole or not at all: each is made under another
 * name in its own folder and then renamed, which also replaces a link instead
 * of writing through it.
 *
 * Looking and copying wait for the disk; the many small texts of a site are
 * written several at a time, which takes a third of the time where the disk
 * has to be waited for. They take callbacks, because promises of `node:fs` cost
 * more than the writing.
 */

import {
  constants,
  copyFileSync,
  lstatSync,
  readFileSync,
  rename,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFile,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { asSiteError } from './failures.ts'

/** File systems keep times to a fraction of this; the rest is rounding. */
const SAME_TIME_MS = 1

/** Beyond this, copying once more is better than reading two files whole. */
const LARGEST_COMPARED = 16 * 1024 * 1024

/** Writes `text` unless the file holds it already; answers whether it wrote. */
export function writeText(path: string, text: string): boolean {
  const bytes = Buffer.from(text)
  if (hasBytes(path, bytes)) return false
  replace(path, (temporary) => writeFileSync(temporary, bytes, { flag: 'wx' }))
  return true
}

/** Like `writeText`, without waiting for the disk. `number`, from 1, tells calls under way apart. */
export async function writeTextSoon(path: string, text: string, number: number): Promise<boolean> {
  const bytes = Buffer.from(text)
  if (hasBytes(path, bytes)) return false
  const temporary = temporaryBeside(path, number)
  try {
    await done((callback) => writeFile(temporary, bytes, { flag: 'wx' }, callback))
    await done((callback) => rename(temporary, path, callback))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return true
}

/** A promise of what answers by callback. */
export function done(begin: (callback: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    begin((error) => (error ? reject(error) : resolve()))
  })
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

function hasBytes(path: string, bytes: Buffer): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true && found.size === bytes.length && readFileSync(path).equals(bytes)
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

/**
 * `number` is 0 for calls that wait. The name is short and not made from `path`, whose own may be
 * as long as names can be.
 */
function temporaryBeside(path: string, number = 0): string {
  return join(dirname(path), `.newcomen-${process.pid}-${number}`)
}
