/**
 * The pages that jekyll-paginate-v2 makes by itself for each tag, category and
 * collection: templates of their own, filled from a layout.
 */

import {
  type GeneratorContext,
  type Hash,
  isHash,
  isTruthy,
  type Site,
  slugify,
  toHash,
} from '../plugin.ts'
import { merged } from './paginate-v2-options.ts'
import { writtenNames } from './paginate-v2-posts.ts'

interface Kind {
  /** Its key under `autopages`. */
  readonly key: 'tags' | 'categories' | 'collections'
  /** The filter of the pagination. */
  readonly filter: string
  /** What stands for the name in titles and permalinks. */
  readonly mark: string
  readonly layout: string
  readonly title: string
  readonly permalink: string
}

const KINDS: readonly Kind[] = [
  {
    key: 'tags',
    filter: 'tag',
    mark: ':tag',
    layout: 'autopage_tags.html',
    title: 'Posts tagged with :tag',
    permalink: '/tag/:tag',
  },
  {
    key: 'categories',
    filter: 'category',
    mark: ':cat',
    layout: 'autopage_category.html',
    title: 'Posts in category :cat',
    permalink: '/category/:cat',
  },
  {
    key: 'collections',
    filter: 'collection',
    mark: ':coll',
    layout: 'autopage_collection.html',
    title: 'Posts in collection :coll',
    permalink: '/collection/:coll',
  },
]

export function addAutoPages(site: Site, pagination: Hash, context: GeneratorContext): void {
  const options = site.config.data.get('autopages')
  if (!isHash(options) || !isTruthy(options.get('enabled'))) return
  for (const kind of KINDS) {
    const written = options.get(kind.key)
    const own: Hash = isHash(written) ? written : new Map()
    if (own.has('enabled') && !isTruthy(own.get('enabled'))) continue
    for (const [name, shown] of namesIn(site, kind)) {
      for (const layout of layoutsOf(own, kind)) {
        addAutoPage({ site, pagination, context, kind, own, layout }, name, shown)
      }
    }
  }
}

/** Names in lower case, with how they were first written. */
function namesIn({ collections }: Site, { key }: Kind): Map<string, string> {
  const names = new Map<string, string>()
  for (const { documents, label } of collections.values()) {
    for (const document of documents.filter(({ data }) => !data.has('pagination'))) {
      const written = key === 'collections' ? [label] : writtenNames(document, key)
      for (const name of written) {
        const lower = name.toLowerCase().trim()
        if (!names.has(lower)) names.set(lower, name)
      }
    }
  }
  return names
}

function layoutsOf(own: Hash, { layout }: Kind): string[] {
  const written = own.get('layouts')
  return Array.isArray(written) ? written.map(String) : [layout]
}

interface Making {
  readonly site: Site
  readonly pagination: Hash
  readonly context: GeneratorContext
  readonly kind: Kind
  readonly own: Hash
  readonly layout: string
}

function addAutoPage(making: Making, name: string, shown: string): void {
  const { context, kind, layout, own, pagination, site } = making
  const layoutName = layout.replace(/\.[^./]*$/, '')
  const found = site.layouts.get(layoutName)
  if (!found) {
    context.log.warn('AutoPages:', `The layout ${layout} for ${kind.key} pages does not exist.`)
    return
  }
  const settings = merged(own, found.data.get('autopages'))
  const slug = slugOf(name, own.get('slugify'))
  const fill = (key: 'title' | 'permalink') =>
    String(settings.get(key) ?? kind[key]).replace(kind.mark, () => slug)
  const permalink = fill('permalink')
  const data = merged(found.data, undefined)
    .set('permalink', permalink)
    .set('layout', layoutName)
    .set('title', fill('title'))
    .set('pagination', merged(pagination, found.data.get('pagination')).set(kind.filter, name))
    .set('autopage', toHash({ layout_path: `_layouts/${layout}`, display_name: shown }))
  const path = `${permalink}/index.html`.replace(/^\/+/, '').replaceAll('//', '/')
  site.pages.push({
    ...context.virtualPage(path, '', data),
    url: `/${path}`,
    dir: `/${path.slice(0, path.lastIndexOf('/') + 1)}`,
    name: 'index.html',
    shownPath: 'index.html',
    destination: path,
  })
}

/** Without a mode the name stays as it is, in lower case unless `cased`. */
function slugOf(name: string, options: unknown): string {
  const mode = isHash(options) ? String(options.get('mode') ?? 'none') : 'none'
  const cased = isHash(options) && isTruthy(options.get('cased'))
  return slugify(name, mode, cased) ?? ''
}
