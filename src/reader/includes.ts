/**
 * Includes: every file below the includes folder, by its path from there.
 *
 * Links are followed, but never to what lies outside the source, and no include
 * is an error for being unreadable before somebody asks for it.
 */

import { readFileSync, realpathSync } from 'node:fs'
import type { Include } from '../site.ts'
import { themeFolder } from '../themes/folders.ts'
import { createOutsideTest } from './entry-filter.ts'
import { absolutePath, isFileAt, listFolder, pathInSource } from './folders.ts'
import type { Reading } from './reading.ts'

/** Those of the site, and of its theme what the site has not. */
export function readIncludes(reading: Reading): Map<string, Include> {
  const { config } = reading
  const path = pathInSource(config, config.includesDir)
  const own = readFolder(reading, { path, folder: absolutePath(config, path), top: config.source })
  const theme = config.themeFiles
  const folder = theme && themeFolder(theme, '_includes')
  if (!folder) return own
  return new Map([...readFolder(reading, { path: '_includes', folder, top: theme.root }), ...own])
}

interface Root {
  /** What stands before a name in messages. */
  readonly path: string
  readonly folder: string
  /** Nothing outside of this is read. */
  readonly top: string
}

function readFolder({ files }: Reading, { path: root, folder, top }: Root): Map<string, Include> {
  const isOutside = createOutsideTest(top)
  const includes = new Map<string, Include>()

  const visit = (within: string, above: readonly string[]): void => {
    const here = `${folder}${within && `/${within}`}`
    for (const { name, isFolder, isLink } of listFolder(here)) {
      const file = `${here}/${name}`
      if (isLink && isOutside(file)) continue
      const inner = within === '' ? name : `${within}/${name}`
      if (isFolder) {
        const real = realpathSync(file)
        if (!above.includes(real)) visit(inner, [...above, real])
      } else if (isFileAt(file)) {
        const path = `${root}/${inner}`
        const { text } = files.readText(path, file)
        const body = text ?? readFileSync(file, 'utf8')
        includes.set(inner, { name: inner, path, file, body })
      }
    }
  }
  if (!isOutside(folder)) visit('', [])
  return includes
}
