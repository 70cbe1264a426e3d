/**
 * Removes from the destination what this build does not write, as Jekyll's
 * cleaner does, and makes way where a file became a folder or a folder a file.
 *
 * Everything is looked at before anything is removed. Links are removed, never
 * followed, so nothing outside the destination is touched.
 */

import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../engine.ts'
import type { Rendered, Site } from '../site.ts'
import { SiteError } from '../util/errors.ts'
import { checkDestination } from './destination.ts'
import { asSiteError } from './failures.ts'
import { removeAll } from './files.ts'
import { type Plan, planOutputs } from './outputs.ts'

/** Kept whatever `keep_files` says: nobody wants a build to remove a repository. */
const REPOSITORIES = new Set(['.git', '.svn'])

/**
 * Answers the paths that it removed.
 *
 * @throws SiteError where something that is to be kept stands in the way
 */
export function clean(
  { config, hooks, log }: Pick<Engine, 'config' | 'hooks' | 'log'>,
  site: Site,
  rendered: ReadonlyMap<string, Rendered>,
): string[] {
  checkDestination(config)
  const plan = planOutputs(site, rendered)
  const orphans = [...findOrphans(config.destination, '', plan, config.keepFiles)]
  hooks.obsolete(orphans.map((path) => join(config.destination, path)))
  for (const path of orphans) {
    log.debug('Removing:', path)
    removeAll(join(config.destination, path))
  }
  return orphans
}

function* findOrphans(
  destination: string,
  folder: string,
  plan: Plan,
  keepFiles: readonly string[],
): Generator<string> {
  for (const entry of entriesOf(join(destination, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    const isFolder = entry.isDirectory()
    const fileHere = plan.files.has(path)
    const folderHere = plan.folders.has(path)

    if (fileHere && !isFolder) continue
    const above = isFolder && keepFiles.some((kept) => kept.startsWith(`${path}/`))
    if (isFolder && folderHere) yield* findOrphans(destination, path, plan, keepFiles)
    else if (!above && !isKept(path, keepFiles)) yield path
    else if (fileHere || folderHere) throw inTheWay(path, entry)
    else if (above) yield* findOrphans(destination, path, plan, keepFiles)
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw asSiteError(error, `Could not read '${folder}'`)
  }
}

/** `keep_files` is a list of beginnings: `data` keeps `data.json` and `database/` too. */
function isKept(path: string, keepFiles: readonly string[]): boolean {
  return REPOSITORIES.has(path) || keepFiles.some((kept) => path.startsWith(kept))
}

function inTheWay(path: string, entry: Dirent): SiteError {
  const wanted = entry.isDirectory() ? 'file' : 'folder'
  const found = entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'file'
  return new SiteError(`The site has a ${wanted} '${path}', but a ${found} of that name is kept.`, {
    hint: `Remove it from the destination, or change 'keep_files'.`,
  })
}
