/**
 * jekyll-readme-index: a folder without an index page shows its README instead.
 *
 * That is a README without front matter; one that has it is a page already and
 * becomes the index only by `readme_index: {with_frontmatter: true}`.
 */

import { readFileSync } from 'node:fs'
import {
  type GeneratorContext,
  isHash,
  type Page,
  type Plugin,
  type Site,
  type StaticFile,
} from '../plugin.ts'

const readmeIndex: Plugin = {
  name: 'jekyll-readme-index',
  isPure: true,
  generators: [{ name: 'jekyll-readme-index', priority: 'low', generate: addIndexes }],
}

export default readmeIndex

const INDEX_NAME = /^(?:index\.(?:html?|xhtml|xml))?$/i

function addIndexes(site: Site, context: GeneratorContext): void {
  const section = site.config.data.get('readme_index')
  const option = (key: string) => (isHash(section) ? section.get(key) : undefined)
  if (option('enabled') === false) return

  for (const file of site.staticFiles.filter(({ path }) => isReadme(path, site))) {
    const folder = folderOf(file)
    if (hasIndex(folder, site)) continue
    const body = readFileSync(file.file, 'utf8').replace(/^\ufeff/, '')
    site.pages.push(context.virtualPage(file.path, body, new Map([['permalink', folder]])))
    if (option('remove_originals') === true) remove(site.staticFiles, file)
  }
  if (option('with_frontmatter') !== true) return

  for (const [index, page] of site.pages.entries()) {
    if (!isReadme(page.path, site) || hasIndex(folderOf(page), site)) continue
    site.pages[index] = moved(page, folderOf(page), context)
  }
}

function isReadme(path: string, { config }: Site): boolean {
  const [, extension] = /^(?:.*\/)?readme\.(\w+)$/i.exec(path) ?? []
  return extension !== undefined && config.markdownExtensions.includes(extension)
}

function folderOf({ url }: Page | StaticFile): string {
  return url.slice(0, url.replace(/\/$/, '').lastIndexOf('/') + 1)
}

function hasIndex(folder: string, site: Site): boolean {
  return [...site.pages, ...site.staticFiles].some(
    ({ url }) => url.startsWith(folder) && INDEX_NAME.test(url.slice(folder.length)),
  )
}

function moved(page: Page, permalink: string, { virtualPage }: GeneratorContext): Page {
  const data = new Map([...page.data, ['permalink', permalink]])
  return { ...virtualPage(page.path, page.body, data), bodyLine: page.bodyLine }
}

function remove<Item>(list: Item[], item: Item): void {
  list.splice(list.indexOf(item), 1)
}
