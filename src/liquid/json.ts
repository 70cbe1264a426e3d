/**
 * Ruby's `to_json`: Floats keep their point, times print as they are, `/ < > &`
 * stay. The depth within lists and objects tells documents when to leave things out.
 */

import { type Hash, isHash } from '../util/values.ts'
import { Drop } from './drops/drop.ts'
import { formatNumber, isNumeric } from './numbers.ts'
import { toText } from './values.ts'

export function toJson(value: unknown, depth = 0): string {
  const simple = simpleJson(value)
  if (simple !== undefined) return simple
  if (Array.isArray(value)) return `[${value.map((item) => toJson(item, depth + 1)).join(',')}]`
  const pairs = pairsOf(value, depth).map(
    ([key, item]) => `${JSON.stringify(toText(key))}:${toJson(item, depth + 1)}`,
  )
  return `{${pairs.join(',')}}`
}

/** As `JSON.pretty_generate`: an empty list keeps its lines. */
export function toPrettyJson(value: unknown, indent = '', depth = 0): string {
  const simple = simpleJson(value)
  if (simple !== undefined) return simple
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return `[\n\n${indent}]`
    const items = value.map((item) => deeper + toPrettyJson(item, deeper, depth + 1))
    return `[\n${items.join(',\n')}\n${indent}]`
  }
  const pairs = pairsOf(value, depth).map(
    ([key, item]) =>
      `${deeper}${JSON.stringify(toText(key))}: ${toPrettyJson(item, deeper, depth + 1)}`,
  )
  return pairs.length === 0 ? '{\n}' : `{\n${pairs.join(',\n')}\n${indent}}`
}

function simpleJson(value: unknown): string | undefined {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (isNumeric(value)) return formatNumber(value)
  if (Array.isArray(value) || isHash(value) || value instanceof Drop) return undefined
  return JSON.stringify(toText(value))
}

function pairsOf(value: unknown, depth: number): [unknown, unknown][] {
  if (value instanceof Drop) return value.entries(depth)
  // what is neither simple nor a list nor a drop is a hash
  return [...(value as Hash)]
}
