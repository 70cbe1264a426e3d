/**
 * jekyll-titles-from-headings: a Markdown page without a title takes that of the
 * heading it begins with, of level 1 to 3.
 *
 * With `titles_from_headings: {collections: true}` documents take theirs too,
 * even over a title of their own; with `strip_title` the heading leaves the body.
 */

import {
  type GeneratorContext,
  isHash,
  type Plugin,
  type Renderable,
  type Site,
} from '../plugin.ts'

const titlesFromHeadings: Plugin = {
  name: 'jekyll-titles-from-headings',
  isPure: true,
  generators: [{ name: 'jekyll-titles-from-headings', priority: 'lowest', generate: setTitles }],
}

export default titlesFromHeadings

const HASHES = /^\s*#{1,3}\s+(.*)/
const UNDERLINED = /^\s*(.*)\r?\n[-=]+[^\S\n]*(?=\n|$)/
const FOOTNOTE_MARK = /\[\^[^\]]*\]/g

function setTitles(site: Site, { convertMarkdown }: GeneratorContext): void {
  const section = site.config.data.get('titles_from_headings')
  const option = (key: string) => (isHash(section) ? section.get(key) : undefined)
  if (option('enabled') === false) return

  function titled<Item extends Renderable>(item: Item): Item {
    if (!isMarkdown(item, site) || hasTitle(item)) return item
    const heading = headingOf(item.body)
    if (heading) {
      item.data.set('title', plain(convertMarkdown(heading.text)).replace(FOOTNOTE_MARK, ''))
    }
    const strip = item.data.has('strip_title')
      ? item.data.get('strip_title')
      : option('strip_title')
    return strip === true ? withoutHeading(item, heading?.whole ?? '') : item
  }

  site.pages.splice(0, site.pages.length, ...site.pages.map(titled))
  if (option('collections') !== true) return
  for (const collection of site.collections.values()) {
    collection.documents = collection.documents.map((document) =>
      document.written ? titled(document) : document,
    )
  }
}

function isMarkdown({ extension }: Renderable, { config }: Site): boolean {
  return config.markdownExtensions.includes(extension.slice(1).toLowerCase())
}

function hasTitle({ data, kind }: Renderable): boolean {
  return kind === 'page' && data.get('title') !== undefined && data.get('title') !== null
}

function headingOf(body: string): { whole: string; text: string } | undefined {
  const match = HASHES.exec(body) ?? UNDERLINED.exec(body)
  return match ? { whole: match[0], text: match[1] ?? '' } : undefined
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Errors go on naming lines of the file, so the body begins further down. The excerpt
 * of a document that is no post stays as it was.
 */
function withoutHeading<Item extends Renderable>(item: Item, heading: string): Item {
  const rest = item.body.slice(heading.length)
  const body = rest.trim()
  const cut = item.body.length - rest.trimStart().length
  const bodyLine = item.bodyLine + item.body.slice(0, cut).split('\n').length - 1
  const keepsExcerpt = item.kind === 'document' && item.collection !== 'posts'
  return { ...item, body, bodyLine, ...(keepsExcerpt && { excerptBody: item.body }) }
}
