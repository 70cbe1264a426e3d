/**
 * Collections and what is in them, posts and drafts included.
 */

import type { Collection, Document, StaticFile } from '../site.ts'
import { styleEnding, styleTemplate } from '../urls/permalink.ts'
import type { Hash } from '../util/values.ts'
import { arrange } from './document-order.ts'
import { type Home, readDocument } from './documents.ts'
import { undecodable } from './faults.ts'
import { pathInSource } from './folders.ts'
import type { ReadDocument } from './known-documents.ts'
import { readPosts } from './posts.ts'
import type { Reading } from './reading.ts'
import { makeCollectionFile } from './static-files.ts'
import { isTrue, toText } from './terms.ts'
import { listKept, type Walked } from './walk.ts'

/** By the name in the configuration, which is the label but for odd signs, and in its order. */
export function readCollections(reading: Reading, walked: Walked): Map<string, Collection> {
  const collections = new Map<string, Collection>()
  for (const [name, metadata] of reading.config.collections) {
    const collection = readCollection(reading, name, metadata, walked)
    collections.set(name, collection)
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
  return {
    label,
    folder: `_${label}`,
    output: label === 'posts' || isTrue(metadata.get('output')),
    urlTemplate: permalink === undefined || permalink === null ? usual : toText(permalink),
  }
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
    const source = reading.files.readSource(path, entry.file)
    if (!source.hasFrontMatter) {
      staticFiles.push(makeCollectionFile(reading, home, source, relativePath))
      continue
    }
    const document = readDocument(reading, home, source, relativePath)
    if (document === undefined) throw undecodable(path)
    if (config.unpublished || document.document.data.get('published') !== false)
      found.push(document)
  }
  return { documents: arrange(reading, home, metadata, found), staticFiles }
}
