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
import { warnOfConflicts } from './conflicts.ts'
import { checkDestination } from './destination.ts'
import { asSiteError } from './failures.ts'
import { copyFile, writeText } from './files.ts'
import { type Output, planOutputs } from './outputs.ts'

/**
 * Answers the paths that it wrote.
 *
 * @throws SiteError for what the file system refuses
 */
export function write(
  { config, hooks, log }: Pick<Engine, 'config' | 'hooks' | 'log'>,
  site: Site,
  rendered: ReadonlyMap<string, Rendered>,
): string[] {
  checkDestination(config)
  const plan = planOutputs(site, rendered)
  warnOfConflicts(plan.all, config, log)
  mkdirAll(config.destination)
  for (const folder of plan.folders) makeFolder(join(config.destination, folder))
  const written: string[] = []
  for (const output of plan.files.values()) {
    const path = join(config.destination, output.destination)
    const { item } = output
    if (!writeOutput(output, path)) continue
    log.debug('Writing:', path)
    written.push(output.destination)
    if (item.kind !== 'static' && output.destination === item.destination) hooks.written(item, site)
  }
  return written
}

function mkdirAll(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw asSiteError(error, `Could not make the folder '${path}'`)
  }
}

/** Its parents are there already, for the outer come before the inner. */
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
