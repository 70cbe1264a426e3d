/**
 * Writes the site: every folder made once, every file written once, and only
 * where its bytes differ from what is there.
 *
 * `clean` has made way before. Should anything stand where a folder belongs,
 * such as a link, that is an error and never a path to write through.
 */

import { existsSync, lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildOptions, Engine } from '../engine.ts'
import type { Site, StaticFile } from '../site.ts'
import type { Log } from '../util/log.ts'
import { isSameStamp, type Stamp, stampOf } from '../util/stamps.ts'
import { warnOfConflicts } from './conflicts.ts'
import { checkDestination } from './destination.ts'
import { asSiteError } from './failures.ts'
import { copyFile, removeAll, replaceText, writeText } from './files.ts'
import { folderOf, type Output, type Plan } from './outputs.ts'

export interface Written {
  /** What was written, relative to the destination. */
  readonly paths: readonly string[]
  /** For the next build. */
  readonly memory: Memory
}

/** Texts by their path in the destination, with the stamp of the file that holds them. */
export type Memory = ReadonlyMap<string, Known>

interface Known {
  readonly text: string
  readonly stamp: Stamp
}

/**
 * Puts every output in its place. `before` is what the last build of the same
 * configuration left there, which need not be read to be compared.
 *
 * @throws SiteError for what the file system refuses
 */
export function write(
  { config, hooks, log }: Pick<Engine, 'config' | 'hooks' | 'log'>,
  site: Site,
  plan: Plan,
  before: Memory = new Map(),
  { isLast = false }: BuildOptions = {},
): Written {
  checkDestination(config)
  warnOfConflicts(plan.all, config, log)
  const folders = createFolders(config.destination)
  const paths: string[] = []
  const stale: Output[] = []
  const memory = new Map<string, Known>()
  for (const output of plan.files.values()) {
    const { destination, item } = output
    const path = join(config.destination, destination)
    const known = findKnown(before.get(destination), path)
    if (known && known.text === output.text) {
      memory.set(destination, known)
      continue
    }
    stale.push(output)
    const isFolderNew = folders.make(folderOf(destination))
    if (!writeOutput(output, path, known !== undefined || isFolderNew, log)) continue
    paths.push(destination)
    log.debug('Writing:', path)
    if (item.kind !== 'static' && destination === item.destination) hooks.written(item, site)
  }
  if (!isLast) remember(stale, config.destination, memory)
  return { paths, memory }
}

/** What was left at a path, if the file there is still the very same. */
function findKnown(left: Known | undefined, path: string): Known | undefined {
  const stats = left && lstatSync(path, { throwIfNoEntry: false })
  return stats && isSameStamp(left.stamp, stats) ? left : undefined
}

/** After all is written, when most files are old enough to be known again. */
function remember(outputs: readonly Output[], top: string, memory: Map<string, Known>): void {
  const now = Date.now()
  for (const { destination, text } of outputs) {
    const stats = text !== undefined && lstatSync(join(top, destination), { throwIfNoEntry: false })
    const stamp = stats ? stampOf(stats, now) : undefined
    if (text !== undefined && stamp) memory.set(destination, { text, stamp })
  }
}

interface Folders {
  /** Undefined stands for the destination. Answers whether it is new, so that nothing can be in it. */
  make(folder: string | undefined): boolean
}

/** Makes folders with those above them, each looked at once and only where it may be there. */
function createFolders(top: string): Folders {
  const known = new Map<string | undefined, boolean>()

  function isNew(folder: string | undefined): boolean {
    const before = known.get(folder)
    if (before !== undefined) return before
    const isMissing = folder === undefined ? makeTop() : makeBelow(folder)
    known.set(folder, isMissing)
    return isMissing
  }

  function makeTop(): boolean {
    makeFolder(top, { recursive: true })
    return false
  }

  function makeBelow(folder: string): boolean {
    const path = join(top, folder)
    const isMissing = isNew(folderOf(folder)) || !isFolder(path)
    if (isMissing) makeFolder(path, {})
    return isMissing
  }

  isNew(undefined)
  return { make: isNew }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function makeFolder(path: string, options: { readonly recursive?: boolean }): void {
  try {
    mkdirSync(path, options)
  } catch (error) {
    if (isFolder(path)) return // under a name that the file system takes for the same
    throw asSiteError(error, `Could not make the folder '${path}'`)
  }
}

/** `isOther`: whatever is there is known not to be the same. Answers whether it wrote. */
function writeOutput({ item, text }: Output, path: string, isOther: boolean, log: Log): boolean {
  try {
    if (text !== undefined && isOther) {
      replaceText(path, text)
      return true
    }
    if (text !== undefined) return writeText(path, text)
    if (item.kind !== 'static') throw new Error(`${item.path} has no text`)
    return copyFile(item.file, path, item.modifiedMs)
  } catch (error) {
    if (item.kind === 'static' && !existsSync(item.file)) return leaveOut(item, path, log)
    throw asSiteError(error, `Could not write '${path}'`)
  }
}

/** A static file that was removed since it was read, as while somebody edits, goes from the site. */
function leaveOut(item: StaticFile, path: string, log: Log): boolean {
  log.warn('Skipping:', `${item.path} was removed during the build`)
  const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined
  removeAll(path)
  return isThere
}
