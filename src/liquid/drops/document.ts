/** A post or another collection's document as templates see it. */

import type { Key } from '../../cache/reads.ts'
import { isUndated } from '../../cache/values.ts'
import type { Document } from '../../site.ts'
import type { Time } from '../../util/dates.ts'
import { EXCERPT, isExcerpt, withoutExcerpt } from '../excerpt-path.ts'
import { compareText } from '../text.ts'
import { toText } from '../values.ts'
import type { World } from '../world.ts'
import { Drop } from './drop.ts'
import type { WorldDrops } from './world-drops.ts'

/** In Jekyll their order changes with the libraries that Ruby happens to have loaded. */
const KEYS = [
  'name',
  'id',
  'relative_path',
  'content',
  'output',
  'collection',
  'tags',
  'excerpt',
  'previous',
  'url',
  'title',
  'categories',
  'date',
  'path',
  'next',
] as const

/** What is left out of documents deep within a dump, lest it have no end. */
const HEAVY: ReadonlySet<unknown> = new Set(['content', 'output', 'excerpt', 'next', 'previous'])
const DEEP = 2

type Side = keyof typeof STEPS
const STEPS = { previous: -1, next: 1 } as const

interface Neighbour {
  readonly key: Key
  readonly drop: DocumentDrop | undefined
}

export class DocumentDrop extends Drop {
  readonly document: Document
  readonly #world: World
  readonly #drops: WorldDrops
  /** Of the document, where this is its excerpt. */
  readonly #path: string
  readonly #key: Key
  #before: Neighbour | undefined
  #after: Neighbour | undefined

  constructor(document: Document, world: World, drops: WorldDrops) {
    super()
    this.#path = withoutExcerpt(document.path)
    this.#key = world.key('item', this.#path)
    this.document = document
    this.#world = world
    this.#drops = drops
  }

  /** What is not taken from its front matter as it is. */
  static readonly #fields: ReadonlyMap<unknown, (drop: DocumentDrop) => unknown> = new Map<
    unknown,
    (drop: DocumentDrop) => unknown
  >([
    ['name', ({ document }) => nameOf(document)],
    ['id', ({ document }) => idOf(document)],
    ['relative_path', ({ document }) => shownPath(document)],
    ['path', ({ document }) => shownPath(document)],
    ['content', (drop) => drop.#content()],
    ['output', (drop) => drop.#output()],
    ['collection', ({ document }) => document.collection],
    ['excerpt', (drop) => drop.#excerpt()],
    ['previous', (drop) => drop.#previous()],
    ['next', (drop) => drop.#next()],
    ['url', ({ document }) => document.url],
    ['date', (drop) => drop.document.data.get('date') ?? drop.#date],
  ])

  get(key: unknown): unknown {
    this.#world.noteKey(this.#key)
    const field = DocumentDrop.#fields.get(key)
    return field ? field(this) : this.#drops.shown(this.document.data.get(key))
  }

  #excerpt(): string {
    return toText(this.document.data.get('excerpt') ?? this.#world.excerpt(this.document))
  }

  #content(): string {
    this.#world.note('content', this.#path)
    return this.#world.content(this.document)
  }

  #output(): string | undefined {
    this.#world.note('output', this.#path)
    return this.#world.output(this.document)
  }

  #previous(): DocumentDrop | undefined {
    this.#before ??= this.#findNeighbour('previous')
    return this.#noted(this.#before)
  }

  #next(): DocumentDrop | undefined {
    this.#after ??= this.#findNeighbour('next')
    return this.#noted(this.#after)
  }

  #findNeighbour(side: Side): Neighbour {
    const drop = this.#drops.neighbour(this.document, STEPS[side])
    return { key: this.#world.key(side, this.#path), drop }
  }

  #noted({ drop, key }: Neighbour): DocumentDrop | undefined {
    this.#world.noteKey(key)
    return drop
  }

  get #date(): Time {
    const { document } = this
    if (isUndated(document, this.#world.site)) this.#world.note('time')
    return document.date
  }

  keys(): readonly unknown[] {
    this.#world.noteKey(this.#key)
    const known: ReadonlySet<unknown> = new Set(KEYS)
    return [...KEYS, ...[...this.document.data.keys()].filter((key) => !known.has(key))]
  }

  toText(): string {
    return this.#output() ?? this.#content()
  }

  override inspect(): string {
    this.#world.noteKey(this.#key)
    const { collection, relativePath } = this.document
    return `#<Jekyll::Document ${relativePath} collection=${collection}>`
  }

  override entries(depth: number): [unknown, unknown][] {
    const pairs = super.entries(depth)
    if (depth < DEEP) return pairs
    return pairs.map(([key, value]) => [key, value instanceof DocumentDrop ? value.light() : value])
  }

  light(): Map<unknown, unknown> {
    return new Map(super.entries(0).filter(([key]) => !HEAVY.has(key)))
  }

  /** By date, then by path. */
  override compare(other: unknown): number | undefined {
    if (!(other instanceof DocumentDrop)) return undefined
    this.#world.noteKey(this.#key)
    this.#world.noteKey(other.#key)
    const order = this.#date.compare(other.#date)
    return order === 0 ? compareText(this.document.path, other.document.path) : order
  }
}

/** That of its front matter, or else of its file. */
function nameOf({ data, relativePath }: Document): unknown {
  const name = data.get('name') ?? false
  return name === false ? relativePath.slice(relativePath.lastIndexOf('/') + 1) : name
}

function shownPath({ path, relativePath }: Document): string {
  return relativePath + (isExcerpt(path) ? EXCERPT : '')
}

/** The folder of its URL and its slug as written. */
function idOf({ slug, url }: Document): string {
  const path = url.endsWith('/') ? url.slice(0, -1) : url
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0))
  return `${folder}/${slug.startsWith('/') ? slug.slice(1) : slug}`
}
