/**
 * Writes the site: every folder made once, every file written once, and only
 * where its bytes differ from what is there.
 *
 * `clean` has made way before. Should anything stand where a folder belongs,
 * such as a link, that is an error and never a path to write through.
 */

import { lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../engine.ts'
import type { Rendered, Site } from '../site.ts'
import { stampOf } from '../util/stamps.ts'
import { warnOfConflicts } from './conflicts.ts'
import { checkDestination } from './destination.ts'
import { asSiteError } from './failures.ts'
import { copyFile, writeText } from './files.ts'
import { foldersAbove, type Output, planOutputs } from './outputs.ts'

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
  readonly stamp: string
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
  rendered: ReadonlyMap<string, Rendered>,
  before: Memory = new Map(),
): Written {
  checkDestination(config)
  const plan = planOutputs(site, rendered)
  warnOfConflicts(plan.all, config, log)
  mkdirAll(config.destination)
  const makeFolders = createFolderMaker(config.destination)
  const paths: string[] = []
  const memory = new Map<string, Known>()
  for (const output of plan.files.values()) {
    const { destination, item, text } = output
    const path = join(config.destination, destination)
    if (isKnown(output, path, before.get(destination), memory)) continue
    makeFolders(destination)
    const isWritten = writeOutput(output, path)
    const stamp = text === undefined ? undefined : stampAt(path)
    if (text !== undefined && stamp !== undefined) memory.set(destination, { text, stamp })
    if (!isWritten) continue
    log.debug('Writing:', path)
    paths.push(destination)
    if (item.kind !== 'static' && destination === item.destination) hooks.written(item, site)
  }
  return { paths, memory }
}

/** Whether the file is the very one that was left there with this text; it stays known then. */
function isKnown(
  { destination, text }: Output,
  path: string,
  known: Known | undefined,
  memory: Map<string, Known>,
): boolean {
  if (known === undefined || known.text !== text || stampAt(path) !== known.stamp) return false
  memory.set(destination, known)
  return true
}

function stampAt(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats && stampOf(stats, Date.now())
}

function mkdirAll(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw asSiteError(error, `Could not make the folder '${path}'`)
  }
}

/** Makes the folders above a path, the outer before the inner, each once. */
function createFolderMaker(top: string): (path: string) => void {
  const made = new Set<string>()
  return (path) => {
    for (const folder of foldersAbove(path)) {
      if (made.has(folder)) continue
      makeFolder(join(top, folder))
      made.add(folder)
    }
  }
}

function makeFolder(path: string): void {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found?.isDirectory()) mkdirSync(path)
  } catch (error) {
    throw asSiteError(error, `Could not make the folder '${path}'`)
  }
}

function writeOutput({ item, text }: Output, path: string): boolean {
  try {
    if (text !== undefined) return writeText(path, text)
    if (item.kind !== 'static') throw new Error(`${item.path} has no text`)
    return copyFile(item.file, path, item.modifiedMs)
  } catch (error) {
    throw asSiteError(error, `Could not write '${path}'`)
  }
}
