/**
 * Source maps of style sheets as pages: in Jekyll each joins `site.pages` when its
 * style sheet is converted, so templates that are rendered later list it, such as
 * those of sitemaps. It has the front matter of its style sheet.
 */

import type { Engine } from '../engine.ts'
import type { Page, Rendered, Site } from '../site.ts'
import { createPage } from '../urls/virtual-page.ts'

/** Extensions of pages whose conversion may bring a source map. */
const STYLES: ReadonlySet<string> = new Set(['.sass', '.scss'])

/**
 * A function that answers those of the style sheets that are rendered already.
 * `note` hears of all that the answer depends on.
 */
export function createSourceMapPages(
  { config, converters }: Pick<Engine, 'config' | 'converters'>,
  site: Site,
  rendered: (page: Page) => Rendered | undefined,
  note: (kind: string, name: string) => void,
): () => readonly Page[] {
  const pages = new Map<string, Page>()

  function pageOf(style: Page, map: string): Page {
    const name = style.name.slice(0, style.name.length - style.extension.length)
    const path = `${style.dir.slice(1)}${name}.css.map`
    const known = pages.get(style.path)
    if (known?.body === map) return known
    const page = createPage(config, converters, { path, body: map, bodyLine: 1, data: style.data })
    pages.set(style.path, page)
    return page
  }

  return () => {
    const styles = site.pages.filter(({ extension }) => STYLES.has(extension.toLowerCase()))
    return styles.flatMap((style) => {
      note('output', style.path)
      note('item', style.path)
      return Array.from(rendered(style)?.files.values() ?? [], (map) => pageOf(style, map))
    })
  }
}
