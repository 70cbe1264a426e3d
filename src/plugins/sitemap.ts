/**
 * jekyll-sitemap: `/sitemap.xml` with every written document, page and
 * document-like file, and a `/robots.txt` that points to it.
 *
 * The list is put together after all generators, so pages of other plugins are
 * in it whatever their order. How addresses and dates are written is the
 * template's part.
 */

import {
  type Document,
  type GeneratorContext,
  type Hash,
  type Page,
  type Plugin,
  type Site,
  type StaticFile,
  toHash,
} from '../plugin.ts'

const sitemap: Plugin = {
  name: 'jekyll-sitemap',
  isPure: true,
  generators: [{ name: 'jekyll-sitemap', priority: 'lowest', generate: addPages }],
  hooks: { site: { pre_render: fillSitemap } },
}

export default sitemap

/** The variable of the page by which it is known again. */
const ENTRIES = 'sitemap_entries'
const PAGE_EXTENSIONS: ReadonlySet<string> = new Set(['.html', '.xhtml', '.htm'])
const FILE_EXTENSION = /\.(?:html?|xhtml|pdf)$/

function addPages(site: Site, { virtualPage }: GeneratorContext): void {
  const urls = new Set([...site.pages, ...site.staticFiles].map(({ url }) => url))
  if (!urls.has('/sitemap.xml')) {
    const data = toHash({ layout: null, xsl: urls.has('/sitemap.xsl'), [ENTRIES]: [] })
    site.pages.push(virtualPage('sitemap.xml', SITEMAP, data))
  }
  if (!urls.has('/robots.txt')) {
    site.pages.push(virtualPage('robots.txt', ROBOTS, toHash({ layout: null })))
  }
}

function fillSitemap(site: Site): void {
  const page = site.pages.find(({ data }) => data.has(ENTRIES))
  page?.data.set(ENTRIES, [
    ...documentsOf(site).map(documentEntry),
    ...site.pages.filter(isListed).map(pageEntry),
    ...site.staticFiles.filter(isDocumentLike).map(fileEntry),
  ])
}

/** Collections in order of their labels. */
function documentsOf(site: Site): Document[] {
  const collections = [...site.collections.values()]
    .filter(({ output }) => output)
    .sort((a, b) => (a.label < b.label ? -1 : 1))
  return collections.flatMap(({ documents }) => documents.filter(wantsEntry))
}

function isListed(page: Page): boolean {
  const { outputExtension, url } = page
  if (url === '/404.html' || !wantsEntry(page)) return false
  return PAGE_EXTENSIONS.has(outputExtension) || url.endsWith('/')
}

function isDocumentLike(file: StaticFile): boolean {
  return FILE_EXTENSION.test(file.path) && !/(?:^|\/)404\.html$/.test(file.path) && wantsEntry(file)
}

function wantsEntry({ data }: { readonly data: Hash }): boolean {
  return data.get('sitemap') !== false
}

function documentEntry({ data, date, url }: Document): Hash {
  return toHash({ url, modified: given(data.get('last_modified_at')) ?? date })
}

function pageEntry({ data, url }: Page): Hash {
  return toHash({ url, modified: given(data.get('last_modified_at')) ?? null })
}

function fileEntry({ modified, path }: StaticFile): Hash {
  return toHash({ url: `/${path}`, modified })
}

function given(value: unknown): unknown {
  return value === false || value === '' ? undefined : value
}

const SITEMAP = `<?xml version="1.0" encoding="UTF-8"?>
{% if page.xsl -%}
<?xml-stylesheet type="text/xsl" href="{{ "/sitemap.xsl" | absolute_url }}"?>
{% endif -%}
<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for entry in page.${ENTRIES} -%}
<url>
<loc>{{ entry.url | replace: '/index.html', '/' | absolute_url | xml_escape }}</loc>
{% if entry.modified -%}
<lastmod>{{ entry.modified | date_to_xmlschema }}</lastmod>
{% endif -%}
</url>
{% endfor -%}
</urlset>
`

const ROBOTS = 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n'
