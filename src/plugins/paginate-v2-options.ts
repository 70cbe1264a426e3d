/**
 * How the settings of jekyll-paginate-v2 are laid over each other: mapping by
 * mapping, and a null leaves what was there.
 */

import { type Hash, isHash } from '../plugin.ts'

export function merged(under: Hash, over: unknown): Hash {
  const all: Hash = new Map(under)
  for (const [key, value] of isHash(over) ? over : []) {
    const before = all.get(key)
    if (isHash(before) && isHash(value)) all.set(key, merged(before, value))
    else if (value !== null || before === undefined) all.set(key, value)
  }
  return all
}
