/**
 * Layouts: every file with an extension below the layouts folder. The name is
 * the path without its last extension; where two files share one, the later in
 * order of file names counts.
 */

import type { Layout } from '../site.ts'
import { baseName } from '../urls/names.ts'
import { createOutsideTest } from './entry-filter.ts'
import { readWholeFile } from './files.ts'
import { absolutePath, isFileAt, listTree, pathInSource } from './folders.ts'
import { readConvertible } from './pages.ts'
import type { Reading } from './reading.ts'

export function readLayouts(reading: Reading): Map<string, Layout> {
  const { config, filter } = reading
  const folder = pathInSource(config, config.layoutsDir)
  const absolute = absolutePath(config, folder)
  const isOutside = createOutsideTest(config.source)
  const layouts = new Map<string, Layout>()
  for (const entry of listTree(absolute, { dotFiles: false })) {
    const file = `${absolute}/${entry.name}`
    if (!baseName(entry.name).includes('.') || !filter.keeps({ ...entry, file }, '')) continue
    if (!isFileAt(file) || isOutside(file)) continue
    const path = `${folder}/${entry.name}`
    const name = entry.name.slice(0, entry.name.lastIndexOf('.'))
    layouts.set(name, { name, path, ...readConvertible(reading, readWholeFile(path, file)) })
  }
  return layouts
}
