/**
 * All themes on this machine that a site could name, by name and version.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Theme } from '../config/theme.ts'
import type { ThemeSite } from './find.ts'
import { themeFolder } from './folders.ts'
import { folderTheme, gemHomes, gemsIn } from './installed.ts'
import { compareVersions } from './versions.ts'

export function listThemes({ source, themePlaces }: ThemeSite): Theme[] {
  const own = namesIn(join(source, '_themes')).map((name) => folderAt(source, '_themes', name))
  const packages = namesIn(join(source, 'node_modules')).map((name) =>
    folderAt(source, 'node_modules', name),
  )
  const gems = gemHomes([...themePlaces.gemFolders, themePlaces.cache]).flatMap((home) =>
    gemsIn(home, undefined),
  )
  const seen = new Set<string>()
  return [...own, ...packages, ...gems]
    .filter((theme) => theme !== undefined)
    .filter((theme) => themeFolder(theme, '_layouts') !== undefined)
    .filter(({ root }) => !seen.has(root) && seen.add(root))
    .sort((a, b) => compareText(a.name, b.name) || compareVersions(a.version, b.version))
}

function folderAt(source: string, folder: string, name: string): Theme | undefined {
  return folderTheme(name, join(source, folder, name))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => name)
  } catch {
    return [] // few sites have either folder
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
