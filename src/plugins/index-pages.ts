/**
 * A page for each tag and category, and one that lists them all, for every site.
 *
 * What templates see, beside `page.title`:
 *
 * | | `/tags/` | `/tags/ruby/` |
 * |---|---|---|
 * | `page.entries` | all tags by name, each with `name`, `slug`, `url`, `count`, `posts` | |
 * | `page.tag` | | the tag as the posts write it, fit for `site.tags[page.tag]` |
 * | `page.slug` | | the last part of its address |
 * | `page.posts` | | its posts, newest first |
 * | `page.index_url` | | the address of the list of all, if it has one |
 *
 * Categories have the same with `page.category`. Layouts named `tags`, `tag`,
 * `categories` and `category` are given no content, because they list things
 * themselves; any other layout is given a plain list. The pages are not in
 * `site.pages` as templates see it, so a theme's menu of all pages stays short.
 *
 * Whatever else the site has at one of these addresses wins. That is why this
 * runs after other generators, but before those that list all pages.
 */

import {
  type Document,
  type GeneratorContext,
  type Hash,
  isHash,
  type Page,
  type Plugin,
  posts,
  postsBy,
  type Site,
  SiteError,
  slugify,
} from '../plugin.ts'

const indexPages: Plugin = {
  name: 'index-pages',
  isPure: true,
  generators: [{ name: 'index-pages', priority: 'low', generate: addIndexPages }],
}

export default indexPages

interface Kind {
  /** As the configuration and the overview's layout are called. */
  readonly plural: 'tags' | 'categories'
  /** As the variable and the layout of one page are called. */
  readonly singular: 'tag' | 'category'
  readonly title: string
}

interface Options {
  readonly permalink: string
  readonly layout: string | undefined
}

interface Entry {
  /** As the posts write it: not always a text. */
  readonly name: unknown
  readonly slug: string
  readonly url: string
  readonly posts: readonly Document[]
}

const KINDS: readonly Kind[] = [
  { plural: 'tags', singular: 'tag', title: 'Tags' },
  { plural: 'categories', singular: 'category', title: 'Categories' },
]

function addIndexPages(site: Site, context: GeneratorContext): void {
  if (site.config.plugins.includes('jekyll-archives') || posts(site).length === 0) return
  const own = ownAddresses(site)
  for (const kind of KINDS) {
    const options = optionsFor(kind, site)
    if (options) addPagesOf(kind, options, site, own, context)
  }
}

function addPagesOf(
  kind: Kind,
  options: Options,
  site: Site,
  own: Addresses,
  { virtualPage }: GeneratorContext,
): void {
  const groups = groupsOf(site, kind)
  if (groups.size === 0) return

  function addPage(url: string, layouts: Layouts, details: Hash): string {
    const taken = own.find(url)
    if (taken !== undefined) return taken
    const { layout, body } = frame(site, options.layout, layouts)
    const data: Hash = new Map<unknown, unknown>([
      ['layout', layout],
      ['permalink', url],
      ...details,
    ])
    const page: Page = { ...virtualPage(pathOf(url), body, data), unlisted: true }
    site.pages.push(page)
    own.add(page)
    return page.url
  }

  const overview = overviewUrl(options.permalink)
  const slugs = assignSlugs([...groups.keys()], kind.singular)
  const entries = [...groups].map(([text, { name, posts }]): Entry => {
    const slug = slugs.get(text) ?? kind.singular
    const details = new Map<unknown, unknown>([
      ['title', text],
      [kind.singular, name],
      ['slug', slug],
      ['posts', posts],
      ['index_url', overview ?? null],
    ])
    const url = addPage(
      options.permalink.replaceAll(PLACEHOLDER, slug),
      { own: kind.singular, list: POSTS_LIST },
      details,
    )
    return { name, slug, url, posts }
  })
  if (overview === undefined) return

  const details = new Map<unknown, unknown>([
    ['title', kind.title],
    ['entries', entries.map(entryHash)],
    ['index_url', null],
  ])
  addPage(overview, { own: kind.plural, list: ENTRIES_LIST }, details)
}

function entryHash({ name, slug, url, posts }: Entry): Hash {
  return new Map<unknown, unknown>([
    ['name', name],
    ['slug', slug],
    ['url', url],
    ['count', posts.length],
    ['posts', posts],
  ])
}

// ---------------------------------------------------------------- configuration

const PLACEHOLDER = ':name'

/** Undefined where the configuration does not want pages of this kind. */
function optionsFor(kind: Kind, { config }: Site): Options | undefined {
  const all = config.data.get('index_pages') ?? true
  const own = isHash(all) ? (all.get(kind.plural) ?? true) : all
  if (own === false) return undefined
  const standard = { permalink: `/${kind.plural}/${PLACEHOLDER}/`, layout: undefined }
  if (own === true) return standard
  if (!isHash(own)) {
    const [file] = config.configFiles
    throw new SiteError("'index_pages' should be true, false or a mapping.", {
      ...(file === undefined ? {} : { place: { file } }),
      hint: 'For example: index_pages: {tags: {permalink: /topics/:name/}, categories: false}',
    })
  }
  const permalink = own.get('permalink')
  const layout = own.get('layout')
  return {
    permalink: typeof permalink === 'string' ? wholePermalink(permalink) : standard.permalink,
    layout: typeof layout === 'string' ? layout : undefined,
  }
}

/** `topics` and `/topics/:name` both mean `/topics/:name/`; an ending such as `.html` stays. */
function wholePermalink(permalink: string): string {
  const steps = permalink.split('/').filter((step) => step !== '' && step !== '.' && step !== '..')
  if (!steps.some((step) => step.includes(PLACEHOLDER))) steps.push(PLACEHOLDER)
  const joined = `/${steps.join('/')}`
  return /\.html?$/.test(joined) ? joined : `${joined}/`
}

/** The folder above the pages of one kind; undefined where that is the site's home. */
function overviewUrl(permalink: string): string | undefined {
  const folder = permalink.slice(0, permalink.lastIndexOf('/', permalink.indexOf(PLACEHOLDER)) + 1)
  return folder === '/' ? undefined : folder
}

// ---------------------------------------------------------------- addresses

interface Addresses {
  /** The URL of what the site has at `url`, or above it where it needs a folder. */
  find(url: string): string | undefined
  add(page: Page): void
}

function ownAddresses(site: Site): Addresses {
  const urls = new Map<string, string>()
  const files = new Map<string, string>()
  const documents = [...site.collections.values()].flatMap(({ documents }) => documents)
  const written = [...documents, ...site.staticFiles].filter((item) => item.written)
  for (const { destination, url } of [...site.pages, ...written]) {
    urls.set(addressOf(url), url)
    files.set(destination.toLowerCase(), url)
  }
  return {
    find(url) {
      const address = addressOf(url)
      const steps = address.split('/')
      const above = steps.map((_, index) => steps.slice(0, index + 1).join('/'))
      return urls.get(address) ?? above.map((path) => files.get(path)).find(Boolean)
    },
    add: ({ url }) => void urls.set(addressOf(url), url),
  }
}

/** The same for `/tags`, `/tags.html`, `/tags/` and `/tags/index.html`, in any case. */
function addressOf(url: string): string {
  const file = decode(url).replace(/(^|\/)index\.html?$/, '$1')
  return file
    .replace(/\.html?$/, '')
    .split('/')
    .filter((step) => step !== '')
    .join('/')
    .toLowerCase()
    .normalize('NFC')
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url // a lone % is a character of the name
  }
}

/** Where a file of that page would lie in the source. */
function pathOf(url: string): string {
  return url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1)
}

// ---------------------------------------------------------------- names

interface Group {
  readonly name: unknown
  readonly posts: readonly Document[]
}

/** By the text of the name, in order of the alphabet; names without any text are left out. */
function groupsOf(site: Site, { plural }: Kind): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const [name, documents] of postsBy(site, plural)) {
    const text = String(name ?? '').trim()
    if (text === '') continue
    const known = groups.get(text)
    groups.set(text, known ? merge(known, documents, site) : { name, posts: documents })
  }
  return new Map([...groups].sort(([a], [b]) => compareNames(a, b)))
}

/** The number 2017 and the text '2017' are two tags to a template, but not to a reader. */
function merge(group: Group, further: readonly Document[], site: Site): Group {
  const members = new Set([...group.posts, ...further])
  return {
    name: group.name,
    posts: posts(site)
      .filter((post) => members.has(post))
      .reverse(),
  }
}

function compareNames(a: string, b: string): number {
  return compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/**
 * A slug for each name, none twice. Of names that share one, such as `c`, `C`
 * and `C++`, the name most like its slug keeps it; the others are told apart by
 * words for their signs, then by numbers. The order of posts plays no part.
 */
function assignSlugs(names: readonly string[], fallback: string): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>()
  const used = new Set<string>()
  function assign(name: string, wish: string): boolean {
    if (wish === '' || used.has(wish)) return false
    used.add(wish)
    slugs.set(name, wish)
    return true
  }

  const rest = [...names]
    .sort((a, b) => distance(a) - distance(b) || compare(a, b))
    .filter((name) => !assign(name, slugOf(name)))
  const numbered = rest.filter((name) => !assign(name, spelledOut(name)))
  for (const name of numbered) {
    const base = slugOf(name) || fallback
    if (assign(name, base)) continue
    let number = 2
    while (!assign(name, `${base}-${number}`)) number++
  }
  return slugs
}

/** How far a name is from its slug: not at all, in case only, or further. */
function distance(name: string): number {
  const slug = slugOf(name)
  if (name === slug) return 0
  return name.toLowerCase() === slug ? 1 : 2
}

function slugOf(name: string): string {
  const slug = slugify(name)
  const readable = /[\p{L}\p{Nd}]/u.test(slug) ? slug : pictures(name)
  return shortened(readable.normalize('NFC'))
}

/** What is left of a name such as an emoji, and safe in a path. */
function pictures(name: string): string {
  return name.match(/[\p{N}\p{M}\p{So}]/gu)?.join('') ?? ''
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['+', ' plus '],
  ['#', ' sharp '],
  ['&', ' and '],
  ['.', ' dot '],
  ['@', ' at '],
])

function spelledOut(name: string): string {
  return slugOf(name.replace(/[+#&.@]/g, (sign) => SIGNS.get(sign) ?? sign))
}

/** File systems take names of 255 bytes; some room is left for a number. */
function shortened(slug: string): string {
  if (Buffer.byteLength(slug) <= 200) return slug
  let short = ''
  let bytes = 0
  for (const character of slug) {
    bytes += Buffer.byteLength(character)
    if (bytes > 200) break
    short += character
  }
  return short
}

// ---------------------------------------------------------------- what is on the page

interface Layouts {
  /** The layout that a site makes for such pages. */
  readonly own: string
  readonly list: string
}

function frame(site: Site, configured: string | undefined, { own, list }: Layouts) {
  if (configured !== undefined) return { layout: configured, body: configured === own ? '' : list }
  if (site.layouts.has(own)) return { layout: own, body: '' }
  if (site.layouts.has('page')) return { layout: 'page', body: list }
  if (site.layouts.has('default')) return { layout: 'default', body: `${HEADING}${list}` }
  return { layout: 'none', body: wholePage(list) }
}

const HEADING = '<h1>{{ page.title | escape }}</h1>\n'

const ENTRIES_LIST = `<ul>
{%- for entry in page.entries %}
  <li><a href="{{ entry.url | relative_url }}">{{ entry.name | escape }}</a> ({{ entry.count }})</li>
{%- endfor %}
</ul>
`

const POSTS_LIST = `<p>{{ page.posts.size }} {% if page.posts.size == 1 %}post{% else %}posts{% endif %}</p>
<ul>
{%- for post in page.posts %}
  <li><time datetime="{{ post.date | date_to_xmlschema }}">{{ post.date | date: "%Y-%m-%d" }}</time> <a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></li>
{%- endfor %}
</ul>
`

function wholePage(list: string): string {
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ page.title | escape }}</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; }
time { opacity: 0.7; }
</style>
</head>
<body>
<p><a href="{{ '/' | relative_url }}">Home</a>{% if page.index_url %} / <a href="{{ page.index_url | relative_url }}">All</a>{% endif %}</p>
${HEADING}${list}</body>
</html>
`
}
