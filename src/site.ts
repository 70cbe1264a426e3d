/**
 * The nouns: what a build is about. Plain data; what works on it is elsewhere.
 *
 * `path` (relative to the source, with `/`) is the identity of everything, so a
 * page that a generator makes has one too. `body` is as written and `bodyLine`
 * the line of the file it begins on. A post is a document of the collection
 * `posts`.
 */

import type { Config } from './config/config.ts'
import type { Time } from './util/dates.ts'
import type { Hash } from './util/values.ts'

export interface Site {
  readonly config: Config
  /** The moment the build calls now. */
  readonly time: Time
  /** `_data`, nested as its folders are. */
  readonly data: Hash
  readonly layouts: Map<string, Layout>
  /** By the name an include tag writes, such as `JB/setup`. */
  readonly includes: Map<string, Include>
  /** In the order Jekyll lists them: by file name. */
  readonly pages: Page[]
  /** In order of configuration. */
  readonly collections: Map<string, Collection>
  readonly staticFiles: StaticFile[]
  /** Variables that hooks add to those of every template. */
  readonly payload: Hash
}

export interface Collection {
  readonly label: string
  readonly metadata: Hash
  /** Relative to the source, such as `_posts` or `collections/_recipes`. */
  readonly directory: string
  /** Whether its documents are written. */
  readonly output: boolean
  /** In the collection's own order: posts by date, oldest first. */
  documents: Document[]
  staticFiles: StaticFile[]
}

interface Item {
  readonly path: string
  /** Starts with a slash, percent-escaped. */
  url: string
  /** Where the output goes, relative to the destination, with `/`. */
  destination: string
  /** Front matter with defaults applied. */
  readonly data: Hash
  /** A hook may change it. */
  body: string
  readonly bodyLine: number
  /** What the excerpt is taken from, where that is not the body. */
  readonly excerptBody?: string | undefined
  /** With its dot, as the source has it. */
  readonly extension: string
  readonly outputExtension: string
}

export interface Page extends Item {
  readonly kind: 'page'
  /** File name, such as `index.html`. */
  readonly name: string
  /** The folder of its URL, such as `/` or `/about/`. */
  readonly dir: string
  /** What templates see as `page.path`, where that differs from `path`. */
  readonly shownPath?: string
  /** Made by paginators; templates see it as `paginator`. */
  paginator?: Hash
  /** Not in `site.pages` as templates see it: a page of every site must not fill a theme's menu. */
  readonly unlisted?: true
  /** Does not mind another output at its address, as pages of redirects do not. */
  readonly sharesAddress?: true
  /** Defaults that a null of the page takes back. Templates see them all the same. */
  readonly takenBack?: Hash
}

export interface Document extends Item {
  readonly kind: 'document'
  readonly collection: string
  /** As templates see it: without `collections_dir`. */
  readonly relativePath: string
  readonly date: Time
  /** From the file's name or front matter. */
  readonly slug: string
  readonly draft: boolean
  /** Folders above `_posts` first, then front matter; no doubles. */
  readonly categories: readonly string[]
  readonly tags: readonly unknown[]
  /** False for what is listed but not written, such as a document of a collection without output. */
  readonly written: boolean
}

export interface StaticFile {
  readonly kind: 'static'
  readonly path: string
  readonly url: string
  readonly destination: string
  /** Absolute: where its bytes are, which a theme's file has outside the source. */
  readonly file: string
  readonly modified: Time
  /** File times as the file system has them, to keep them on the copy. */
  readonly modifiedMs: number
  readonly collection: string | undefined
  /** Values from `defaults:`. */
  readonly data: Hash
  /** False for what is listed but not copied, such as a file of a collection without output. */
  readonly written: boolean
}

export interface Layout {
  readonly name: string
  /** Relative to the source, or to the theme. */
  readonly path: string
  readonly data: Hash
  readonly body: string
  readonly bodyLine: number
}

export interface Include {
  readonly name: string
  readonly path: string
  /** Absolute. */
  readonly file: string
  readonly body: string
}

export type Renderable = Page | Document

/** What rendering answers for one item. */
export interface Rendered {
  /** Converted, without layouts. */
  readonly content: string
  /** Within its layouts: what is written. */
  readonly output: string
  /** Files that its conversion brought besides, by their path in the destination. */
  readonly files: ReadonlyMap<string, string>
  /** What it depends on. */
  readonly reads: readonly Read[]
}

/** A key of `cache/reads.ts`, with a mark of what stood there. */
export interface Read {
  readonly kind: string
  readonly name: string
  readonly mark: Mark
}

/** A text that differs where what it stands for does; undefined for nothing, false for who knows. */
export type Mark = string | undefined | false

/** The posts, oldest first. */
export function posts(site: Site): readonly Document[] {
  return site.collections.get('posts')?.documents ?? []
}

/** Everything that is rendered, in Jekyll's order: documents by collection, then pages. */
export function renderables(site: Site): Renderable[] {
  return [...[...site.collections.values()].flatMap(({ documents }) => documents), ...site.pages]
}

/**
 * Posts by tag or category, as `site.tags` and `site.categories` show them:
 * names in order of first use with the oldest post first, posts newest first.
 */
export function postsBy(site: Site, kind: 'tags' | 'categories'): Map<unknown, Document[]> {
  return groupPosts(site, (post) => post[kind])
}

/** The same as templates see it: a category that is a number is also there as a text, as in Jekyll. */
export function shownPostsBy(site: Site, kind: 'tags' | 'categories'): Map<unknown, Document[]> {
  if (kind === 'tags') return postsBy(site, kind)
  return groupPosts(site, ({ categories, data }) => {
    const written = data.get('categories')
    return Array.isArray(written) ? written : categories
  })
}

function groupPosts(
  site: Site,
  namesOf: (post: Document) => readonly unknown[],
): Map<unknown, Document[]> {
  const groups = new Map<unknown, Document[]>()
  for (const post of posts(site)) {
    for (const name of namesOf(post)) {
      const group = groups.get(name)
      if (group) group.push(post)
      else groups.set(name, [post])
    }
  }
  for (const group of groups.values()) group.reverse()
  return groups
}
