/**
 * What a document's file name says: `2024-01-31-hello-world.md` has a date and a
 * slug, `hello-world.md` a slug alone.
 *
 * A name without a date is no error: like Jekyll, the reader passes over such
 * files in `_posts`. The date stays text here, because front matter may
 * replace it and only the one that counts is worth parsing.
 */

import { baseName } from '../urls/names.ts'

export interface PostName {
  readonly date: string
  readonly slug: string
  readonly extension: string
}

export type DocumentName = Omit<PostName, 'date'> & { readonly date?: string }

const DATED_NAME = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/
const UNDATED_NAME = /^(.*)(\.[^.]+)$/

export function parsePostName(path: string): PostName | undefined {
  const [, date, slug, extension] = DATED_NAME.exec(baseName(path)) ?? []
  if (date === undefined || slug === undefined || extension === undefined) return undefined
  return { date, slug, extension }
}

/** undefined for a name without an extension, which is no document's. */
export function parseDocumentName(path: string): DocumentName | undefined {
  const post = parsePostName(path)
  if (post) return post
  const [, slug, extension] = UNDATED_NAME.exec(baseName(path)) ?? []
  return slug === undefined || extension === undefined ? undefined : { slug, extension }
}
