/** What `for` and `tablerow` share: the items they go over, and which part of them. */

import { isHash } from '../../util/values.ts'
import { Drop } from '../drops/drop.ts'
import { toCount } from '../numbers.ts'
import { Range } from '../values.ts'

/** What a loop goes over. A text is one item, whatever the limits. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (isHash(value)) return [...value]
  if (value instanceof Range) return value.toArray()
  if (value instanceof Drop) return value.keys()
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** The items from `offset` on, at most `limit` of them. */
export function partOf(
  value: unknown,
  offset: number,
  limit: number | undefined,
): readonly unknown[] {
  const items = itemsOf(value)
  if (typeof value === 'string' || (offset === 0 && limit === undefined)) return items
  const end = limit === undefined ? items.length : Math.max(0, offset + limit)
  return items.slice(Math.max(0, offset), end)
}

/** A limit or an offset; nil counts as absent. */
export function limitOf(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : toCount(value)
}
