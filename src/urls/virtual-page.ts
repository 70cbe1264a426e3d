/**
 * A page without a file, as generators make them. Also where every page's URL
 * is put together, so that one with a file and one without agree.
 */

import type { Config } from '../config/config.ts'
import { createDefaults } from '../config/front-matter-defaults.ts'
import type { Converter } from '../plugin.ts'
import type { Page } from '../site.ts'
import { deepMerge, type Hash } from '../util/values.ts'
import { pageDestination } from './destination.ts'
import { baseName, extensionOf, folderOf, stemOf } from './names.ts'
import { outputExtension } from './output-extension.ts'
import { pageUrl } from './permalink.ts'

/** `path` is where a file of this page would lie in the source. Defaults apply as to any page. */
export function createVirtualPage(
  config: Config,
  converters: readonly Converter[],
  path: string,
  body: string,
  own: Hash = new Map(),
): Page {
  const inSource = path.replace(/^\/+/, '')
  const defaults = createDefaults(config).all(inSource, 'pages')
  const data = withPageDefaults(own, defaults)
  const page = createPage(config, converters, { path: inSource, body, bodyLine: 1, data })
  return withTakenBack(page, defaults)
}

/** Keys whose null in a page means something. */
const NULL_COUNTS = ['layout', 'permalink']

/**
 * A page's own values over the defaults. Jekyll looks the defaults of pages up
 * rather than merge them, and that shows in one place: `layout: null` in a page
 * means no layout, whatever the defaults say.
 */
export function withPageDefaults(own: Hash, defaults: Hash): Hash {
  if (defaults.size === 0) return own
  const data = deepMerge(defaults, own)
  for (const key of NULL_COUNTS) {
    if (own.get(key) === null) data.set(key, null)
  }
  return data
}

/** With the defaults that templates see although the page has none of them. */
export function withTakenBack(page: Page, defaults: Hash): Page {
  const keys = NULL_COUNTS.filter((key) => page.data.get(key) === null && defaults.has(key))
  if (keys.length === 0) return page
  return { ...page, takenBack: new Map(keys.map((key) => [key, defaults.get(key)])) }
}

/** `data` has the defaults in it already. */
export function createPage(
  config: Config,
  converters: readonly Converter[],
  { path, body, bodyLine, data }: Pick<Page, 'path' | 'body' | 'bodyLine' | 'data'>,
): Page {
  const extension = extensionOf(path)
  const permalink = permalinkOf(data)
  const output = outputExtension(extension, permalink, converters)
  const folder = folderOf(path)
  const url = pageUrl(
    { folder: folder && `/${folder}`, stem: stemOf(path), outputExtension: output },
    permalink,
    config.permalink,
  )
  const shownPath = data.get('path')
  return {
    kind: 'page',
    path,
    url,
    destination: pageDestination(url, output),
    data,
    body,
    bodyLine,
    extension,
    outputExtension: output,
    name: baseName(path),
    dir: url.slice(0, url.lastIndexOf('/') + 1),
    ...(typeof shownPath === 'string' && { shownPath }),
  }
}

/** The permalink that front matter gives, if any. A number counts as its digits. */
export function permalinkOf(data: Hash): string | undefined {
  const permalink = data.get('permalink')
  return permalink === undefined || permalink === null || permalink === false
    ? undefined
    : String(permalink)
}
