/**
 * Which documents a paginated page lists, and in which order.
 */

import { type Document, type Hash, isHash, isTruthy, type Site, Time } from '../plugin.ts'

export function choosePosts(site: Site, options: Hash): Document[] {
  const filters = ['category', 'tag', 'locale'] as const
  const chosen = collect(site, options).filter((document) =>
    filters.every((key) => matches(document, key, options.get(key))),
  )
  const field = options.get('sort_field')
  if (!isTruthy(field)) return chosen
  const keys = new Map(chosen.map((document) => [document, sortValue(document, String(field))]))
  const sorted = chosen.sort((a, b) => compare(keys.get(a), keys.get(b)))
  const offset = Math.max(0, Number(options.get('offset') ?? 0))
  const listed = sorted.slice(0, Math.max(0, sorted.length - offset))
  return isTruthy(options.get('sort_reverse')) ? listed.reverse() : listed
}

/** `all` is every collection but the posts. */
function collect({ collections }: Site, options: Hash): Document[] {
  const written = options.get('collection')
  const names = Array.isArray(written) ? written.map(String) : String(written).split(/[;,\s]/)
  return names
    .map((name) => name.toLowerCase().trim())
    .flatMap((name) =>
      name === 'all'
        ? [...collections.values()].filter(({ label }) => label !== 'posts')
        : (collections.get(name) ?? []),
    )
    .flatMap(({ documents }) => documents)
    .filter(({ data }) => !data.has('pagination') && !isTruthy(data.get('hidden')))
}

/** Where each list of names is in a document. */
const LISTS = { category: 'categories', tag: 'tags', locale: 'locale' } as const

/** Whether the document has all that is wanted; the category `posts` is everything. */
function matches(document: Document, key: keyof typeof LISTS, wanted: unknown): boolean {
  if (wanted === undefined || wanted === null) return true
  const all = Array.isArray(wanted) ? wanted.map(String) : split(String(wanted))
  const names = namesOf(document, LISTS[key])
  return all
    .map((name) => name.toLowerCase().trim())
    .every((name) => names.includes(name) || (key === 'category' && name === 'posts'))
}

/** As Ruby splits: nothing comes of what is empty at the end. */
function split(text: string): string[] {
  return text
    .replace(/[;,]+$/, '')
    .split(/[;,]/)
    .filter((name, at) => at > 0 || name !== '')
}

function namesOf(document: Document, list: 'categories' | 'tags' | 'locale'): string[] {
  return writtenNames(document, list).map((name) => name.toLowerCase().trim())
}

/** As their author wrote them. */
export function writtenNames(
  { categories, data, tags }: Document,
  list: 'categories' | 'tags' | 'locale',
): string[] {
  const value = list === 'categories' ? categories : list === 'tags' ? tags : data.get('locale')
  const items =
    typeof value === 'string' ? value.split(/[;,\s]/) : Array.isArray(value) ? value : []
  return items.flatMap((item) => String(item).trim().split(/[;,]/)).filter((name) => name !== '')
}

/** `a:b` is the value under `b` of what stands under `a`. */
function sortValue({ data, date }: Document, field: string): unknown {
  let value: unknown = data
  for (const step of field.split(':')) {
    const key = step.toLowerCase().trim()
    if (!isHash(value)) return undefined
    value = value === data && key === 'date' ? date : value.get(key)
  }
  return isHash(value) ? undefined : value
}

/** What has no value comes first; texts without regard to case. */
function compare(a: unknown, b: unknown): number {
  const [hasA, hasB] = [a, b].map((value) => value !== undefined && value !== null)
  if (!hasA || !hasB) return Number(hasA) - Number(hasB)
  const [left, right] = [comparable(a), comparable(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

function comparable(value: unknown): string | number {
  if (value instanceof Time) return value.ms
  return typeof value === 'string' ? value.toLowerCase() : Number(value)
}
