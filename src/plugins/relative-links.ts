/**
 * jekyll-relative-links: links between the Markdown files of a site, as they
 * work on GitHub, lead to the pages made of those files.
 *
 * Only the text is looked at, so links within code change as well, and links
 * with single-quoted titles, with a query or in angle brackets do not.
 */

import {
  type Config,
  compileGlob,
  type GeneratorContext,
  type Hash,
  isHash,
  isTruthy,
  type Plugin,
  type Renderable,
  type Site,
} from '../plugin.ts'

const relativeLinks: Plugin = {
  name: 'jekyll-relative-links',
  isPure: true,
  generators: [{ name: 'jekyll-relative-links', priority: 'lowest', generate: rewriteLinks }],
}

export default relativeLinks

/** No address is longer; without a bound a line of nothing but brackets would take its time. */
const INLINE =
  /(\]\()([^)#"\n]{1,2000}?)((?:#[^)"\n]{0,2000}?)?(?:[ \t]{1,9}"(?:\\.|[^"\\\n]){0,2000}")?\))/g
const REFERENCE =
  /^[ \t]*(\[[^\]\n]*\]: )([^\s#"]+(?:[ \t]+[^\s#"]+)*)((?:#\S*)?(?:[ \t]+"(?:\\.|[^"\\\n])*")?)[ \t]*$/gm

function rewriteLinks(site: Site, { relativeUrl }: GeneratorContext): void {
  const options = optionsOf(site.config)
  if (options.get('enabled') === false) return
  const urls = urlsByPath(site)
  const isExcluded = excludedBy(options.get('exclude'))

  function rewritten<Item extends Renderable>(item: Item): Item {
    if (!isMarkdown(item, site.config) || isExcluded(item.path)) return item
    const resolve = (link: string) => {
      const url = urlOf(link, item.path, urls)
      return url === undefined ? undefined : relativeUrl(url)
    }
    const body = item.body
      .replace(INLINE, (whole, before, link, after) => {
        const url = resolve(link)
        return url === undefined ? whole : `${before}${url}${after}`
      })
      .replace(REFERENCE, (whole, before, link, after) => {
        const url = resolve(link)
        return url === undefined ? whole : `\n${before}${url}${after}`
      })
    // The excerpt is made of the new body, whatever another plugin or the document wanted.
    if (item.kind === 'document' && isTruthy(item.data.get('excerpt'))) item.data.delete('excerpt')
    if (body === item.body && item.excerptBody === undefined) return item
    return { ...item, body, excerptBody: undefined }
  }

  site.pages.splice(0, site.pages.length, ...site.pages.map(rewritten))
  if (options.get('collections') !== true) return
  for (const collection of site.collections.values()) {
    collection.documents = collection.documents.map((document) =>
      document.written ? rewritten(document) : document,
    )
  }
}

function optionsOf({ data }: Config): Hash {
  const options = data.get('relative_links')
  return isHash(options) ? options : new Map()
}

function isMarkdown({ extension }: Renderable, { markdownExtensions }: Config): boolean {
  return markdownExtensions.includes(extension.slice(1).toLowerCase())
}

function excludedBy(value: unknown): (path: string) => boolean {
  const patterns = (Array.isArray(value) ? value : []).map(String)
  const globs = patterns.map(compileGlob)
  return (path) =>
    globs.some((matches) => matches(path)) ||
    patterns.some((pattern) => path.startsWith(pattern.endsWith('/') ? pattern : `${pattern}/`))
}

/** Of two items at one path the earlier counts: pages, then files, then documents. */
function urlsByPath(site: Site): Map<string, string> {
  const documents = [...site.collections.values()].flatMap(({ documents }) => documents)
  const written = documents.filter((document) => document.written)
  const items = [...site.pages, ...site.staticFiles, ...written]
  return new Map(items.reverse().map(({ path, url }) => [path, url]))
}

function urlOf(link: string, from: string, urls: ReadonlyMap<string, string>): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(link)) return undefined
  const path = join(link.startsWith('/') ? '' : folderOf(from), decoded(link))
  return path === undefined ? undefined : urls.get(path)
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Undefined for what leads out of the source. */
function join(folder: string, link: string): string | undefined {
  const steps: string[] = []
  for (const step of `${folder}/${link}`.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return undefined
  }
  return steps.join('/')
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link.replaceAll('+', ' '))
  } catch {
    return link // a lone % is a character of the name
  }
}
