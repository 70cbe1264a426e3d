/**
 * Whether a build may empty and fill the configured destination.
 *
 * Cleaning removes what the build did not write, so a destination that holds
 * the source would take the site with it. Links are resolved first: a `_site`
 * that points at the source is the source. `config/load.ts` has refused that
 * already, but links may have changed since, and whoever removes must look.
 */

import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, parse, relative, sep } from 'node:path'
import type { Config } from '../config/config.ts'
import { SiteError } from '../util/errors.ts'

/** @throws SiteError, before anything is touched, for a destination that must not be cleaned */
export function checkDestination(config: Config): void {
  const source = resolveLinks(config.source)
  const destination = resolveLinks(config.destination)
  if (holds(destination, source) || parse(destination).root === destination) {
    throw new SiteError('Destination directory cannot be or contain the Source directory.', {
      topic: 'Fatal:',
      hint: `The source is ${source} and the destination ${destination}.`,
    })
  }
  const read = readFolders(config).find((folder) => holds(destination, join(source, folder)))
  if (read !== undefined) {
    throw new SiteError(`Destination directory cannot be or contain the folder '${read}'.`, {
      topic: 'Fatal:',
      hint: 'The site is read from there, and whatever a build does not write is removed.',
    })
  }
  if (statSync(destination, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new SiteError(`Destination '${config.destination}' is a file, not a folder.`, {
      topic: 'Fatal:',
      hint: 'Remove it, or set another destination.',
    })
  }
}

/** Folders that hold what the site is made of, relative to the source. */
function readFolders(config: Config): string[] {
  const collections = ['posts', 'drafts', ...config.collections.keys()]
  return [
    '.git',
    config.layoutsDir,
    config.includesDir,
    config.dataDir,
    ...config.pluginsDirs,
    ...collections.map((label) => join(config.collectionsDir, `_${label}`)),
  ].filter((folder) => !isAbsolute(folder))
}

/** The real path of `path`, whose last parts may not exist yet. */
function resolveLinks(path: string): string {
  const parent = dirname(path)
  if (lstatSync(path, { throwIfNoEntry: false })) return realpathSync.native(path)
  return parent === path ? path : join(resolveLinks(parent), basename(path))
}

/** Whether removing `path` would remove the source. */
export function holdsSource({ source }: Config, path: string): boolean {
  return holds(resolveLinks(path), resolveLinks(source))
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
