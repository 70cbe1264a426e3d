/**
 * What folders hold, and where things lie in the source.
 */

import { readdirSync, statSync } from 'node:fs'
import { posix, sep } from 'node:path'
import type { Config } from '../config/config.ts'
import { codeOf, reporting } from './files.ts'
import { compareText } from './order.ts'

export interface FolderEntry {
  readonly name: string
  readonly isFolder: boolean
  readonly isLink: boolean
}

/**
 * Files and folders in a folder, by name; links count as what they lead to, and
 * one that leads nowhere as a file. Pipes and the like are no files: reading one
 * would wait for ever. Empty where there is no folder.
 */
export function listFolder(file: string): FolderEntry[] {
  const entries = reporting(file, () => attempt(() => readdirSync(file, { withFileTypes: true })))
  return (entries ?? [])
    .flatMap((entry) => {
      const { name } = entry
      if (entry.isDirectory()) return { name, isFolder: true, isLink: false }
      if (entry.isFile()) return { name, isFolder: false, isLink: false }
      if (!entry.isSymbolicLink()) return []
      const target = attempt(() => statSync(`${file}/${name}`))
      const isFolder = target?.isDirectory() ?? false
      return isFolder || (target?.isFile() ?? true) ? { name, isFolder, isLink: true } : []
    })
    .sort((a, b) => compareText(a.name, b.name))
}

/**
 * All files below a folder, with their paths from there. Like Ruby's `**`, it
 * does not follow links to folders; without `dotFiles`, names with a leading
 * dot are passed over.
 */
export function listTree(
  folder: string,
  { dotFiles }: { readonly dotFiles: boolean },
): FolderEntry[] {
  const found: FolderEntry[] = []
  const visit = (within: string): void => {
    for (const entry of listFolder(within === '' ? folder : `${folder}/${within}`)) {
      if (!dotFiles && entry.name.startsWith('.')) continue
      const name = within === '' ? entry.name : `${within}/${entry.name}`
      if (!entry.isFolder) found.push({ ...entry, name })
      else if (!entry.isLink) visit(name)
    }
  }
  visit('')
  return found
}

export function isFolderAt(file: string): boolean {
  return attempt(() => statSync(file))?.isDirectory() ?? false
}

export function isFileAt(file: string): boolean {
  return attempt(() => statSync(file))?.isFile() ?? false
}

/** A folder that the configuration names, which never lies outside the source. */
export function pathInSource(config: Config, path: string): string {
  const inside = path === config.source || path.startsWith(`${config.source}/`)
  const relative = (inside ? path.slice(config.source.length) : path).replaceAll(sep, '/')
  return posix.resolve('/', relative.replace(/^\/+/, '')).slice(1)
}

export function absolutePath(config: Config, path: string): string {
  if (path === '') return config.source
  return config.source === '/' ? `/${path}` : `${config.source}/${path}`
}

/** Answers undefined for what is not there, and only for that. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error))
}
