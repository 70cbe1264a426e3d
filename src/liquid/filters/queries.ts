/**
 * Jekyll's questions about lists: `where`, `find`, `group_by` and `sort`.
 *
 * They see a property as text: what looks like a number is one, so a stored
 * `"07"` is found by `7` and not by `"07"`.
 */

import { float, type Hash, isHash } from '../../util/values.ts'
import { compileCondition } from '../conditions.ts'
import { Drop } from '../drops/drop.ts'
import { liquidError, plainError } from '../errors.ts'
import * as lax from '../lax.ts'
import { mergeSort } from '../merge-sort.ts'
import { leadingInteger } from '../numbers.ts'
import { compileOutput } from '../outputs.ts'
import type { Run, Variables } from '../run.ts'
import { parseCondition, parseOutput } from '../strict.ts'
import { compareText, sortTexts } from '../text.ts'
import {
  className,
  compare,
  inspect,
  isTruthy,
  orderOf,
  printed,
  Question,
  Range,
  toText,
} from '../values.ts'
import { type Filters, takes } from './filter.ts'
import { identityOf } from './unique.ts'

export const queryFilters: Filters = {
  where: takes(2, 2, (input, args) => (isAskable(args) ? selectWhere(input, args) : input)),
  where_exp: takes(2, 2, (input, args, run) => selectByExpression(input, args, run)),
  find: takes(2, 2, (input, args) => {
    return isAskable(args) ? firstOf(input, selectWhere(input, args, 1)) : input
  }),
  find_exp: takes(2, 2, (input, args, run) => {
    return firstOf(input, selectByExpression(input, args, run, 1))
  }),
  group_by: takes(1, 1, (input, [property]) => {
    return groupBy(input, (item) => toText(propertyOf(item, property)))
  }),
  group_by_exp: takes(2, 2, groupByExpression),
  sort: takes(0, 2, sort),
}

/** Nothing is looked for that is equal to a list or a hash. */
function isAskable([, target]: readonly unknown[]): boolean {
  return !Array.isArray(target) && !isHash(target)
}

/** The items of a list, or the values of a hash; undefined for what is neither. */
function searched(input: unknown): readonly unknown[] | undefined {
  return isHash(input) ? [...input.values()] : listed(input)
}

/** The items of a list, or the pairs of a hash; undefined for what is neither. */
function listed(input: unknown): readonly unknown[] | undefined {
  if (Array.isArray(input)) return input
  if (isHash(input)) return [...input]
  return input instanceof Range ? input.toArray() : undefined
}

function firstOf(input: unknown, found: unknown): unknown {
  return searched(input) && Array.isArray(found) ? (found[0] ?? null) : input
}

function selectWhere(
  input: unknown,
  [property, target]: readonly unknown[],
  most = Number.POSITIVE_INFINITY,
): unknown {
  const items = searched(input)
  if (!isTruthy(property) || items === undefined) return input
  const test = testFor(target)
  return select(items, (item) => test(propertyOf(item, property)), most)
}

function select(
  items: readonly unknown[],
  test: (item: unknown) => boolean,
  most: number,
): unknown[] {
  const found: unknown[] = []
  for (const item of items) {
    if (!test(item)) continue
    found.push(item)
    if (found.length >= most) break
  }
  return found
}

function testFor(target: unknown): (value: unknown) => boolean {
  if (target === null || target === undefined) {
    return (value) => value === null || value === undefined
  }
  if (target instanceof Question) return (value) => listOf(value).map(printed).join('') === ''
  const text = toText(target)
  return (value) => {
    if (typeof value === 'string') return value === text
    return listOf(value).some((part) => toText(part) === text)
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (isHash(value)) return [...value]
  return value === null || value === undefined ? [] : [value]
}

/** A property of an item; dots lead into hashes and drops. */
function propertyOf(item: unknown, property: unknown): unknown {
  const path = toText(property)
  if (typeof item === 'string') return item.includes(path) ? asNumber(path) : null
  if (item === null || item === undefined) {
    throw plainError("undefined method `[]' for nil:NilClass")
  }
  if (!isHash(item) && !(item instanceof Drop)) {
    throw plainError('no implicit conversion of String into Integer')
  }
  if (!path.includes('.')) return asNumber(item.get(path) ?? null)
  let value: unknown = item
  for (const key of path.split('.')) {
    if (isHash(value) || value instanceof Drop) value = asNumber(value.get(key) ?? null)
    else if (typeof value === 'string') value = value.includes(key) ? key : null
    else if (value === null) return null
    else throw plainError('no implicit conversion of String into Integer')
  }
  return value
}

const INTEGER_LIKE = /^\s*-?\d+\s*$/
const FLOAT_LIKE = /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/

function asNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (INTEGER_LIKE.test(value)) return leadingInteger(value)
  return FLOAT_LIKE.test(value) ? float(Number(value)) : value
}

function selectByExpression(
  input: unknown,
  [variable, expression]: readonly unknown[],
  run: Run,
  most = Number.POSITIVE_INFINITY,
): unknown {
  const items = searched(input)
  if (items === undefined) return input
  const test = compileCondition(parseCondition(toText(expression)), run.context)
  return withVariable(run, variable, (set) => {
    return select(
      items,
      (item) => {
        set(item)
        return test(run)
      },
      most,
    )
  })
}

function groupByExpression(
  input: unknown,
  [variable, expression]: readonly unknown[],
  run: Run,
): unknown {
  const value = compileOutput(parseGroupExpression(toText(expression), run), run.context)
  return withVariable(run, variable, (set) => {
    return groupBy(input, (item) => {
      set(item)
      return value(run)
    })
  })
}

/** As an output: what is not strict is read laxly, unless the site asks for strictness. */
function parseGroupExpression(text: string, { context }: Run) {
  try {
    return parseOutput(text)
  } catch (error) {
    if (context.config.liquid.errorMode === 'strict') throw error
    return lax.parseOutput(text)
  }
}

function withVariable<T>(run: Run, name: unknown, use: (set: (value: unknown) => void) => T): T {
  const variables: Variables = new Map()
  const key = toText(name)
  run.push(variables)
  try {
    return use((value) => variables.set(key, value ?? null))
  } finally {
    run.pop()
  }
}

function groupBy(input: unknown, keyOf: (item: unknown) => unknown): unknown {
  const items = listed(input)
  if (items === undefined) return input
  const groups = new Map<unknown, { readonly name: unknown; readonly items: unknown[] }>()
  for (const item of items) {
    const name = keyOf(item)
    const identity = identityOf(name)
    const group = groups.get(identity)
    if (group) group.items.push(item)
    else groups.set(identity, { name, items: [item] })
  }
  return Array.from(
    groups.values(),
    (group): Hash =>
      new Map<unknown, unknown>([
        ['name', group.name ?? null],
        ['items', group.items],
        ['size', group.items.length],
      ]),
  )
}

function sort(input: unknown, [property, nils = 'first']: readonly unknown[]): unknown {
  if (input === null || input === undefined) throw liquidError('Cannot sort a null object.')
  const items = listed(input)
  if (items === undefined) {
    throw plainError(`undefined method \`sort' for ${inspect(input)}:${className(input)}`)
  }
  if (property === null || property === undefined) {
    return isTexts(items) ? sortTexts(items) : mergeSort(items, orderOf)
  }
  const nilsLast = nilsOrder(nils)
  const keyed = items.map((item) => ({ key: propertyOf(item, property), item }))
  return keyed
    .sort((left, right) => orderOfKeys(left.key, right.key, nilsLast))
    .map(({ item }) => item)
}

function isTexts(items: readonly unknown[]): items is readonly string[] {
  return items.every((item) => typeof item === 'string')
}

/** 1 where nil comes last. */
function nilsOrder(nils: unknown): number {
  if (nils === 'first') return -1
  if (nils === 'last') return 1
  throw liquidError(
    `Invalid nils order: '${toText(nils)}' is not a valid nils order. It must be 'first' or 'last'.`,
  )
}

function orderOfKeys(left: unknown, right: unknown, nilsLast: number): number {
  const noLeft = left === null || left === undefined
  const noRight = right === null || right === undefined
  if (noLeft && !noRight) return nilsLast
  if (noRight && !noLeft) return -nilsLast
  return compare(left, right) ?? compareText(toText(left), toText(right))
}
