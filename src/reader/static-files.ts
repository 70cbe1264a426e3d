/**
 * Files that are copied as they are.
 *
 * Outside collections the path is the URL, unescaped; in a collection the URL
 * follows the collection's permalink.
 */

import type { StaticFile } from '../site.ts'
import { staticDestination } from '../urls/destination.ts'
import { extensionOf, stemOf, withoutTrailingDots } from '../urls/names.ts'
import { collectionFileUrl } from '../urls/permalink.ts'
import { Time } from '../util/dates.ts'
import type { Home } from './documents.ts'
import type { SourceFile } from './files.ts'
import type { Reading } from './reading.ts'
import { isTrue } from './terms.ts'

export function makeStaticFile(reading: Reading, source: SourceFile): StaticFile {
  const extension = extensionOf(source.path)
  const url = `/${withoutTrailingDots(withoutEnd(source.path, extension))}${extension}`
  return make(reading, source, { url, relativePath: source.path, home: undefined })
}

/** `relativePath` is the file's path without `collections_dir`. */
export function makeCollectionFile(
  reading: Reading,
  home: Home,
  source: SourceFile,
  relativePath: string,
): StaticFile {
  const extension = extensionOf(relativePath)
  const url = collectionFileUrl(home.urlTemplate, {
    collection: home.label,
    path: withoutEnd(relativePath, extension).replace(home.folder, ''),
    stem: stemOf(relativePath),
    extension,
  })
  return make(reading, source, { url, relativePath, home })
}

interface Placed {
  readonly url: string
  readonly relativePath: string
  readonly home: Home | undefined
}

function make(
  { defaults, zone }: Reading,
  { path, file, modifiedMs }: SourceFile,
  { url, relativePath, home }: Placed,
): StaticFile {
  const byDefault = defaults.all(url, home?.label)
  const published = !byDefault.has('published') || isTrue(byDefault.get('published'))
  return {
    kind: 'static',
    path,
    url,
    destination: staticDestination(url),
    file,
    modified: Time.fromMs(modifiedMs, zone),
    modifiedMs,
    collection: home?.label,
    data: defaults.all(relativePath, home?.label),
    written: published && (home?.output ?? true),
  }
}

function withoutEnd(text: string, end: string): string {
  return text.slice(0, text.length - end.length)
}
