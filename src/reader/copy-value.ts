import { isHash } from '../util/values.ts'

/** The same value with mappings and lists of its own; what was one object within it is one again. */
export function copyValue(value: unknown): unknown {
  return copy(value, new Map())
}

function copy(value: unknown, copies: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value
  const known = copies.get(value)
  if (known !== undefined) return known
  if (Array.isArray(value)) {
    const list: unknown[] = []
    copies.set(value, list)
    for (const entry of value) list.push(copy(entry, copies))
    return list
  }
  if (!isHash(value)) return value
  const hash = new Map<unknown, unknown>()
  copies.set(value, hash)
  for (const [key, entry] of value) hash.set(copy(key, copies), copy(entry, copies))
  return hash
}
