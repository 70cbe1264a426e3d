/**
 * Which files a site is made of, as far as watching goes: everything in the
 * source and in a theme's folder but output, caches, what is excluded, and what
 * editors leave about.
 */

import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Config } from '../config/config.ts'
import { createMatcher } from '../reader/entry-filter.ts'

/** Folders that no site is made of, and what editors leave about for a moment. */
const NEVER =
  /^(?:\.git|\.hg|\.svn|node_modules|\.sass-cache|\.jekyll-metadata|\.DS_Store|4913|\.#.*|#.*#|.*~|\..*\.sw[a-z]|\.subl.*\.tmp)$/

/** The source, and outside of it the theme and the folders of plugins that are there. */
export function watchedFolders({ pluginsDirs, source, themeFiles }: Config): string[] {
  const more = [
    ...(themeFiles ? [themeFiles.root] : []),
    ...pluginsDirs.map((folder) => resolve(source, folder)),
  ]
  return [source, ...more.filter((folder) => !isWithin(source, folder) && existsSync(folder))]
}

/** Absolute paths of the files that the configuration was read from. */
export function configPaths({ configFiles }: Config, cwd: string): string[] {
  return configFiles.map((file) => resolve(cwd, file))
}

/** A test for absolute paths that are not to be watched. */
export function createIgnoreTest(config: Config, cwd: string): (path: string) => boolean {
  const { source, destination } = config
  const folders = watchedFolders(config)
  const cache = resolve(source, config.cacheDir)
  const always = new Set([...folders, ...configPaths(config, cwd)])
  const isIncluded = createMatcher(config.include)
  const isExcluded = createMatcher(config.exclude)
  return (path) => {
    if (always.has(path)) return false
    if (isWithin(destination, path) || isWithin(cache, path)) return true
    const home = folders.find((folder) => isWithin(folder, path)) ?? source
    if (leadsAstray(dirname(path), destination)) return true
    const inside = shownPath(home, path)
    if (inside.split('/').some((name) => NEVER.test(name))) return true
    return home === source && isExcluded(inside, true) && !isIncluded(inside, true)
  }
}

/** Whether `path` is a link, and one that is there. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/** Whether `folder` is a link to a folder it lies in, or to the output. Nobody is to go in there. */
function leadsAstray(folder: string, destination: string): boolean {
  try {
    if (!isLink(folder)) return false
    const target = realpathSync(folder)
    const home = realpathSync(dirname(folder))
    return isWithin(target, home) || isWithin(realpathSync(destination), target)
  } catch {
    return false // gone again, or there is no output yet
  }
}

export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(join(folder, sep))
}

/** Relative to `folder`, with slashes, where it lies inside; else as it is. */
export function shownPath(folder: string, path: string): string {
  const way = relative(folder, path)
  return way === '' || way.startsWith('..') || isAbsolute(way) ? path : way.replaceAll(sep, '/')
}
