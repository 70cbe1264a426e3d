/**
 * The source becomes a `Site`: what is read, in order.
 *
 * What depends on the order of reading is settled by sorting, never by the
 * order in which a file system lists its files.
 */

import type { BuildOptions } from '../engine.ts'
import type { Page, Site, StaticFile } from '../site.ts'
import { SiteError } from '../util/errors.ts'
import { isHash } from '../util/values.ts'
import { readCollections } from './collections.ts'
import { readData } from './data-files.ts'
import type { SourceFile } from './files.ts'
import { absolutePath, isFileAt, isFolderAt, pathInSource } from './folders.ts'
import { readIncludes } from './includes.ts'
import { readLayouts } from './layouts.ts'
import { compareText } from './order.ts'
import { readPage } from './pages.ts'
import { beginReading, type Memory, type Reading, type ReadingTools } from './reading.ts'
import { makeStaticFile } from './static-files.ts'
import { readThemeAssets } from './theme-assets.ts'
import { walkSource } from './walk.ts'

export interface Read {
  readonly site: Site
  /** What the next build need not read again. */
  readonly memory: Memory
}

/**
 * The site as it is on disk.
 *
 * @throws SiteError for what the user can mend
 */
export function read(tools: ReadingTools, before?: Memory, options?: BuildOptions): Read {
  const reading = beginReading(tools, before, options)
  const site = readSite(reading)
  return { site, memory: { files: reading.files.memory, documents: reading.documents.memory } }
}

function readSite(reading: Reading): Site {
  const { config } = reading
  if (!isFolderAt(config.source)) throw missingSource(config.source)
  const layouts = readLayouts(reading)
  const walked = walkSource(reading)
  const files = [...walked.files, ...readIncludedFiles(reading, walked.files)]
  const pages = readPages(reading, files)
  const collections = readCollections(reading, walked)
  const collectionFiles = [...collections.values()].flatMap(({ staticFiles }) => staticFiles)
  const staticFiles = [...readStaticFiles(reading, files), ...collectionFiles]
  const assets = readThemeAssets(reading, pages, staticFiles)
  const data = config.data.get('data')
  return {
    config,
    time: reading.time,
    data: isHash(data) ? data : readData(reading),
    layouts,
    includes: readIncludes(reading),
    pages: [...pages, ...assets.pages],
    collections,
    staticFiles: [...staticFiles, ...assets.staticFiles],
    payload: new Map(),
  }
}

/** Jekyll builds an empty site, and so clears the destination for a slip of the pen. */
function missingSource(source: string): SiteError {
  return new SiteError(`No such file or directory - ${source}`, {
    hint: 'The source must be a folder; see --source.',
  })
}

/** By file name; pages of one name stay in the order in which the folders were walked. */
function readPages(reading: Reading, files: readonly SourceFile[]): Page[] {
  const pages: Page[] = []
  for (const source of files) {
    const page = source.hasFrontMatter ? readPage(reading, source) : undefined
    if (page) pages.push(page)
  }
  return pages.sort((a, b) => compareText(a.name, b.name))
}

function readStaticFiles(reading: Reading, files: readonly SourceFile[]): StaticFile[] {
  return files
    .filter(({ hasFrontMatter }) => !hasFrontMatter)
    .map((source) => makeStaticFile(reading, source))
    .sort((a, b) => compareText(a.path, b.path))
}

/** Files named in `include` that lie below folders which were not walked. */
function readIncludedFiles(
  { config, filter, files }: Reading,
  walked: readonly SourceFile[],
): SourceFile[] {
  const known = new Set(walked.map(({ path }) => path))
  const found: SourceFile[] = []
  for (const name of config.include) {
    const path = pathInSource(config, name)
    const file = absolutePath(config, path)
    if (known.has(path) || !isFileAt(file) || filter.isForbidden(file)) continue
    known.add(path)
    found.push(files.readSource(path, file))
  }
  return found
}
