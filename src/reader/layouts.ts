/**
 * Layouts: every file with an extension below the layouts folder. The name is
 * the path without its last extension; where two files share one, the later in
 * order of file names counts.
 */

import type { Layout } from '../site.ts'
import { themeFolder } from '../themes/folders.ts'
import { baseName } from '../urls/names.ts'
import { createOutsideTest } from './entry-filter.ts'
import { absolutePath, isFileAt, listTree, pathInSource } from './folders.ts'
import { readConvertible } from './pages.ts'
import type { Reading } from './reading.ts'

/** Those of the site, and of its theme what the site has not. */
export function readLayouts(reading: Reading): Map<string, Layout> {
  const { config } = reading
  const folder = pathInSource(config, config.layoutsDir)
  const own = readFolder(reading, folder, absolutePath(config, folder), config.source)
  const theme = config.themeFiles
  const themeLayouts = theme && themeFolder(theme, '_layouts')
  if (!themeLayouts) return own
  return new Map([...readFolder(reading, '_layouts', themeLayouts, theme.root), ...own])
}

/** Nothing outside of `top` is read. */
function readFolder(
  reading: Reading,
  folder: string,
  absolute: string,
  top: string,
): Map<string, Layout> {
  const { filter } = reading
  const isOutside = createOutsideTest(top)
  const layouts = new Map<string, Layout>()
  for (const entry of listTree(absolute, { dotFiles: false })) {
    const file = `${absolute}/${entry.name}`
    if (!baseName(entry.name).includes('.') || !filter.keeps({ ...entry, file }, '')) continue
    if (!isFileAt(file) || isOutside(file)) continue
    const path = `${folder}/${entry.name}`
    const name = entry.name.slice(0, entry.name.lastIndexOf('.'))
    layouts.set(name, {
      name,
      path,
      ...readConvertible(reading, reading.files.readText(path, file)),
    })
  }
  return layouts
}
