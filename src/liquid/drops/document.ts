/** A post or another collection's document as templates see it. */

import { isUndated } from '../../cache/values.ts'
import type { Document } from '../../site.ts'
import type { Time } from '../../util/dates.ts'
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

/** At the end of an excerpt's path. */
const EXCERPT = '/#excerpt'
const EXCERPT_END = /\/#excerpt$/

export class DocumentDrop extends Drop {
  readonly document: Document
  readonly #world: World
  readonly #drops: WorldDrops
  /** Of the document, where this is its excerpt. */
  readonly #path: string
  readonly #key: string

  constructor(document: Document, world: World, drops: WorldDrops) {
    super()
    this.#path = document.path.replace(EXCERPT_END, '')
    this.#key = `item:${this.#path}`
    this.document = document
    this.#world = world
    this.#drops = drops
  }

  get(key: unknown): unknown {
    const { document } = this
    this.#world.note(this.#key)
    switch (key) {
      case 'name':
        return document.relativePath.slice(document.relativePath.lastIndexOf('/') + 1)
      case 'id':
        return idOf(document)
      case 'relative_path':
      case 'path':
        return document.relativePath + (document.path.endsWith(EXCERPT) ? EXCERPT : '')
      case 'content':
        return this.#content()
      case 'output':
        return this.#output()
      case 'collection':
        return document.collection
      case 'excerpt':
        return toText(document.data.get('excerpt') ?? this.#world.excerpt(document))
      case 'previous':
        return this.#neighbour(-1)
      case 'next':
        return this.#neighbour(1)
      case 'url':
        return document.url
      case 'date':
        return document.data.get('date') ?? this.#date
      default:
        return this.#drops.shown(document.data.get(key))
    }
  }

  #content(): string {
    this.#world.note(`content:${this.#path}`)
    return this.#world.content(this.document)
  }

  #output(): string | undefined {
    this.#world.note(`output:${this.#path}`)
    return this.#world.output(this.document)
  }

  #neighbour(step: 1 | -1): DocumentDrop | undefined {
    this.#world.note(`${step > 0 ? 'next' : 'previous'}:${this.#path}`)
    return this.#drops.neighbour(this.document, step)
  }

  get #date(): Time {
    const { document } = this
    if (isUndated(document, this.#world.site)) this.#world.note('time')
    return document.date
  }

  keys(): readonly unknown[] {
    this.#world.note(this.#key)
    const known: ReadonlySet<unknown> = new Set(KEYS)
    return [...KEYS, ...[...this.document.data.keys()].filter((key) => !known.has(key))]
  }

  toText(): string {
    return this.#output() ?? this.#content()
  }

  override inspect(): string {
    this.#world.note(this.#key)
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
    this.#world.note(this.#key)
    this.#world.note(other.#key)
    const order = this.#date.compare(other.#date)
    return order === 0 ? compareText(this.document.path, other.document.path) : order
  }
}

/** The folder of its URL and its slug as written. */
function idOf({ slug, url }: Document): string {
  const path = url.endsWith('/') ? url.slice(0, -1) : url
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0))
  return `${folder}/${slug.startsWith('/') ? slug.slice(1) : slug}`
}
