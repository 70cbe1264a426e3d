/**
 * Documents: posts, drafts and the documents of other collections.
 */

import { statSync } from 'node:fs'
import type { Document } from '../site.ts'
import { documentDestination } from '../urls/destination.ts'
import { extensionOf, stemOf, withoutTrailingDots } from '../urls/names.ts'
import { outputExtension } from '../urls/output-extension.ts'
import { documentUrl } from '../urls/permalink.ts'
import { permalinkOf } from '../urls/virtual-page.ts'
import { Time } from '../util/dates.ts'
import type { Hash } from '../util/values.ts'
import {
  type Content,
  isDraft,
  type Origin,
  readContent,
  readYamlContent,
  toTime,
} from './document-data.ts'
import { reporting, type TextFile } from './files.ts'
import type { ReadDocument } from './known-documents.ts'
import { isInFuture, isPublished } from './publish.ts'
import type { Reading } from './reading.ts'
import { isTrue, toText } from './terms.ts'

/** What a document needs to know of its collection. */
export interface Home {
  readonly label: string
  /** Such as `_posts`, without `collections_dir`. */
  readonly folder: string
  readonly output: boolean
  readonly urlTemplate: string
}

/**
 * `relativePath` is the file's path without `collections_dir`. Answers undefined
 * for bytes that are not in the site's encoding.
 */
export function readDocument(
  reading: Reading,
  home: Home,
  source: TextFile,
  relativePath: string,
): ReadDocument | undefined {
  reading.log.debug('Reading:', relativePath)
  return reading.documents.recall(home.label, source, () =>
    makeOf(reading, home, source, relativePath),
  )
}

function makeOf(
  reading: Reading,
  home: Home,
  { path, file, text }: TextFile,
  relativePath: string,
): ReadDocument | undefined {
  if (text === undefined) return undefined
  const origin = { path, relativePath, label: home.label, folder: home.folder }
  const content = isYamlFile(path)
    ? readYamlContent(reading, origin, text)
    : readContent(reading, origin, text)
  const { date, sortDate, isWritten } = settleDate(reading, origin, content.data, file)
  const document = makeDocument(reading, home, origin, content, date)
  return { document, sortDate, isDated: isWritten, lasts: content.lasts && isWritten }
}

export function isYamlFile(path: string): boolean {
  const extension = extensionOf(path)
  return extension === '.yml' || extension === '.yaml'
}

/** Without a date in the file, a draft has the file's and everything else the build's. */
function settleDate(
  reading: Reading,
  origin: Origin,
  data: Hash,
  file: string,
): { date: Time; sortDate: Time | undefined; isWritten: boolean } {
  const given = data.get('date')
  if (given instanceof Time) return { date: given, sortDate: given, isWritten: true }
  const parsed = toTime(reading, given ?? null)
  if (parsed) return { date: parsed, sortDate: undefined, isWritten: true }
  const draft = isTrue(data.get('draft')) || isDraft(origin)
  const date = draft ? timeOfFile(reading, origin.path, file) : reading.time
  data.set('draft', draft).set('date', date)
  return { date, sortDate: undefined, isWritten: false }
}

function timeOfFile({ zone }: Reading, path: string, file: string): Time {
  return Time.fromMs(reporting(path, () => statSync(file)).mtimeMs, zone)
}

function makeDocument(
  reading: Reading,
  home: Home,
  origin: Origin,
  { data, body, bodyLine }: Content,
  date: Time,
): Document {
  const { path, relativePath } = origin
  const extension = extensionOf(path)
  const permalink = permalinkOf(data)
  const output = outputExtension(extension, permalink, reading.converters)
  const slug = data.get('slug') ?? undefined
  const categories = listUnder(data, 'categories')
  const parts = {
    collection: home.label,
    path: pathInUrl(home, relativePath, extension),
    stem: stemOf(path),
    slug: slug === undefined ? undefined : toText(slug),
    categories: [...new Set(categories.map(toText))],
    date,
    outputExtension: output,
  }
  const url = documentUrl(permalink ?? home.urlTemplate, parts, path)
  return {
    kind: 'document',
    collection: home.label,
    path,
    relativePath,
    url,
    destination: documentDestination(url, output),
    data,
    body,
    bodyLine,
    extension,
    outputExtension: output,
    date,
    slug: parts.slug ?? parts.stem,
    draft: isTrue(data.get('draft')) || isDraft(origin),
    categories: parts.categories,
    tags: listUnder(data, 'tags'),
    written: home.output && isPublished(reading, data) && !isInFuture(reading, date),
  }
}

/** `_tools/hand/saw.md` → `/hand/saw`. */
function pathInUrl({ folder }: Home, relativePath: string, extension: string): string {
  const stem = relativePath.slice(0, relativePath.length - extension.length)
  return withoutTrailingDots(stem.replace(folder, ''))
}

function listUnder(data: Hash, key: string): unknown[] {
  const value = data.get(key)
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}
