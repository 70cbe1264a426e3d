/**
 * Writes the site: every folder made once, every file written once, and only
 * where its bytes differ from what is there.
 *
 * `clean` has made way before. Should anything stand where a folder belongs,
 * such as a link, that is an error and never a path to write through.
 */

import { existsSync, lstatSync, mkdir, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../engine.ts'
import type { Rendered, Site, StaticFile } from '../site.ts'
import type { Log } from '../util/log.ts'
import { stampOf } from '../util/stamps.ts'
import { warnOfConflicts } from './conflicts.ts'
import { checkDestination } from './destination.ts'
import { asSiteError } from './failures.ts'
import { copyFile, done, removeAll, writeTextSoon } from './files.ts'
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
export async function write(
  { config, hooks, log }: Pick<Engine, 'config' | 'hooks' | 'log'>,
  site: Site,
  rendered: ReadonlyMap<string, Rendered>,
  before: Memory = new Map(),
): Promise<Written> {
  checkDestination(config)
  const plan = planOutputs(site, rendered)
  warnOfConflicts(plan.all, config, log)
  mkdirAll(config.destination)
  const memory = new Map<string, Known>()
  const pathOf = ({ destination }: Output) => join(config.destination, destination)
  const stale = [...plan.files.values()].filter(
    (output) => !isKnown(output, pathOf(output), before.get(output.destination), memory),
  )
  await makeFolders(config.destination, stale)
  const isWritten = await mapSome(stale, (output, index) =>
    writeOutput(output, pathOf(output), index + 1, log),
  )
  for (const output of stale) remember(output, pathOf(output), memory)
  const written = stale.filter((_, index) => isWritten[index])
  for (const output of written) {
    log.debug('Writing:', pathOf(output))
    const { destination, item } = output
    if (item.kind !== 'static' && destination === item.destination) hooks.written(item, site)
  }
  return { paths: written.map(({ destination }) => destination), memory }
}

function remember({ destination, text }: Output, path: string, memory: Map<string, Known>): void {
  const stamp = text === undefined ? undefined : stampAt(path)
  if (text !== undefined && stamp !== undefined) memory.set(destination, { text, stamp })
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

/** Makes the folders above all outputs: level by level, and those of a level at once. */
async function makeFolders(top: string, outputs: readonly Output[]): Promise<void> {
  const folders = new Set(outputs.flatMap(({ destination }) => foldersAbove(destination)))
  const levels: string[][] = []
  for (const folder of folders) {
    const level = folder.split('/').length
    const siblings = levels[level] ?? []
    levels[level] = siblings
    siblings.push(join(top, folder))
  }
  for (const level of levels) await mapSome(level ?? [], makeFolder)
}

async function makeFolder(path: string): Promise<void> {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found?.isDirectory()) await done((callback) => mkdir(path, callback))
  } catch (error) {
    throw asSiteError(error, `Could not make the folder '${path}'`)
  }
}

async function writeOutput(
  { item, text }: Output,
  path: string,
  number: number,
  log: Log,
): Promise<boolean> {
  try {
    if (text !== undefined) return await writeTextSoon(path, text, number)
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

/** How much is under way at once. */
const AT_ONCE = 16

/**
 * Does `work` for each of `list`, some at a time, and answers in order. After a
 * failure nothing new begins; what is under way ends, and the first failure by
 * order of the list is thrown.
 */
async function mapSome<Item, Answer>(
  list: readonly Item[],
  work: (item: Item, index: number) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  const failures = new Map<number, unknown>()
  let next = 0
  async function goOn(): Promise<void> {
    while (next < list.length && failures.size === 0) {
      const index = next++
      try {
        answers[index] = await work(list[index] as Item, index) // below the length
      } catch (error) {
        failures.set(index, error)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, goOn))
  if (failures.size > 0) throw failures.get(Math.min(...failures.keys()))
  return answers
}
