/**
 * jekyll-redirect-from: pages at old addresses that lead to the new ones, by
 * `redirect_from`, and pages that lead elsewhere, by `redirect_to`.
 *
 * The look of such a page is the site's layout `redirect` if it has one.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Document,
  type GeneratorContext,
  type Hash,
  isHash,
  type Page,
  type Plugin,
  type Renderable,
  type Site,
  toHash,
} from '../plugin.ts'

const redirectFrom: Plugin = {
  name: 'jekyll-redirect-from',
  isPure: true,
  generators: [{ name: 'jekyll-redirect-from', generate: addRedirects }],
}

export default redirectFrom

const LAYOUT = `<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="{{ page.redirect.to }}">
  <script>location="{{ page.redirect.to }}"</script>
  <meta http-equiv="refresh" content="0; url={{ page.redirect.to }}">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="{{ page.redirect.to }}">Click here if you are not redirected.</a>
</html>
`

function addRedirects(site: Site, { absoluteUrl, virtualPage }: GeneratorContext): void {
  const { layouts } = site
  if (!layouts.has('redirect')) layouts.set('redirect', layout())

  /** Of two for one address the later is written in the end; lists have both. */
  const pages: Page[] = []
  const targets = new Map<string, string>()

  function redirect<Item extends Renderable>(item: Item): Item {
    for (const path of texts(item.data.get('redirect_from'))) {
      const from = withLeadingSlash(path)
      const data = redirectData(from, absoluteUrl(item.url))
      pages.push({ ...virtualPage('redirect.html', '', data), sharesAddress: true })
      targets.set(from, absoluteUrl(item.url))
    }
    const [target] = texts(item.data.get('redirect_to'))
    if (target === undefined) return item
    const to = absoluteUrl(target)
    targets.set(item.url, to)
    return {
      ...item,
      body: '',
      excerptBody: item.body,
      data: new Map([...item.data, ...redirectData(item.url, to)]),
    }
  }

  for (const collection of site.collections.values()) {
    const each = (document: Document) => (document.written ? redirect(document) : document)
    collection.documents = collection.documents.map(each)
  }
  site.pages.splice(0, site.pages.length, ...site.pages.map(redirect))
  site.pages.push(...pages)
  if (!wantsJson(site)) return
  site.pages.push(virtualPage('redirects.json', toJson(targets), unrendered()))
}

function layout() {
  const path = '_layouts/redirect.html'
  return { name: 'redirect', path, data: new Map(), body: LAYOUT, bodyLine: 1 }
}

function redirectData(from: string, to: string): Hash {
  return toHash({ sitemap: false, layout: 'redirect', permalink: from, redirect: { from, to } })
}

/** The text is finished: an address with braces in it is no template. */
function unrendered(): Hash {
  return toHash({ layout: null, render_with_liquid: false })
}

function wantsJson({ config }: Site): boolean {
  const options = config.data.get('redirect_from')
  if (isHash(options) && options.get('json') === false) return false
  return !existsSync(join(config.source, 'redirects.json'))
}

function toJson(targets: ReadonlyMap<string, string>): string {
  const pairs = [...targets].map(([from, to]) => `${JSON.stringify(from)}:${JSON.stringify(to)}`)
  return `{${pairs.join(',')}}`
}

function withLeadingSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`
}

/** `false` takes back what a default says. */
function texts(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values
    .filter((entry) => entry !== undefined && entry !== null && entry !== false)
    .map(String)
}
