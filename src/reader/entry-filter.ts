/**
 * Which names in a folder count. Follows Jekyll's `EntryFilter`.
 *
 * An entry is a path relative to the folder that is being read: a bare name
 * where folders are walked one by one, a longer one in `_posts`, collections and
 * layouts, which Jekyll lists whole. So there only the first and the last part
 * decide what is hidden, and `exclude` sees the path from the source while
 * `include` sees the entry.
 */

import { realpathSync } from 'node:fs'
import { sep } from 'node:path'
import type { Config } from '../config/config.ts'
import { baseName } from '../urls/names.ts'
import { compileGlob } from '../util/globs.ts'
import type { Log } from '../util/log.ts'

export interface Entry {
  /** Relative to the folder that is read. */
  readonly name: string
  /** Absolute. */
  readonly file: string
  readonly isFolder: boolean
  readonly isLink: boolean
}

export interface EntryFilter {
  /** `folder` is relative to the source, empty for the source itself. */
  keeps(entry: Entry, folder: string): boolean
  /** Whether safe mode forbids what lies at an absolute path, for it is elsewhere in truth. */
  isForbidden(file: string): boolean
}

export function createEntryFilter(config: Config, log: Log): EntryFilter {
  const isIncluded = createMatcher(config.include)
  const isExcluded = createMatcher(config.exclude.filter((each) => !config.include.includes(each)))
  const isOutside = createOutsideTest(config.source)
  const isForbidden = (file: string) => config.safe && isOutside(file)

  function keeps({ name, file, isFolder, isLink }: Entry, folder: string): boolean {
    if (name.endsWith('.')) return false
    const included = isIncluded(name, isFolder) || isIncluded(baseName(name), isFolder)
    if (!included) {
      if (isHidden(name) || isHidden(baseName(name)) || name.endsWith('~')) return false
      const path = folder === '' ? name : `${folder}/${name}`
      if (isExcluded(path, isFolder)) {
        log.debug('EntryFilter:', `excluded /${path}`)
        return false
      }
    }
    return !isLink || !isForbidden(file)
  }

  return { keeps, isForbidden }
}

function isHidden(name: string): boolean {
  return '._#~'.includes(name.charAt(0))
}

/** By glob, by plain prefix, and for a folder by its name with a slash. */
export function createMatcher(
  patterns: readonly string[],
): (path: string, isFolder: boolean) => boolean {
  const tests = patterns.map((pattern) => {
    const plain = pattern.startsWith('/') ? pattern.slice(1) : pattern
    return { plain, matches: compileGlob(plain) }
  })
  return (path, isFolder) =>
    tests.some(
      ({ plain, matches }) =>
        path.startsWith(plain) || (isFolder && plain === `${path}/`) || matches(path),
    )
}

/** A test for paths that lead out of `source` once all links are followed. */
export function createOutsideTest(source: string): (file: string) => boolean {
  let root: string | undefined
  return (file) => {
    root ??= realpathSync(source)
    try {
      const real = realpathSync(file)
      return real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)
    } catch {
      return true // a link to nowhere
    }
  }
}
