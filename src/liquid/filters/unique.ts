/** Ruby's `eql?`: what `uniq` and `group_by` call the same. `1` and `1.0` are not. */

import { isFloat } from '../../util/values.ts'
import { inspect } from '../values.ts'

export function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => unknown): T[] {
  const seen = new Set<unknown>()
  return items.filter((item) => {
    const key = identityOf(keyOf(item))
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** A value that is the same for equal values, and only for them. */
export function identityOf(value: unknown): unknown {
  if (isFloat(value)) return `float ${inspect(value)}`
  if (typeof value === 'string') return `text ${value}`
  if (value === null || value === undefined) return null
  if (Array.isArray(value) || value instanceof Map) return `shown ${inspect(value)}`
  if (typeof value !== 'object') return value
  return 'seconds' in value || 'year' in value ? `${value.constructor.name} ${value}` : value
}
