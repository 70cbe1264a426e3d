/**
 * What a document's file says: its values, in layers, and its body.
 *
 * The order of the layers is the order of the keys that templates see: what the
 * path says, defaults, front matter, the file's name, then titles and terms.
 * Follows `Document#read`, which carries on with what it has when a layer
 * cannot be read.
 */

import { baseName, stemOf, withoutTrailingDots } from '../urls/names.ts'
import { CalendarDate, parseTime, Time } from '../util/dates.ts'
import { SiteError } from '../util/errors.ts'
import { titleize } from '../util/slugs.ts'
import { deepMerge, type Hash, isHash } from '../util/values.ts'
import { parseYaml } from '../util/yaml.ts'
import { invalidFrontMatter, isYamlFault, strictly } from './faults.ts'
import { splitFrontMatter } from './front-matter.ts'
import { parseDocumentName } from './post-name.ts'
import type { Reading } from './reading.ts'
import { categoriesAsText, distinct, isTrue, splitWords, tagsOf, toText } from './terms.ts'

/** A file of a collection, before anything is read from it. */
export interface Origin {
  /** Relative to the source. */
  readonly path: string
  /** The same without `collections_dir`. */
  readonly relativePath: string
  readonly label: string
  /** Of the collection, such as `_posts`. */
  readonly folder: string
}

export interface Content {
  readonly data: Hash
  readonly body: string
  readonly bodyLine: number
  /** False for what has to be read again to say its mistakes again, or because of the time. */
  readonly lasts: boolean
}

/** A document in YAML is nothing but data: no defaults, no title, no terms. */
export function readYamlContent({ zone }: Reading, { path }: Origin, text: string): Content {
  const data = parseYaml(text, { file: path, line: 1, zone })
  if (data !== null && !isHash(data)) throw invalidFrontMatter(path)
  return { data: data ?? new Map(), body: '', bodyLine: 1, lasts: true }
}

export function readContent(reading: Reading, origin: Origin, text: string): Content {
  const { path, label, relativePath } = origin
  const split = splitFrontMatter(text)
  let data: Hash = new Map()
  let lasts = true
  const add = (layer: Hash, source: string) => {
    data = addLayer(reading, origin, data, layer, source)
  }
  add(pathLayer(origin), 'file path')
  try {
    add(reading.defaults.all(relativePath, label), 'front matter defaults')
    const own = split && reading.files.parseBlock(split.block, path)
    if (isHash(own)) add(own, 'YAML front matter')
    else if (isTrue(own)) throw invalidFrontMatter(path)
    const name = parseDocumentName(relativePath)
    if (name?.date !== undefined && isDateOpen(reading, data)) {
      lasts = !data.has('date')
      add(new Map([['date', name.date]]), 'filename')
    }
    addNames(data, withoutTrailingDots(name?.slug ?? stemOf(relativePath)), name?.extension)
    add(new Map([['categories', categoriesAsText(data)]]), 'YAML front matter')
    add(new Map([['tags', tagsOf(data)]]), 'YAML front matter')
  } catch (error) {
    lasts = false
    goOn(reading, path, error)
  }
  return { data, body: split?.body ?? text, bodyLine: split?.bodyLine ?? 1, lasts }
}

function pathLayer(origin: Origin): Hash {
  const draft = isDraft(origin)
  return new Map<unknown, unknown>([
    ['draft', draft],
    ['categories', foldersAbove(draft ? '_drafts' : origin.folder, origin.relativePath)],
  ])
}

/** A post that is not in `_posts`. */
export function isDraft({ label, folder, relativePath }: Origin): boolean {
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
  { relativePath }: Origin,
  data: Hash,
  layer: Hash,
  source: string,
): Hash {
  const merged = deepMerge(data, withUnitedCategories(data, layer))
  if (!merged.has('date')) return merged
  const written = merged.get('date')
  const date = toTime(reading, written)
  if (date === undefined) {
    throw new InvalidDate(
      `Invalid date '${toText(written)}': ` +
        `Document '${relativePath}' does not have a valid date in the ${source}.`,
      {
        place: { file: relativePath },
        hint: 'Write the date as 2024-01-31 or 2024-01-31 18:30:00.',
      },
    )
  }
  return merged.set('date', date)
}

/** The one mistake in a document that always ends the build. */
class InvalidDate extends SiteError {}

/** Categories add up; everything else is replaced by the layer above. */
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
export function toTime({ zone, time }: Reading, value: unknown): Time | undefined {
  if (value instanceof Time) return Time.at(value.seconds, 0, zone)
  if (value instanceof CalendarDate) return value.toTime(zone)
  return parseTime(toText(value), zone, time)?.toZone(zone)
}

/** A date that is just now counts as none, for Jekyll cannot tell whether anybody wrote it. */
function isDateOpen({ time }: Reading, data: Hash): boolean {
  const date = data.get('date')
  return !(date instanceof Time) || date.seconds === time.seconds
}

function addNames(data: Hash, slug: string, extension: string | undefined): void {
  if (!isTrue(data.get('title'))) data.set('title', titleize(slug))
  if (!isTrue(data.get('slug'))) data.set('slug', slug)
  if (!isTrue(data.get('ext'))) data.set('ext', extension ?? null)
}

function goOn({ config, log }: Reading, path: string, error: unknown): void {
  if (!(error instanceof SiteError) || error instanceof InvalidDate) throw error
  const text = isYamlFault(error)
    ? `YAML Exception reading ${path}: ${error.message}`
    : `could not read file ${path}: ${error.message}`
  if (config.strictFrontMatter) throw strictly(text, error)
  log.error('Error:', text, error.place ?? { file: path })
}
