/** The drops of one build: each is made once, when a template asks for it. */

import type { Config } from '../../config/config.ts'
import { type Document, type Page, posts, postsBy, type Site, type StaticFile } from '../../site.ts'
import type { Hash } from '../../util/values.ts'
import { compareText } from '../text.ts'
import type { World } from '../world.ts'
import { DocumentDrop } from './document.ts'
import { CollectionDrop, JekyllDrop, StaticFileDrop } from './files.ts'
import { ListedPage } from './page.ts'

const HTML_EXTENSIONS: ReadonlySet<string> = new Set(['.html', '.xhtml', '.htm'])

export class WorldDrops {
  readonly jekyll: JekyllDrop
  readonly #site: Site
  readonly #world: World
  readonly #config: Config
  readonly #documents = new WeakMap<Document, DocumentDrop>()
  readonly #positions = new Map<string, Map<Document, number>>()
  readonly #lists = new Map<string, unknown>()

  constructor(world: World, config: Config) {
    this.#world = world
    this.#site = world.site
    this.#config = config
    this.jekyll = new JekyllDrop(config.environment)
  }

  document(document: Document): DocumentDrop {
    let drop = this.#documents.get(document)
    if (!drop) {
      drop = new DocumentDrop(document, this.#world, this)
      this.#documents.set(document, drop)
    }
    return drop
  }

  /**
   * A value that a plugin made, with what templates see of an item in the place
   * of each item of the site within it. Anything else stays the same value.
   */
  shown(value: unknown, depth = 0): unknown {
    if (typeof value !== 'object' || value === null || depth > SHOWN_DEPTH) return value
    if (Array.isArray(value)) {
      const list = value.map((entry) => this.shown(entry, depth + 1))
      return list.some((entry, at) => entry !== value[at]) ? list : value
    }
    if (value instanceof Map) {
      const hash = new Map([...value].map(([key, entry]) => [key, this.shown(entry, depth + 1)]))
      return [...hash].some(([key, entry]) => entry !== value.get(key)) ? hash : value
    }
    if (isItem(value)) {
      if (value.kind === 'document') return this.document(value)
      return value.kind === 'page' ? new ListedPage(value, this.#world) : new StaticFileDrop(value)
    }
    return value
  }

  /** The document before or after another in its collection. */
  neighbour(document: Document, step: 1 | -1): DocumentDrop | undefined {
    const documents = this.#site.collections.get(document.collection)?.documents ?? []
    const at = this.#position(document.collection, documents, document)
    const other = at === undefined ? undefined : documents[at + step]
    return other && this.document(other)
  }

  /** What `site.KEY` is where it is about the site and not about its configuration. */
  list(key: string): unknown {
    if (!this.#lists.has(key)) this.#lists.set(key, this.#makeList(key))
    return this.#lists.get(key)
  }

  collectionDocuments(label: string): readonly DocumentDrop[] | undefined {
    const collection = this.#site.collections.get(label)
    return collection && this.#remember(`docs ${label}`, () => this.#drops(collection.documents))
  }

  #remember<T>(key: string, make: () => T): T {
    if (!this.#lists.has(key)) this.#lists.set(key, make())
    return this.#lists.get(key) as T // under a key there is only what its maker makes
  }

  #makeList(key: string): unknown {
    const site = this.#site
    switch (key) {
      case 'posts':
        return this.#drops(posts(site)).reverse()
      case 'pages':
        return site.pages
          .filter(({ unlisted }) => unlisted !== true)
          .map((page) => new ListedPage(page, this.#world))
      case 'html_pages':
        return (this.list('pages') as Hash[]).filter(isHtmlPage(site)) // made just above
      case 'static_files':
        return site.staticFiles.map((file) => new StaticFileDrop(file))
      case 'documents':
        return [...site.collections.values()].flatMap(({ documents }) => this.#drops(documents))
      case 'collections':
        return this.#collections()
      case 'tags':
      case 'categories':
        return new Map(
          Array.from(postsBy(site, key), ([name, group]) => [name, this.#drops(group)]),
        )
      default:
        return undefined
    }
  }

  #drops(documents: readonly Document[]): DocumentDrop[] {
    return documents.map((document) => this.document(document))
  }

  #collections(): CollectionDrop[] {
    return [...this.#site.collections.values()]
      .sort((left, right) => compareText(left.label, right.label))
      .map((collection) => {
        const files = collection.staticFiles.map((file) => new StaticFileDrop(file))
        const docs = () => this.collectionDocuments(collection.label) ?? []
        return new CollectionDrop(collection, this.#config, docs, files)
      })
  }

  #position(label: string, documents: readonly Document[], document: Document): number | undefined {
    let positions = this.#positions.get(label)
    if (!positions) {
      positions = new Map(documents.map((each, at) => [each, at]))
      this.#positions.set(label, positions)
    }
    return positions.get(document)
  }
}

/** Deep enough for a list of mappings that hold lists of posts. */
const SHOWN_DEPTH = 5

function isItem(value: object): value is Document | Page | StaticFile {
  return 'kind' in value && 'url' in value && 'path' in value
}

function isHtmlPage(site: Site): (hash: Hash) => boolean {
  const html = new Set(
    site.pages
      .filter(
        ({ outputExtension, url }) => HTML_EXTENSIONS.has(outputExtension) || url.endsWith('/'),
      )
      .map(({ url }) => url),
  )
  return (hash) => html.has(String(hash.get('url')))
}
