/**
 * The folders of a theme. A link among them may lead elsewhere in the theme,
 * never out of it.
 */

import { realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Theme } from '../config/theme.ts'

export type ThemeFolder = '_layouts' | '_includes' | '_sass' | '_data' | 'assets'

/** Absolute, with links resolved; undefined where the theme has no such folder. */
export function themeFolder({ root }: Theme, name: ThemeFolder): string | undefined {
  const folder = realPath(join(root, name))
  if (folder === undefined || !folder.startsWith(root + sep)) return undefined
  return statSync(folder).isDirectory() ? folder : undefined
}

/** With links resolved; undefined for what is not there. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
