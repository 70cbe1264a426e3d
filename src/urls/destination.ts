/**
 * URL to output path, relative to the destination.
 *
 * Nothing a URL says leads out of the destination: `..` stops at its root, also
 * where it was escaped.
 */

import { SiteError } from '../util/errors.ts'
import { unescapePath } from './escape.ts'

/** The file that answers a page's URL. */
export function pageDestination(url: string, outputExtension: string): string {
  const path = url.endsWith('/') ? join(toPath(url), 'index') : toPath(url)
  return path.endsWith(outputExtension) ? path : path + outputExtension
}

/** The file that answers a document's URL. Unlike a page's, a folder's file is always HTML. */
export function documentDestination(url: string, outputExtension: string): string {
  if (url.endsWith('/')) return join(toPath(url), 'index.html')
  const path = toPath(url)
  return path.endsWith(outputExtension) ? path : path + outputExtension
}

export function staticDestination(url: string): string {
  return toPath(url)
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

function toPath(url: string): string {
  const path = unescapePath(url)
  if (path.includes('\0')) {
    throw new SiteError(`The URL '${url}' holds a null byte`, {
      hint: 'Take %00 out of the permalink or the file name.',
    })
  }
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') kept.pop()
    else if (part !== '' && part !== '.') kept.push(part)
  }
  return kept.join('/')
}
