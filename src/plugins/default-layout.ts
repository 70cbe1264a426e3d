/**
 * jekyll-default-layout: Markdown pages and posts that name no layout get one:
 * `home` for the site's home, else `page` or `post`, else `default`.
 */

import { type Document, type Page, type Plugin, posts, type Site } from '../plugin.ts'

const defaultLayout: Plugin = {
  name: 'jekyll-default-layout',
  isPure: true,
  generators: [{ name: 'jekyll-default-layout', priority: 'lowest', generate: setLayouts }],
}

export default defaultLayout

function setLayouts(site: Site): void {
  for (const item of [...site.pages, ...posts(site)]) {
    if (!isMarkdown(item, site) || item.data.has('layout')) continue
    const layout = layoutFor(item, site)
    if (layout !== undefined) item.data.set('layout', layout)
  }
}

function isMarkdown({ extension }: Page | Document, { config }: Site): boolean {
  return config.markdownExtensions.includes(extension.slice(1).toLowerCase())
}

function layoutFor({ kind, url }: Page | Document, { layouts }: Site): string | undefined {
  const wishes = [url === '/' ? 'home' : '', kind === 'page' ? 'page' : 'post', 'default']
  return wishes.find((name) => layouts.has(name))
}
