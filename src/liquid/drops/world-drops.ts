/** The drops of one build: each is made once, when a template asks for it. */

import type { Key } from '../../cache/reads.ts'
import type { Config } from '../../config/config.ts'
import {
  type Document,
  type Page,
  posts,
  type Site,
  type StaticFile,
  shownPostsBy,
} from '../../site.ts'
import { type Hash, isHash } from '../../util/values.ts'
import { withoutExcerpt } from '../excerpt-path.ts'
import { compareText } from '../text.ts'
import type { World } from '../world.ts'
import { DataHash } from './data.ts'
import { DocumentDrop } from './document.ts'
import { CollectionDrop, JekyllDrop, StaticFileDrop } from './files.ts'
import { PageHash } from './page.ts'

const HTML_EXTENSIONS: ReadonlySet<string> = new Set(['.html', '.xhtml', '.htm'])

/** Keys of lists whose values go by another name. */
const LIST_KEYS: ReadonlyMap<string, readonly [kind: string, name?: string]> = new Map([
  ['posts', ['documents', 'posts']],
  ['html_pages', ['pages']],
  ['static_files', ['files']],
])

export class WorldDrops {
  readonly jekyll: JekyllDrop
  readonly data: DataHash
  readonly #site: Site
  readonly #world: World
  readonly #config: Config
  readonly #documents = new Map<Document, DocumentDrop>()
  readonly #documentLists = new Map<readonly Document[], readonly DocumentDrop[]>()
  readonly #pages = new Map<Page, PageHash>()
  readonly #files = new Map<StaticFile, StaticFileDrop>()
  readonly #positions = new Map<string, Map<string, number>>()
  readonly #shown = new Map<object, object>()
  readonly #lists = new Map<string, unknown>()
  readonly #settings = new Map<string, { readonly key: Key; readonly value: unknown }>()

  constructor(world: World, config: Config) {
    this.#world = world
    this.#site = world.site
    this.#config = config
    this.data = new DataHash(world.site.data, world)
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

  /** The drops of a list that is asked for again and again. */
  documents(list: readonly Document[]): readonly DocumentDrop[] {
    let drops = this.#documentLists.get(list)
    if (!drops) {
      drops = this.#drops(list)
      this.#documentLists.set(list, drops)
    }
    return drops
  }

  /** What plugins put among values: in place of the items of a site there are their drops. */
  shown(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    let answer = this.#shown.get(value)
    if (answer === undefined) {
      this.#shown.set(value, value) // for what holds itself
      answer = this.#show(value)
      this.#shown.set(value, answer)
    }
    return answer
  }

  #show(value: object): object {
    if (Array.isArray(value)) {
      const list = value.map((item) => this.shown(item))
      return list.some((item, at) => item !== value[at]) ? list : value
    }
    if (isHash(value)) {
      const hash: Hash = new Map(Array.from(value, ([key, item]) => [key, this.shown(item)]))
      return [...value].some(([key, item]) => hash.get(key) !== item) ? hash : value
    }
    if (!isItem(value)) return value
    if (value.kind === 'document') return this.document(value)
    return value.kind === 'page' ? this.page(value) : this.file(value)
  }

  /** A page as seen from elsewhere. */
  page(page: Page): PageHash {
    let hash = this.#pages.get(page)
    if (!hash) {
      hash = this.#pageHash(page, () => {
        this.#world.note('content', page.path)
        return this.#world.content(page)
      })
      this.#pages.set(page, hash)
    }
    return hash
  }

  /** A page as it sees itself: its content stays what it is now. */
  ownPage(page: Page): PageHash {
    const content = this.#world.content(page)
    return this.#pageHash(page, () => content)
  }

  file(file: StaticFile): StaticFileDrop {
    let drop = this.#files.get(file)
    if (!drop) {
      drop = new StaticFileDrop(file, this.#world)
      this.#files.set(file, drop)
    }
    return drop
  }

  #pageHash(page: Page, content: () => string): PageHash {
    const key = this.#world.key('item', withoutExcerpt(page.path))
    return new PageHash(page, this.#shownData(page.data), {
      content,
      excerpt: () => this.#world.excerpt(page),
      noteItem: () => this.#world.noteKey(key),
    })
  }

  #shownData(data: Hash): Hash {
    return this.shown(data) as Hash // of a hash it makes a hash
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
    const [kind, name] = LIST_KEYS.get(key) ?? [key]
    this.#world.note(kind, name)
    if (key === 'pages') return this.#pagesByNow()
    return this.#remember(key, () => this.#makeList(key))
  }

  #pagesByNow(): readonly PageHash[] {
    const pages = this.#remember('pages', () => this.#listedPages())
    const maps = this.#world.sourceMapPages()
    if (maps.length === 0) return pages
    return this.#remember(`pages ${maps.length}`, () => [
      ...pages,
      ...maps.map((page) => this.page(page)),
    ])
  }

  #listedPages(): PageHash[] {
    const listed = this.#site.pages.filter(({ unlisted }) => unlisted !== true)
    return listed.map((page) => this.page(page))
  }

  /** What the configuration has under `key`. */
  setting(key: string): unknown {
    let setting = this.#settings.get(key)
    if (!setting) {
      const value = this.shown(this.#config.data.get(key))
      setting = { key: this.#world.key('config', key), value }
      this.#settings.set(key, setting)
    }
    this.#world.noteKey(setting.key)
    return setting.value
  }

  collectionDocuments(label: string): readonly DocumentDrop[] | undefined {
    this.#world.note('documents', label)
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
      case 'html_pages':
        return this.#listedPages().filter(isHtmlPage(site))
      case 'static_files':
        return site.staticFiles.map((file) => this.file(file))
      case 'documents':
        return [...site.collections.values()].flatMap(({ documents, staticFiles }) => [
          ...this.#drops(documents),
          ...staticFiles.map((file) => this.file(file)),
        ])
      case 'collections':
        return this.#collections()
      case 'tags':
      case 'categories':
        return new Map(
          Array.from(shownPostsBy(site, key), ([name, group]) => [name, this.#drops(group)]),
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
        const files = collection.staticFiles.map((file) => this.file(file))
        const docs = () => this.collectionDocuments(collection.label) ?? []
        return new CollectionDrop(collection, this.#config, docs, files)
      })
  }

  /** By path, for an excerpt stands where its document does. */
  #position(label: string, documents: readonly Document[], document: Document): number | undefined {
    let positions = this.#positions.get(label)
    if (!positions) {
      positions = new Map(documents.map(({ path }, at) => [path, at]))
      this.#positions.set(label, positions)
    }
    return positions.get(withoutExcerpt(document.path))
  }
}

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
