/**
 * The source, folder by folder: which folders there are, and which files in
 * them are for pages and static files. Subfolders come before a folder's own
 * files, as in Jekyll, which shows where names are equal.
 */

import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SiteError } from '../util/errors.ts'
import { inCircle } from './faults.ts'
import type { SourceFile } from './files.ts'
import { absolutePath, isFolderAt, listFolder, listTree } from './folders.ts'
import type { Reading } from './reading.ts'

export interface Walked {
  readonly files: readonly SourceFile[]
  /** Every `_posts` and `_drafts` in a folder that was walked, relative to the source. */
  readonly postFolders: readonly string[]
  readonly draftFolders: readonly string[]
}

export function walkSource({ config, filter, files: known }: Reading): Walked {
  const files: SourceFile[] = []
  const postFolders: string[] = []
  const draftFolders: string[] = []

  /** `above` are the real places of the folder and those around it, lest links lead in a circle. */
  const visit = (folder: string, above: readonly string[]): void => {
    const here = absolutePath(config, folder)
    const entries = listFolder(here).map((entry) => ({ ...entry, file: `${here}/${entry.name}` }))
    for (const { name, isFolder } of entries) {
      if (!isFolder && name === '_posts') throw notAFolder(pathOf(folder, name))
      if (isFolder && name === '_posts') postFolders.push(pathOf(folder, name))
      if (isFolder && name === '_drafts') draftFolders.push(pathOf(folder, name))
    }
    const kept = entries.filter((entry) => filter.keeps(entry, folder))
    for (const { name, file, isFolder, isLink } of kept) {
      if (!isFolder || resolve(file) === config.destination) continue
      const real = isLink ? realpathSync(file) : join(above.at(-1)!, name)
      if (isLink && above.includes(real)) {
        throw inCircle(pathOf(folder, name))
      }
      visit(pathOf(folder, name), [...above, real])
    }
    for (const { name, file, isFolder } of kept) {
      if (!isFolder) files.push(known.readSource(pathOf(folder, name), file))
    }
  }
  visit('', [realpathSync(config.source)])
  return { files, postFolders, draftFolders }
}

function notAFolder(path: string): SiteError {
  return new SiteError(`Not a directory - ${path}`, {
    place: { file: path },
    hint: 'Posts lie in a folder of that name. Rename the file.',
  })
}

function pathOf(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

export interface Kept {
  readonly name: string
  readonly file: string
}

/** The files below a folder that the filter keeps. `exclude` sees them below `filterFolder`. */
export function listKept(
  { config, filter }: Reading,
  directory: string,
  { dotFiles, filterFolder }: { readonly dotFiles: boolean; readonly filterFolder: string },
): Kept[] {
  const folder = absolutePath(config, directory)
  if (!isFolderAt(folder) || filter.isForbidden(folder)) return []
  return listTree(folder, { dotFiles })
    .map((entry) => ({ ...entry, file: `${folder}/${entry.name}` }))
    .filter((entry) => filter.keeps(entry, filterFolder))
}
