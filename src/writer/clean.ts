/**
 * Removes from the destination what this build does not write, as Jekyll's
 * cleaner does, and makes way where a file became a folder or a folder a file.
 *
 * Everything is looked at before anything is removed. Links are removed, never
 * followed, so nothing outside the destination is touched.
 */

import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import type { BuildOptions, Engine } from '../engine.ts'
import { SiteError } from '../util/errors.ts'
import { checkDestination } from './destination.ts'
import { removeAll } from './files.ts'
import { createFolders, type Folders, type Listings } from './listings.ts'
import type { Plan } from './outputs.ts'

/** Kept whatever `keep_files` says: nobody wants a build to remove a repository. */
const REPOSITORIES = new Set(['.git', '.svn'])

export interface Cleaned {
  /** What was removed, relative to the destination. */
  readonly paths: readonly string[]
  /** For the next build. */
  readonly listings: Listings
}

/**
 * Empties the destination of everything that does not belong there. `before` is
 * what the last build of the same configuration found.
 *
 * @throws SiteError where something that is to be kept stands in the way
 */
export function clean(
  { config, hooks, log }: Pick<Engine, 'config' | 'hooks' | 'log'>,
  plan: Plan,
  before?: Listings,
  options?: BuildOptions,
): Cleaned {
  checkDestination(config)
  const folders = createFolders(before, options)
  const orphans = [...findOrphans(config.destination, '', { plan, folders, ...config })]
  hooks.obsolete(orphans.map((path) => join(config.destination, path)))
  for (const path of orphans) {
    log.debug('Removing:', path)
    removeAll(join(config.destination, path))
  }
  return { paths: orphans, listings: folders.listings }
}

interface Looking {
  readonly plan: Plan
  readonly folders: Folders
  readonly keepFiles: readonly string[]
}

function* findOrphans(destination: string, folder: string, looking: Looking): Generator<string> {
  const { plan, folders, keepFiles } = looking
  for (const entry of folders.entriesOf(join(destination, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    const isFolder = entry.isDirectory()
    const fileHere = plan.files.has(path)
    const folderHere = plan.folders.has(path)

    if (fileHere && !isFolder) continue
    const above = isFolder && keepFiles.some((kept) => kept.startsWith(`${path}/`))
    if (isFolder && folderHere) yield* findOrphans(destination, path, looking)
    else if (!above && !isKept(path, keepFiles)) yield path
    else if (fileHere || folderHere) throw inTheWay(path, entry)
    else if (above) yield* findOrphans(destination, path, looking)
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
