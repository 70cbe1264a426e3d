/**
 * Collections and what is in them, posts and drafts included.
 */

import type { Collection, Document, StaticFile } from '../site.ts'
import { styleEnding, styleTemplate } from '../urls/permalink.ts'
import type { Hash } from '../util/values.ts'
import { type Home, isYamlFile, type ReadDocument, readDocument } from './documents.ts'
import { undecodable } from './faults.ts'
import {
  absolutePath,
  isFolderAt,
  listTree,
  pathInSource,
  readSourceFile,
  readWholeFile,
  startsFrontMatter,
} from './files.ts'
import { compareText, compareValues, mergeSort } from './order.ts'
import { parseDocumentName, parsePostName } from './post-name.ts'
import { isInFuture, isPublished } from './publish.ts'
import type { Reading } from './reading.ts'
import { makeCollectionFile } from './static-files.ts'
import { toText } from './terms.ts'
import type { Walked } from './walk.ts'

/** By label, in order of configuration. */
export function readCollections(reading: Reading, walked: Walked): Map<string, Collection> {
  const collections = new Map<string, Collection>()
  for (const [name, metadata] of reading.config.collections) {
    const collection = readCollection(reading, name, metadata, walked)
    collections.set(collection.label, collection)
  }
  return collections
}

function readCollection(reading: Reading, name: string, written: Hash, walked: Walked): Collection {
  const label = name.replace(/[^A-Za-z0-9_.-]/g, '')
  // Jekyll looks the metadata up by the cleaned label, so an odd name loses it.
  const metadata = label === name ? written : (reading.config.collections.get(label) ?? new Map())
  const home = homeOf(reading, label, metadata)
  const directory = pathInSource(reading.config, `${reading.config.collectionsDir}/${home.folder}`)
  const { documents, staticFiles } =
    label === 'posts'
      ? { documents: readPosts(reading, home, walked), staticFiles: [] }
      : label === 'data'
        ? { documents: [], staticFiles: [] }
        : readFiles(reading, home, directory, metadata)
  return { label, metadata, directory, output: home.output, documents, staticFiles }
}

function homeOf({ config }: Reading, label: string, metadata: Hash): Home {
  const permalink = metadata.get('permalink')
  const usual =
    label === 'posts'
      ? styleTemplate(config.permalink)
      : `/:collection/:path${styleEnding(config.permalink)}`
  const output = metadata.get('output')
  return {
    label,
    folder: `_${label}`,
    output: label === 'posts' || (output !== undefined && output !== null && output !== false),
    urlTemplate: permalink === undefined || permalink === null ? usual : toText(permalink),
  }
}

function readPosts(
  reading: Reading,
  home: Home,
  { postFolders, draftFolders }: Walked,
): Document[] {
  const { collectionsDir, limitPosts, showDrafts } = reading.config
  const isInPlace = (folder: string) =>
    collectionsDir === '' || folder.startsWith(`${collectionsDir}/`)
  const found = [
    ...postFolders
      .filter(isInPlace)
      .flatMap((folder) => readPostFolder(reading, home, folder, true)),
    ...(showDrafts ? draftFolders : [])
      .filter(isInPlace)
      .flatMap((folder) => readPostFolder(reading, home, folder, false)),
  ]
  const posts = inOrder(found).map(({ document }) => document)
  return limitPosts > 0 ? posts.slice(-limitPosts) : posts
}

function readPostFolder(
  reading: Reading,
  home: Home,
  folder: string,
  needsDate: boolean,
): ReadDocument[] {
  const { config, log } = reading
  const parseName = needsDate ? parsePostName : parseDocumentName
  const found: ReadDocument[] = []
  for (const entry of listKept(reading, folder, { dotFiles: false, filterFolder: folder })) {
    if (parseName(entry.name) === undefined) continue
    const path = `${folder}/${entry.name}`
    const relativePath = withoutCollectionsDir(config.collectionsDir, path)
    if (isYamlFile(path)) {
      log.debug('Skipping:', `Content in ${relativePath} is nil`)
      continue
    }
    const post = readDocument(reading, home, readWholeFile(path, entry.file), relativePath)
    if (post === undefined) {
      if (config.strictFrontMatter) throw undecodable(path)
      log.error('Error:', `could not read file ${path}: invalid byte sequence in UTF-8`, {
        file: path,
      })
    } else if (isInFuture(reading, post.document.date)) {
      log.warn('Skipping:', `${relativePath} has a future date`)
    } else if (isPublished(reading, post.document.data)) {
      found.push({ ...post, sortDate: post.document.date })
    }
  }
  return found
}

function readFiles(
  reading: Reading,
  home: Home,
  directory: string,
  metadata: Hash,
): { documents: Document[]; staticFiles: StaticFile[] } {
  const { config } = reading
  const found: ReadDocument[] = []
  const staticFiles: StaticFile[] = []
  for (const entry of listKept(reading, directory, { dotFiles: true, filterFolder: home.folder })) {
    const path = `${directory}/${entry.name}`
    const relativePath = `${home.folder}/${entry.name}`
    const source = readSourceFile(path, entry.file)
    const { bytes } = source
    if (bytes === undefined || !startsFrontMatter(bytes)) {
      staticFiles.push(makeCollectionFile(reading, home, source, relativePath))
      continue
    }
    const document = readDocument(reading, home, { ...source, bytes }, relativePath)
    if (document === undefined) throw undecodable(path)
    if (config.unpublished || document.document.data.get('published') !== false)
      found.push(document)
  }
  return { documents: arrange(reading, home, metadata, found), staticFiles }
}

interface Kept {
  readonly name: string
  readonly file: string
}

/** The files below a folder that the filter keeps. `exclude` sees them below `filterFolder`. */
function listKept(
  { config, filter }: Reading,
  directory: string,
  { dotFiles, filterFolder }: { readonly dotFiles: boolean; readonly filterFolder: string },
): Kept[] {
  const folder = absolutePath(config, directory)
  if (!isFolderAt(folder) || filter.isForbidden(folder)) return []
  return listTree(folder, { dotFiles })
    .map((entry) => ({ ...entry, file: `${folder}/${entry.name}` }))
    .filter((entry) => filter.keeps(entry, filterFolder))
}

function withoutCollectionsDir(collectionsDir: string, path: string): string {
  const isWithin = collectionsDir !== '' && path.startsWith(`${collectionsDir}/`)
  return isWithin ? path.slice(collectionsDir.length + 1) : path
}

/** `order` beats `sort_by`, which beats date and path. */
function arrange(
  reading: Reading,
  { folder }: Home,
  metadata: Hash,
  found: readonly ReadDocument[],
): Document[] {
  const order = metadata.get('order')
  const sortBy = metadata.get('sort_by')
  if (!Array.isArray(order) && typeof sortBy === 'string') return sortByKey(reading, found, sortBy)
  const documents = inOrder(found).map(({ document }) => document)
  if (!Array.isArray(order)) return documents
  const byPath = new Map(documents.map((document) => [document.relativePath, document]))
  const first = order.map((name) => byPath.get(`${folder}/${toText(name).replace(/^\//, '')}`))
  return [...new Set([...first.filter((document) => document !== undefined), ...documents])]
}

function sortByKey({ log }: Reading, found: readonly ReadDocument[], key: string): Document[] {
  const keyOf = ({ document }: ReadDocument) => document.data.get(key) ?? undefined
  const missing = ({ document }: ReadDocument) =>
    log.warn('Sort warning:', `'${key}' not defined in ${document.relativePath}`)
  const sorted = mergeSort(found, (a, b) => {
    const left = keyOf(a)
    const right = keyOf(b)
    if (left === undefined && right !== undefined) {
      missing(a)
      return 1
    }
    if (left !== undefined && right === undefined) {
      missing(b)
      return -1
    }
    return compareValues(left, right) || compareDocuments(a, b)
  })
  return sorted.map(({ document }) => document)
}

function inOrder(found: readonly ReadDocument[]): ReadDocument[] {
  return mergeSort(found, compareDocuments)
}

/** By date where both have one, then by path. */
function compareDocuments(a: ReadDocument, b: ReadDocument): number {
  const byDate = a.sortDate && b.sortDate ? a.sortDate.compare(b.sortDate) : 0
  return byDate || compareText(a.document.path, b.document.path)
}
