/**
 * Documents: posts, drafts and the documents of other collections.
 *
 * Values come in layers, and the order of the layers is the order of the keys
 * that templates see: what the path says, defaults, front matter, the file's
 * name, then titles and terms. Follows `Document#read`.
 */

import type { Document } from '../site.ts'
import { documentDestination } from '../urls/destination.ts'
import { baseName, extensionOf, stemOf, withoutTrailingDots } from '../urls/names.ts'
import { outputExtension } from '../urls/output-extension.ts'
import { documentUrl } from '../urls/permalink.ts'
import { permalinkOf } from '../urls/virtual-page.ts'
import { CalendarDate, parseTime, Time } from '../util/dates.ts'
import { SiteError } from '../util/errors.ts'
import { titleize } from '../util/slugs.ts'
import { type Hash, isHash } from '../util/values.ts'
import { parseYaml } from '../util/yaml.ts'
import { decode, type SourceFile } from './files.ts'
import { parseBlock, splitFrontMatter } from './front-matter.ts'
import { merge } from './merge.ts'
import { parseDocumentName } from './post-name.ts'
import { isInFuture, isPublished } from './publish.ts'
import type { Reading } from './reading.ts'
import { categoriesAsText, distinct, splitWords, tagsOf, toText } from './terms.ts'

/** What a document needs to know of its collection. */
export interface Home {
  readonly label: string
  /** Such as `_posts`, without `collections_dir`. */
  readonly folder: string
  readonly output: boolean
  readonly urlTemplate: string
}

export interface ReadDocument {
  readonly document: Document
  /** The date by which it is sorted: none where the file gives none, whatever `date` answers. */
  readonly sortDate: Time | undefined
}

export function isYamlFile(path: string): boolean {
  const extension = extensionOf(path)
  return extension === '.yml' || extension === '.yaml'
}

/**
 * `relativePath` is the file's path without `collections_dir`. Answers undefined
 * for bytes that are not in the site's encoding.
 */
export function readDocument(
  reading: Reading,
  home: Home,
  source: SourceFile & { readonly bytes: Buffer },
  relativePath: string,
): ReadDocument | undefined {
  reading.log.debug('Reading:', relativePath)
  const text = decode(source.bytes, reading.config.encoding)
  if (text === undefined) return undefined
  const content = isYamlFile(source.path)
    ? readYamlDocument(reading, home, source, relativePath, text)
    : readTextDocument(reading, home, source, relativePath, text)
  return finish(reading, home, source, relativePath, content)
}

interface Content {
  readonly data: Hash
  readonly body: string
  readonly bodyLine: number
}

/** All of the file is its data: no defaults, no title, no terms. */
function readYamlDocument(
  { zone }: Reading,
  home: Home,
  { path }: SourceFile,
  relativePath: string,
  text: string,
): Content {
  const data = parseYaml(text, { file: path, line: 1, zone })
  if (data !== null && !isHash(data)) {
    throw new SiteError(`Invalid YAML front matter in ${path}`, {
      place: { file: path, line: 1 },
      hint: 'A document in YAML must be a mapping of keys to values.',
    })
  }
  const draft = isDraft(home, relativePath)
  return { data: data ?? new Map([['draft', draft]]), body: '', bodyLine: 1 }
}

function readTextDocument(
  reading: Reading,
  home: Home,
  { path }: SourceFile,
  relativePath: string,
  text: string,
): Content {
  const data: Hash = new Map()
  data.set('draft', isDraft(home, relativePath))
  const add = (layer: Hash, source: string) => addLayer(reading, relativePath, data, layer, source)

  const folder = data.get('draft') === true ? '_drafts' : home.folder
  add(new Map([['categories', foldersAbove(folder, relativePath)]]), 'file path')
  add(reading.defaults.all(relativePath, home.label), 'front matter defaults')

  const split = splitFrontMatter(text)
  const content = { data, body: split?.body ?? text, bodyLine: split?.bodyLine ?? 1 }
  try {
    const own = split && parseBlock(split.block, path, reading.zone)
    if (isHash(own)) add(own, 'YAML front matter')
    else if (own !== null && own !== undefined && own !== false) throw notMapping(path)
    addFromName(reading, relativePath, data, add)
    add(new Map([['categories', categoriesAsText(data)]]), 'YAML front matter')
    add(new Map([['tags', tagsOf(data)]]), 'YAML front matter')
  } catch (error) {
    goOn(reading, path, error)
  }
  return content
}

/** Jekyll leaves a document that it could not read with the values it had so far. */
function goOn({ config, log }: Reading, path: string, error: unknown): void {
  if (!(error instanceof SiteError) || error instanceof FatalSiteError) throw error
  const isYaml = error.topic === YAML_TOPIC
  const text = isYaml
    ? `YAML Exception reading ${path}: ${error.message}`
    : `could not read file ${path}: ${error.message}`
  if (config.strictFrontMatter) throw strictly(text, error)
  log.error('Error:', text, error.place ?? { file: path })
}

const YAML_TOPIC = 'YAML Exception'

/** The same mistake, as the end of the build. */
export function strictly(text: string, error: SiteError): SiteError {
  const { place, sourceLine, hint } = error
  return new SiteError(text, {
    topic: 'Error:',
    ...(place && { place }),
    ...(sourceLine !== undefined && { sourceLine }),
    ...(hint !== undefined && { hint }),
    cause: error,
  })
}

/** What ends the build even without `strict_front_matter`. */
class FatalSiteError extends SiteError {}

function notMapping(path: string): SiteError {
  return new SiteError('the front matter is not a mapping', {
    place: { file: path, line: 2 },
    hint: 'Write `key: value` on each line between the dashes.',
  })
}

export function undecodable(path: string): SiteError {
  return new SiteError('invalid byte sequence in UTF-8', {
    topic: 'Liquid Exception:',
    place: { file: path },
    hint: 'Save the file as UTF-8, or set `encoding`.',
  })
}

function isDraft({ label, folder }: Home, relativePath: string): boolean {
  return label === 'posts' && !relativePath.includes(folder)
}

/** The folders above `_posts` or `_drafts` are categories; those below are not. */
function foldersAbove(folder: string, relativePath: string): string[] {
  const at = relativePath.indexOf(folder)
  const above = at < 0 ? relativePath : relativePath.slice(0, at)
  return above.split('/').filter((name) => name !== '' && name !== baseName(relativePath))
}

function addLayer(
  reading: Reading,
  relativePath: string,
  data: Hash,
  layer: Hash,
  source: string,
): void {
  merge(data, withUnitedCategories(data, layer))
  if (!data.has('date')) return
  const date = toTime(reading, data.get('date'))
  if (date === undefined) {
    throw new FatalSiteError(
      `Invalid date '${toText(data.get('date'))}': ` +
        `Document '${relativePath}' does not have a valid date in the ${source}.`,
      {
        place: { file: relativePath },
        hint: 'Write the date as 2024-01-31 or 2024-01-31 18:30:00.',
      },
    )
  }
  data.set('date', date)
}

function withUnitedCategories(data: Hash, layer: Hash): Hash {
  const written = layer.get('categories')
  if (written === undefined || written === null) return layer
  const names = typeof written === 'string' ? splitWords(written) : written
  const before = data.get('categories')
  if (!Array.isArray(before)) return new Map(layer).set('categories', names)
  if (!Array.isArray(names)) {
    throw new SiteError(`categories cannot be ${toText(names)}`, {
      hint: 'Write categories as a list or as words in quotes.',
    })
  }
  return new Map(layer).set('categories', distinct([...before, ...names]))
}

/** Jekyll prints the value and reads it again, so fractions of seconds are lost. */
function toTime({ zone, time }: Reading, value: unknown): Time | undefined {
  if (value instanceof Time) return Time.at(value.seconds, 0, zone)
  if (value instanceof CalendarDate) return value.toTime(zone)
  return parseTime(toText(value), zone, time)?.toZone(zone)
}

function addFromName(
  { time }: Reading,
  relativePath: string,
  data: Hash,
  add: (layer: Hash, source: string) => void,
): void {
  const name = parseDocumentName(relativePath)
  if (name?.date !== undefined) {
    const date = data.get('date')
    const isOpen = !(date instanceof Time) || date.seconds === time.seconds
    if (isOpen) add(new Map([['date', name.date]]), 'filename')
  }
  const slug = withoutTrailingDots(name?.slug ?? stemOf(relativePath))
  setUnlessGiven(data, 'title', titleize(slug))
  setUnlessGiven(data, 'slug', slug)
  setUnlessGiven(data, 'ext', name?.extension ?? null)
}

function setUnlessGiven(data: Hash, key: string, value: unknown): void {
  const given = data.get(key)
  if (given === undefined || given === null || given === false) data.set(key, value)
}

function finish(
  reading: Reading,
  home: Home,
  { path, modifiedMs }: SourceFile,
  relativePath: string,
  { data, body, bodyLine }: Content,
): ReadDocument {
  const draft = isTrue(data.get('draft')) || isDraft(home, relativePath)
  const given = data.get('date')
  const sortDate = given instanceof Time ? given : undefined
  const date =
    sortDate ??
    toTime(reading, given ?? null) ??
    (draft ? Time.fromMs(modifiedMs, reading.zone) : reading.time)
  if (given === undefined || given === null) {
    setUnlessGiven(data, 'draft', draft)
    data.set('date', date)
  }

  const categories = textsUnder(data, 'categories')
  const tags = data.get('tags')
  const extension = extensionOf(path)
  const stem = stemOf(path)
  const slug = data.get('slug')
  const permalink = permalinkOf(data)
  const output = outputExtension(extension, permalink, reading.converters)
  const url = documentUrl(
    permalink ?? home.urlTemplate,
    {
      collection: home.label,
      path: withoutTrailingDots(
        relativePath.slice(0, relativePath.length - extension.length).replace(home.folder, ''),
      ),
      stem,
      slug: slug === undefined || slug === null ? undefined : toText(slug),
      categories,
      date,
      outputExtension: output,
    },
    path,
  )
  const document: Document = {
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
    slug: slug === undefined || slug === null ? stem : toText(slug),
    draft,
    categories,
    tags: Array.isArray(tags) ? tags : [],
    written: home.output && isPublished(reading, data) && !isInFuture(reading, date),
  }
  return { document, sortDate }
}

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false
}

function textsUnder(data: Hash, key: string): string[] {
  const value = data.get(key)
  if (value === undefined || value === null) return []
  return [...new Set((Array.isArray(value) ? value : [value]).map(toText))]
}
