/**
 * Includes: every file below the includes folder, by its path from there.
 *
 * Links are followed, but never to what lies outside the source, and no include
 * is an error for being unreadable before somebody asks for it.
 */

import { realpathSync } from 'node:fs'
import type { Include } from '../site.ts'
import { decode } from './encoding.ts'
import { createOutsideTest } from './entry-filter.ts'
import { readWholeFile } from './files.ts'
import { absolutePath, isFileAt, listFolder, pathInSource } from './folders.ts'
import type { Reading } from './reading.ts'

export function readIncludes({ config }: Reading): Map<string, Include> {
  const root = pathInSource(config, config.includesDir)
  const isOutside = createOutsideTest(config.source)
  const includes = new Map<string, Include>()

  const visit = (within: string, above: readonly string[]): void => {
    const here = absolutePath(config, `${root}${within && `/${within}`}`)
    for (const { name, isFolder, isLink } of listFolder(here)) {
      const file = `${here}/${name}`
      if (isLink && isOutside(file)) continue
      const inner = within === '' ? name : `${within}/${name}`
      if (isFolder) {
        const real = realpathSync(file)
        if (!above.includes(real)) visit(inner, [...above, real])
      } else if (isFileAt(file)) {
        const path = `${root}/${inner}`
        const { bytes } = readWholeFile(path, file)
        const body = decode(bytes, config.encoding) ?? bytes.toString('utf8')
        includes.set(inner, { name: inner, path, body })
      }
    }
  }
  if (!isOutside(absolutePath(config, root))) visit('', [])
  return includes
}
