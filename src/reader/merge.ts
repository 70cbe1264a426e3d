/**
 * Values laid over one another as `Jekyll::Utils.deep_merge_hashes` does it:
 * mappings merge at every depth, lists are replaced, and a null over something
 * leaves it as it was.
 */

import { type Hash, isHash } from '../util/values.ts'

/** Lays `over` upon `target`, which is changed. */
export function merge(target: Hash, over: Hash): void {
  for (const [key, value] of over) {
    const below = target.get(key)
    if (value === null && target.has(key)) continue
    target.set(key, isHash(below) && isHash(value) ? merged(below, value) : value)
  }
}

/** A new mapping; neither argument is changed. */
export function merged(under: Hash, over: Hash): Hash {
  const result: Hash = new Map(under)
  merge(result, over)
  return result
}
