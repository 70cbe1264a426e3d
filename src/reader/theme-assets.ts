/**
 * The files below a theme's `assets`. One that the site has under the same path,
 * as the same kind of file, is the site's; `exclude` and hidden names have no
 * say here, and links are left out with a warning, as in Jekyll.
 */

import type { Page, StaticFile } from '../site.ts'
import { themeFolder } from '../themes/folders.ts'
import { listTree } from './folders.ts'
import { readPage } from './pages.ts'
import type { Reading } from './reading.ts'
import { makeStaticFile } from './static-files.ts'

export interface Assets {
  readonly pages: readonly Page[]
  readonly staticFiles: readonly StaticFile[]
}

export function readThemeAssets(
  reading: Reading,
  pages: readonly Page[],
  staticFiles: readonly StaticFile[],
): Assets {
  const { config, log } = reading
  const folder = config.themeFiles && themeFolder(config.themeFiles, 'assets')
  if (!folder) return { pages: [], staticFiles: [] }

  const ownPages = new Set(pages.map(({ path }) => path))
  const ownFiles = new Set(staticFiles.map(({ path }) => path))
  const assets = { pages: [] as Page[], staticFiles: [] as StaticFile[] }
  for (const { name, isLink } of listTree(folder, { dotFiles: true })) {
    const path = `assets/${name}`
    if (isLink) {
      log.warn('Theme reader:', `Ignored symlinked asset: ${folder}/${name}`)
      continue
    }
    const source = reading.files.readSource(path, `${folder}/${name}`)
    if (!source.hasFrontMatter) {
      if (!ownFiles.has(path)) assets.staticFiles.push(makeStaticFile(reading, source))
    } else if (!ownPages.has(path)) {
      const page = readPage(reading, source)
      if (page) assets.pages.push(page)
    }
  }
  return assets
}
