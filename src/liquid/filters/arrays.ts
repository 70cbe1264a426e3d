/** Lists, in Liquid's own ways: nested lists are flattened, a hash is one item. */

import { ANYTHING } from '../../cache/reads.ts'
import { Time } from '../../util/dates.ts'
import { isHash, isInteger } from '../../util/values.ts'
import { Drop } from '../drops/drop.ts'
import { liquidError, plainError } from '../errors.ts'
import { lookUp } from '../evaluate.ts'
import { mergeSort } from '../merge-sort.ts'
import { toCount } from '../numbers.ts'
import type { Run } from '../run.ts'
import { compareText, lengthOf } from '../text.ts'
import { className, inspect, isTruthy, Range, toText } from '../values.ts'
import { type Filters, takes } from './filter.ts'
import { uniqueBy } from './unique.ts'

export const arrayFilters: Filters = {
  join: takes(0, 1, join),
  first: takes(0, 0, first),
  last: takes(0, 0, last),
  size: takes(0, 0, size),
  reverse: takes(0, 0, (input) => flatItems(input).toReversed()),
  uniq: takes(0, 1, (input, [property]) => {
    const items = flatItems(input)
    if (isNil(property) || items.length === 1) return uniqueBy(items, (item) => item)
    const pairs = propertiesOf(input, property)
    return pairs && uniqueBy(pairs, ({ value }) => value).map(({ item }) => item)
  }),
  compact: takes(0, 1, (input, [property]) => {
    if (isNil(property)) return flatItems(input).filter((item) => !isNil(item))
    const pairs = propertiesOf(input, property)
    return pairs?.filter(({ value }) => !isNil(value)).map(({ item }) => item)
  }),
  concat: takes(1, 1, (input, [more]) => {
    if (!Array.isArray(more)) throw liquidError('concat filter requires an array argument')
    return [...flatItems(input), ...more]
  }),
  map: takes(1, 1, (input, [property]) => {
    return flatItems(input).map((item) => {
      return hasProperties(item) ? propertyOf(item, property) : null
    })
  }),
  sort_natural: takes(0, 1, sortNatural),
  push: takes(1, 1, (input, [item]) => (Array.isArray(input) ? [...input, item] : input)),
  unshift: takes(1, 1, (input, [item]) => (Array.isArray(input) ? [item, ...input] : input)),
  pop: takes(0, 1, (input, [count]) => {
    return Array.isArray(input) ? input.slice(0, Math.max(0, input.length - dropped(count))) : input
  }),
  shift: takes(0, 1, (input, [count]) => {
    return Array.isArray(input) ? input.slice(dropped(count)) : input
  }),
  sample: takes(0, 1, sample),
  array_to_sentence_string: takes(0, 1, sentence),
}

function isNil(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

/** What Liquid's own filters go over. */
export function flatItems(input: unknown): unknown[] {
  if (Array.isArray(input)) return input.flat(Number.POSITIVE_INFINITY)
  if (input instanceof Range) return input.toArray()
  if (input instanceof Time) return partsOf(input)
  return isNil(input) ? [] : [input]
}

/** As Ruby's `Time#to_a`, but that nothing is known of summer time. */
function partsOf(time: Time): unknown[] {
  const { abbreviation, day, hour, minute, month, second, wday, yday, year } = time
  return [second, minute, hour, day, month, year, wday, yday, false, abbreviation ?? null]
}

function join(input: unknown, [glue = ' ']: readonly unknown[]): string {
  return flatItems(input).map(toText).join(toText(glue))
}

function first(input: unknown): unknown {
  if (Array.isArray(input)) return input[0]
  if (isHash(input)) return input.entries().next().value
  if (input instanceof Range) return input.first
  return input instanceof Drop ? input.keys()[0] : null
}

function last(input: unknown): unknown {
  if (Array.isArray(input)) return input.at(-1)
  return input instanceof Range ? input.last : null
}

const INTEGER_SIZE = 8

function size(input: unknown): number {
  if (typeof input === 'string') return lengthOf(input)
  if (Array.isArray(input)) return input.length
  if (isHash(input) || input instanceof Range) return input.size
  return typeof input === 'bigint' || Number.isInteger(input) ? INTEGER_SIZE : 0
}

interface Property {
  readonly item: unknown
  readonly value: unknown
}

/** The items with one property of each; null where an item cannot have any. */
function propertiesOf(input: unknown, property: unknown): Property[] | null {
  const items = flatItems(input)
  const pairs: Property[] = []
  for (const item of items) {
    if (!hasProperties(item)) return null
    pairs.push({ item, value: propertyOf(item, property) })
  }
  return pairs
}

/** What Ruby lets be asked with brackets. Integers are, and then refuse. */
function hasProperties(item: unknown): boolean {
  if (typeof item === 'string' || Array.isArray(item) || isHash(item)) return true
  return item instanceof Drop || isInteger(item)
}

/** Of a text: the property itself, where it is in there. */
function propertyOf(item: unknown, property: unknown): unknown {
  if (isHash(item) || item instanceof Drop) return lookUp(item, property) ?? null
  if (typeof item === 'string' && typeof property === 'string') {
    return item.includes(property) ? property : null
  }
  if (Array.isArray(item) && isInteger(property)) return lookUp(item, property) ?? null
  throw liquidError(`cannot select the property '${toText(property)}'`)
}

/** In any case of letters; nil comes last. */
function sortNatural(input: unknown, [property]: readonly unknown[]): unknown {
  const items = flatItems(input)
  if (!isNil(property) && !items.every(hasProperties)) return null
  if (items.length === 1) return items
  const pairs = items.map((item) => ({
    item,
    value: isNil(property) ? item : propertyOf(item, property),
  }))
  const keyed = pairs.map(({ item, value }) => ({
    item,
    key: isNil(value) ? undefined : toText(value).toLowerCase(),
  }))
  // of two items without a key, Ruby takes each for the greater
  const sorted = mergeSort(keyed, ({ key: left }, { key: right }) => {
    if (left === undefined) return 1
    return right === undefined ? -1 : compareText(left, right)
  })
  return sorted.map(({ item }) => item)
}

function dropped(count: unknown): number {
  return count === undefined ? 1 : toCount(count)
}

function sample(input: unknown, [count]: readonly unknown[], { scope }: Run): unknown {
  if (!Array.isArray(input)) return input
  scope.world.note(ANYTHING)
  const wanted = isNil(count) ? 1 : toCount(count)
  const left = [...input]
  const chosen: unknown[] = []
  while (chosen.length < wanted && left.length > 0) {
    chosen.push(...left.splice(Math.floor(Math.random() * left.length), 1))
  }
  return wanted === 1 ? chosen[0] : chosen
}

function sentence(input: unknown, [connector = 'and']: readonly unknown[]): string {
  const letters = typeof input === 'string' && lengthOf(input) <= 2 ? [...input] : undefined
  const list = Array.isArray(input) ? input : letters
  if (list === undefined) {
    throw plainError(`undefined method \`length' for ${inspect(input)}:${className(input)}`)
  }
  const items = list.map(toText)
  const joint = isTruthy(connector) ? toText(connector) : ''
  if (items.length < 2) return items[0] ?? ''
  if (items.length === 2) return `${items[0]} ${joint} ${items[1]}`
  return `${list.slice(0, -1).map(joined).join(', ')}, ${joint} ${items.at(-1)}`
}

/** Within a join, a list is joined in its turn. */
function joined(item: unknown): string {
  return Array.isArray(item) ? item.map(joined).join(', ') : toText(item)
}
