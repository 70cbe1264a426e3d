/**
 * The values that YAML, JSON and CSV give and that templates see.
 *
 * They follow Ruby, because templates print and compare them as Ruby does:
 *
 * | Ruby | here |
 * |---|---|
 * | nil | `null` (`undefined` where a value is absent) |
 * | true, false, String | boolean, string |
 * | Integer | a `number` without a fraction, or a `bigint` beyond 2^53 |
 * | Float | a `number` with a fraction, or `WholeFloat` for one without |
 * | Array, Hash | array, `Map` (ordered, keys keep their type) |
 * | Time, Date | `Time` and `CalendarDate` of `dates.ts` |
 *
 * The danger is `2.0`: as a plain number it would print `2`. Whoever makes a
 * Float out of arithmetic or text must go through `float`.
 */

/** A mapping as YAML gives it. Own keys only, so no prototype is in reach. */
export type Hash = Map<unknown, unknown>

/** A Float whose value is a whole number, infinite or not a number. */
export class WholeFloat {
  readonly value: number

  constructor(value: number) {
    this.value = value
  }

  valueOf(): number {
    return this.value
  }
}

export type Float = number | WholeFloat

/** `value` as a Ruby Float. */
export function float(value: number): Float {
  return Number.isFinite(value) && !Number.isInteger(value) ? value : new WholeFloat(value)
}

export function isFloat(value: unknown): value is Float {
  return value instanceof WholeFloat || (typeof value === 'number' && !Number.isInteger(value))
}

export function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))
}

export function isHash(value: unknown): value is Hash {
  return value instanceof Map
}

/** Everything is true in Ruby but nil and false; so is an empty text. */
export function isTruthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false
}

/** Plain objects, as a plugin or JSON.parse makes them, to `Hash`, all the way down. */
export function toHash(object: Readonly<Record<string, unknown>>): Hash {
  return new Map(Object.entries(object).map(([key, value]) => [key, fromPlain(value)]))
}

/** A JavaScript value to one that templates understand. Class instances stay as they are. */
export function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain)
  if (value === null || typeof value !== 'object') return value
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return value
  return toHash(value as Record<string, unknown>) // a plain object, as just checked
}

/** The way back, for options of libraries. Mappings get no prototype that a key could reach. */
export function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain)
  if (value instanceof WholeFloat) return value.value
  if (!isHash(value)) return value
  const plain: Record<string, unknown> = Object.create(null)
  for (const [key, part] of value) plain[String(key)] = toPlain(part)
  return plain
}

/**
 * `over` laid over `under`: mappings merge at every depth, anything else is
 * replaced, but by null. Neither argument is changed. Follows
 * `Jekyll::Utils.deep_merge_hashes`.
 */
export function deepMerge(under: Hash, over: Hash): Hash {
  const merged: Hash = new Map(under)
  for (const [key, value] of over) {
    const below = merged.get(key)
    if (isHash(below) && isHash(value)) merged.set(key, deepMerge(below, value))
    else if (value !== null || !merged.has(key)) merged.set(key, value)
  }
  return merged
}
