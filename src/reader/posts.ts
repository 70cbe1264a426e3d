/**
 * Posts and drafts, from every `_posts` and `_drafts` that was passed on the way.
 */

import type { Config } from '../config/config.ts'
import type { Document } from '../site.ts'
import type { Time } from '../util/dates.ts'
import type { Log } from '../util/log.ts'
import { inOrder } from './document-order.ts'
import { type Home, isYamlFile, readDocument } from './documents.ts'
import { undecodable } from './faults.ts'
import type { ReadDocument } from './known-documents.ts'
import { type DocumentName, parseDocumentName, parsePostName } from './post-name.ts'
import { isInFuture, isPublished } from './publish.ts'
import type { Reading } from './reading.ts'
import { listKept, type Walked } from './walk.ts'

/** Oldest first. */
export function readPosts(
  reading: Reading,
  home: Home,
  { postFolders, draftFolders }: Walked,
): Document[] {
  const { collectionsDir, limitPosts, showDrafts } = reading.config
  const isInPlace = (folder: string) =>
    collectionsDir === '' || folder.startsWith(`${collectionsDir}/`)
  const readAll = (folders: readonly string[], parseName: NameParser) =>
    folders.filter(isInPlace).flatMap((folder) => readPostFolder(reading, home, folder, parseName))
  const found = [
    ...readAll(postFolders, parsePostName),
    ...(showDrafts ? readAll(draftFolders, parseDocumentName) : []),
  ]
  const posts = inOrder(found).map(({ document }) => document)
  return limitPosts > 0 ? posts.slice(-limitPosts) : posts
}

/** Answers undefined for names of files that do not count. */
type NameParser = (path: string) => DocumentName | undefined

function readPostFolder(
  reading: Reading,
  home: Home,
  folder: string,
  parseName: NameParser,
): ReadDocument[] {
  const { config, log } = reading
  const found: ReadDocument[] = []
  for (const entry of listKept(reading, folder, { dotFiles: false, filterFolder: folder })) {
    const path = `${folder}/${entry.name}`
    if (parseName(entry.name) === undefined) {
      if (isText(path, config)) warnOfMissingDate(path, log)
      continue
    }
    const relativePath = withoutCollectionsDir(config.collectionsDir, path)
    if (isYamlFile(path)) {
      log.debug('Skipping:', `Content in ${relativePath} is nil`)
      continue
    }
    const post = readDocument(reading, home, reading.files.readText(path, entry.file), relativePath)
    if (post === undefined) {
      if (config.strictFrontMatter) throw undecodable(path)
      log.error('Error:', `could not read file ${path}: invalid byte sequence in UTF-8`, {
        file: path,
      })
    } else if (isInFuture(reading, post.document.date)) {
      log.warn('Skipping:', `${relativePath} has a future date`)
    } else if (isPublished(reading, post.document.data)) {
      found.push({ ...post, sortDate: sortDateOf(post, config) })
    }
  }
  return found
}

/**
 * Jekyll gives a draft its file's date when something asks for it, and what asks before
 * posts are sorted is whether they lie in the future. Where that is allowed, a draft
 * stands before all posts, by path.
 */
function sortDateOf({ document, isDated }: ReadDocument, { future }: Config): Time | undefined {
  return isDated || !future ? document.date : undefined
}

/** Jekyll passes over it without a word, and its author wonders where the post is. */
function warnOfMissingDate(path: string, log: Log): void {
  const name = path.slice(path.lastIndexOf('/') + 1)
  log.warn(
    'Skipping:',
    `${path} has no date in its name; call it YYYY-MM-DD-${name} to make it a post.`,
    { file: path },
  )
}

function isText(path: string, { markdownExtensions }: Config): boolean {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return extension === 'html' || markdownExtensions.includes(extension)
}

function withoutCollectionsDir(collectionsDir: string, path: string): string {
  const isWithin = collectionsDir !== '' && path.startsWith(`${collectionsDir}/`)
  return isWithin ? path.slice(collectionsDir.length + 1) : path
}
