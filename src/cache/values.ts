/**
 * What stands under a key of `reads.ts` in one build: a table by the key's kind.
 *
 * A list of items stands for their paths alone; what is read of each of them is
 * noted by itself.
 */

import {
  type Collection,
  type Document,
  type Renderable,
  renderables,
  type Site,
  type StaticFile,
  shownPostsBy,
} from '../site.ts'
import { findLinkTargets } from '../urls/link-targets.ts'
import { strftime, Time } from '../util/dates.ts'
import { findZone } from '../util/zones.ts'
import { readDisk } from './disk.ts'
import { UNKNOWABLE, type Values } from './reads.ts'

/** What rendering knows of items. */
export interface ItemTexts {
  content(item: Renderable): string
  output(item: Renderable): string | undefined
  /** What the item's excerpt is made of; undefined where it has none. */
  excerptSource(item: Renderable): string | undefined
  relatedPosts(item: Renderable): readonly Document[]
  readSource(path: string): string | undefined
}

/** What stands under a key's name. */
type Value = (name: string) => unknown

export function createValues(site: Site, texts: ItemTexts): Values {
  const kinds = new Map(Object.entries({ ...siteValues(site), ...itemValues(site, texts) }))
  return (kind, name) => {
    const value = kinds.get(kind)
    return value ? value(name) : UNKNOWABLE
  }
}

function siteValues(site: Site): Record<string, Value> {
  const { collections, config, data, includes, layouts, staticFiles, time } = site
  const targets = once(() => findLinkTargets(site))
  const files = once(() => byPath(allFiles(site)))
  const zone = findZone(config.timezone)
  return {
    layout: (name) => (name === '' ? layouts : layouts.get(name)),
    include: (name) => (name === '' ? includes : includes.get(name)),
    config: (name) => (name === '' ? config.data : config.data.get(name)),
    data: (name) => (name === '' ? data : data.get(name)),
    time: (format) => (format === '' ? time : strftime(time, format)),
    now: (format) => strftime(Time.fromMs(Date.now(), zone), format),
    documents: (label) => {
      if (label === '') return listOfDocuments(site)
      return paths(collections.get(label)?.documents ?? [])
    },
    tags: () => groups(site, 'tags'),
    categories: () => groups(site, 'categories'),
    pages: () => listOfPages(site),
    files: () => paths(staticFiles),
    file: (path) => {
      return path === '' ? allFiles(site).map(fieldsOfFile) : fieldsOfFile(files().get(path))
    },
    collections: () => Array.from(collections.values(), fieldsOfCollection),
    link: (path) => targets().get(path),
    disk: readDisk,
  }
}

function groups(site: Site, kind: 'tags' | 'categories'): unknown {
  return Array.from(shownPostsBy(site, kind), ([name, group]) => [name, paths(group)])
}

function itemValues(site: Site, texts: ItemTexts): Record<string, Value> {
  const items = once(() => byPath(renderables(site)))
  const places = once(() => placesOf(site))
  const ofItem =
    (value: (item: Renderable) => unknown): Value =>
    (path) => {
      const item = items().get(path)
      return item && value(item)
    }
  const neighbour =
    (step: 1 | -1): Value =>
    (path) => {
      const place = places().get(path)
      return place?.documents[place.at + step]?.path
    }
  return {
    item: ofItem((item) => fieldsOf(item, site)),
    self: ofItem((item) => [item.bodyLine, paginatorOf(item)]),
    body: ofItem((item) => item.body),
    content: ofItem((item) => texts.content(item)),
    output: ofItem((item) => texts.output(item)),
    excerpt: ofItem((item) => texts.excerptSource(item)),
    related: ofItem((item) => paths(texts.relatedPosts(item))),
    previous: neighbour(-1),
    next: neighbour(1),
    source: (path) => texts.readSource(path),
    items: () => Array.from(items().values(), (item) => [fieldsOf(item, site), item.body]),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function paths(items: readonly { readonly path: string }[]): string[] {
  return items.map(({ path }) => path)
}

/** The first of a path counts. */
function byPath<T extends { readonly path: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.toReversed().map((item) => [item.path, item]))
}

function listOfPages({ pages }: Site): unknown {
  return pages
    .filter(({ unlisted }) => unlisted !== true)
    .map(({ outputExtension, path, url }) => [path, outputExtension, url])
}

function listOfDocuments({ collections }: Site): unknown {
  return Array.from(collections.values(), ({ documents, label, staticFiles }) => [
    label,
    paths(documents),
    paths(staticFiles),
  ])
}

/** All but its documents, which have a key of their own. */
function fieldsOfCollection({ directory, label, metadata, output, staticFiles }: Collection) {
  return [label, metadata, directory, output, paths(staticFiles)]
}

function allFiles({ collections, staticFiles }: Site): StaticFile[] {
  return [...staticFiles, ...[...collections.values()].flatMap((each) => each.staticFiles)]
}

function fieldsOfFile(file: StaticFile | undefined): unknown {
  return file && [file.path, file.url, file.modified, file.collection, file.data]
}

/** What templates may see of an item from elsewhere, but for its texts. */
function fieldsOf(item: Renderable, site: Site): unknown {
  const { data, destination, extension, outputExtension, url } = item
  const fields = [data, destination, extension, outputExtension, url]
  if (item.kind === 'page') return [...fields, item.dir, item.name, item.shownPath]
  const { categories, collection, date, draft, relativePath, slug, tags, written } = item
  const dated = isUndated(item, site) ? 'now' : date
  return [...fields, categories, collection, dated, draft, relativePath, slug, tags, written]
}

/** A document without a date has that of the build, which says nothing about the document. */
export function isUndated({ date }: Document, { time }: Site): boolean {
  return date.equals(time)
}

function paginatorOf(item: Renderable): unknown {
  return item.kind === 'page' ? item.paginator : undefined
}

interface Place {
  readonly documents: readonly Document[]
  readonly at: number
}

/** Where each document stands among those of its collection. */
function placesOf({ collections }: Site): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const { documents } of collections.values()) {
    for (const [at, { path }] of documents.entries()) places.set(path, { documents, at })
  }
  return places
}
