/**
 * Categories and tags, in every spelling that front matter has for them.
 *
 * Jekyll adds categories up: folders, then defaults, then front matter, and at
 * last the same once more as texts. Whoever writes `[2024]` therefore gets both
 * 2024 and "2024", and a nested list also appears printed. Tags are never added
 * up and keep their type.
 */

import { className, inspect } from '../util/inspect.ts'
import type { Hash } from '../util/values.ts'

/** The list under `categories`, as texts: what was there, then `category` or `categories` again. */
export function categoriesAsText(data: Hash): string[] {
  const listed = data.get('categories')
  const again = termsUnder(data, 'category', 'categories')
  return distinct([...(Array.isArray(listed) ? listed : []), ...again].map(toText)) as string[] // toText made them
}

/** `tag` if it says something, else `tags`. */
export function tagsOf(data: Hash): unknown[] {
  return termsUnder(data, 'tag', 'tags')
}

function termsUnder(data: Hash, singular: string, plural: string): unknown[] {
  const one = data.get(singular)
  return isTrue(one) ? flatten([one]) : listOf(data.get(plural))
}

function flatten(list: readonly unknown[]): unknown[] {
  const isFlat = !list.some(Array.isArray)
  const flat = isFlat ? list : list.flat(Number.POSITIVE_INFINITY)
  return flat.filter((each) => each !== null && each !== undefined)
}

/** A text is split at blanks; what is neither text nor list counts for nothing. */
function listOf(value: unknown): unknown[] {
  if (typeof value === 'string') return splitWords(value)
  return Array.isArray(value) ? flatten(value) : []
}

export function splitWords(text: string): string[] {
  return text.split(/[ \t\n\v\f\r\0]+/).filter((word) => word !== '')
}

/** Without doubles, the first of each kept. 1 and 1.0 are two things, as in Ruby. */
export function distinct(values: readonly unknown[]): unknown[] {
  const seen = new Map<string, unknown>()
  for (const value of values) {
    const key = identity(value)
    if (!seen.has(key)) seen.set(key, value)
  }
  return [...seen.values()]
}

function identity(value: unknown): string {
  return `${className(value)} ${toText(value)}`
}

/** As Ruby's `to_s` prints what YAML can give. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : inspect(value)
}

/** Ruby takes everything for true but nil and false. */
export function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false
}
