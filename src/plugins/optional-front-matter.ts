/**
 * jekyll-optional-front-matter: Markdown files without front matter become pages.
 *
 * Files that are about the repository (README, LICENSE and their like) stay as
 * they are unless `include` names them. The originals are copied as well, but
 * for `optional_front_matter: {remove_originals: true}`; those of collections are then
 * on no list, and copied all the same.
 */

import { readFileSync } from 'node:fs'
import {
  compileGlob,
  type GeneratorContext,
  isHash,
  type Plugin,
  type Site,
  type StaticFile,
} from '../plugin.ts'

const optionalFrontMatter: Plugin = {
  name: 'jekyll-optional-front-matter',
  isPure: true,
  generators: [{ name: 'jekyll-optional-front-matter', generate: addPages }],
}

export default optionalFrontMatter

const ABOUT_THE_REPOSITORY: ReadonlySet<string> = new Set([
  'README',
  'LICENSE',
  'LICENCE',
  'COPYING',
  'CODE_OF_CONDUCT',
  'CONTRIBUTING',
  'ISSUE_TEMPLATE',
  'PULL_REQUEST_TEMPLATE',
])

function addPages(site: Site, { virtualPage }: GeneratorContext): void {
  const { data } = site.config
  const section = data.get('optional_front_matter')
  const option = (key: string) => (isHash(section) ? section.get(key) : undefined)
  if (option('enabled') === false || data.get('require_front_matter')) return

  const isIncluded = includedBy(site.config.include)
  const files = site.staticFiles.filter((file) => becomesPage(file, site, isIncluded))
  for (const { file, path } of files) {
    const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
    site.pages.push(virtualPage(path, text))
  }
  if (option('remove_originals') !== true) return
  const gone = new Set(files)
  site.staticFiles.splice(0, Infinity, ...site.staticFiles.filter((file) => !gone.has(file)))
}

/** Globs and folders, as `include:` has them; a name counts in every folder. */
function includedBy(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.map(compileGlob)
  const isListed = (path: string) =>
    globs.some((matches) => matches(path)) ||
    patterns.some((pattern) => path.startsWith(pattern.endsWith('/') ? pattern : `${pattern}/`))
  return (path) => isListed(path) || isListed(path.slice(path.lastIndexOf('/') + 1))
}

function becomesPage(
  { path }: StaticFile,
  { config }: Site,
  isIncluded: (path: string) => boolean,
): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  if (dot < 0 || !config.markdownExtensions.includes(name.slice(dot + 1).toLowerCase()))
    return false
  return !ABOUT_THE_REPOSITORY.has(name.slice(0, dot).toUpperCase()) || isIncluded(path)
}
