/**
 * A page without a file, as generators make them. Also where every page's URL
 * is put together, so that one with a file and one without agree.
 */

import type { Config } from '../config/config.ts'
import type { Converter } from '../plugin.ts'
import type { Page } from '../site.ts'
import type { Hash } from '../util/values.ts'
import { pageDestination } from './destination.ts'
import { baseName, extensionOf, folderOf, stemOf } from './names.ts'
import { outputExtension } from './output-extension.ts'
import { pageUrl } from './permalink.ts'

/** `path` is where a file of this page would lie in the source. */
export function createVirtualPage(
  config: Config,
  converters: readonly Converter[],
  path: string,
  body: string,
  data: Hash = new Map(),
): Page {
  return createPage(config, converters, { path: path.replace(/^\/+/, ''), body, bodyLine: 1, data })
}

/** `data` holds what the page's file says and, where it says nothing, the defaults. */
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
