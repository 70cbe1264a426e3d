/**
 * Expressions to closures. What is constant is worked out here, once; a filter
 * and its number of arguments are looked up here, and a wrong number fails only
 * when the filter would run.
 */

import { type Hash, isHash } from '../util/values.ts'
import type { LiquidContext } from './context.ts'
import { Drop } from './drops/drop.ts'
import { liquidError } from './errors.ts'
import type {
  Command,
  Condition,
  Expression,
  FilterCall,
  Lookup,
  LookupStep,
  Output,
} from './expressions.ts'
import type { Filter } from './filters/filter.ts'
import { foreignFilter } from './foreign.ts'
import { formatNumber, isNumeric, leadingInteger } from './numbers.ts'
import type { Run } from './run.ts'
import { lengthOf } from './text.ts'
import {
  compare,
  EMPTY,
  incomparable,
  isEqual,
  isTruthy,
  Question,
  Range,
  toText,
} from './values.ts'

export type Evaluate = (run: Run) => unknown

export function compileExpression(expression: Expression, context: LiquidContext): Evaluate {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression
      return () => value
    }
    case 'range': {
      const first = compileExpression(expression.first, context)
      const last = compileExpression(expression.last, context)
      return (run) => new Range(rangeEnd(first(run)), rangeEnd(last(run)))
    }
    case 'lookup':
      return compileLookup(expression, context)
  }
}

function rangeEnd(value: unknown): number {
  if (typeof value === 'number') return Math.trunc(value)
  return Number(leadingInteger(isNumeric(value) ? formatNumber(value) : toText(value)))
}

function compileLookup({ name, steps }: Lookup, context: LiquidContext): Evaluate {
  const strict = context.config.liquid.strictVariables
  const compiled = steps.map((step) => compileStep(step, context, strict))
  const base = compileName(name, context, strict)
  const [first, second] = compiled
  if (first === undefined) return base
  if (second === undefined) return (run) => first(base(run), run)
  if (compiled.length === 2) return (run) => second(first(base(run), run), run)
  return (run) => {
    let value = base(run)
    for (const step of compiled) value = step(value, run)
    return value
  }
}

function compileName(name: string | Expression, context: LiquidContext, strict: boolean): Evaluate {
  const nameOf = typeof name === 'string' ? () => name : compileExpression(name, context)
  if (strict) {
    return (run) => {
      const key = nameOf(run)
      return run.find(key) ?? undefinedVariable(key)
    }
  }
  return typeof name === 'string' ? (run) => run.find(name) : (run) => run.find(nameOf(run))
}

function undefinedVariable(name: unknown): never {
  throw liquidError(`undefined variable ${toText(name)}`)
}

type Step = (value: unknown, run: Run) => unknown

function compileStep(step: LookupStep, context: LiquidContext, strict: boolean): Step {
  const { command } = step
  if (step.key.kind !== 'literal') {
    const keyOf = compileExpression(step.key, context)
    return (value, run) => {
      const key = keyOf(run)
      return lookUp(value, key) ?? missing(strict, value, key)
    }
  }
  const key = step.key.value
  if (command === undefined) {
    return (value) => lookUp(value, key) ?? missing(strict, value, key)
  }
  return (value) => lookUp(value, key) ?? answer(value, command) ?? missing(strict, value, key)
}

function missing(strict: boolean, value: unknown, key: unknown): undefined {
  if (!strict || hasKey(value, key)) return undefined
  undefinedVariable(key)
}

function hasKey(value: unknown, key: unknown): boolean {
  if (Array.isArray(value)) return typeof key === 'number' && Number.isInteger(key)
  if (isHash(value)) return value.has(key)
  return value instanceof Drop && value.has(key)
}

/** What `value[key]` is. */
export function lookUp(value: unknown, key: unknown): unknown {
  if (value instanceof Map) return value.get(key)
  if (value instanceof Drop) return value.get(key)
  return Array.isArray(value) && typeof key === 'number' ? value.at(key) : undefined
}

const INTEGER_SIZE = 8

function answer(value: unknown, command: Command): unknown {
  if (Array.isArray(value)) {
    if (command === 'size') return value.length
    return command === 'first' ? value[0] : value.at(-1)
  }
  if (value instanceof Map) return answerOfHash(value, command)
  if (value instanceof Range) {
    if (command === 'size') return value.size
    return command === 'first' ? value.first : value.last
  }
  if (value instanceof Drop) return command === 'first' ? firstPair(value) : undefined
  if (command !== 'size') return undefined
  if (typeof value === 'string') return lengthOf(value)
  return Number.isInteger(value) ? INTEGER_SIZE : undefined
}

function answerOfHash(value: Hash, command: Command): unknown {
  if (command === 'size') return value.size
  return command === 'first' ? value.entries().next().value : undefined
}

function firstPair(drop: Drop): unknown {
  const [key] = drop.keys()
  return key === undefined ? undefined : [key, drop.get(key)]
}

export function compileOutput({ value, filters }: Output, context: LiquidContext): Evaluate {
  if (value === undefined) return () => null
  let evaluate = compileExpression(value, context)
  for (const call of filters) evaluate = compileFilter(call, evaluate, context)
  return evaluate
}

function compileFilter(call: FilterCall, input: Evaluate, context: LiquidContext): Evaluate {
  const filter = context.filters.get(call.name) ?? foreignFilter(context.engine, call.name)
  if (filter === undefined) return compileUnknownFilter(call, input, context)
  const given = call.args.length + (call.named.length > 0 ? 1 : 0)
  if (given < filter.min || given > filter.max) {
    return (run) => {
      input(run)
      throw liquidError(wrongNumber(given, filter))
    }
  }
  const { fn } = filter
  const args = compileArguments(call, context)
  return (run) => fn(input(run), args(run), run)
}

function compileUnknownFilter(call: FilterCall, input: Evaluate, context: LiquidContext): Evaluate {
  if (!context.config.liquid.strictFilters) return input
  return () => {
    throw liquidError(`undefined filter ${call.name}`)
  }
}

/** Both numbers count the input. */
function wrongNumber(given: number, { min, max }: Filter): string {
  const most = max === Number.POSITIVE_INFINITY ? `${min + 1}+` : `${min + 1}..${max + 1}`
  const expected = min === max ? `${min + 1}` : most
  return `wrong number of arguments (given ${given + 1}, expected ${expected})`
}

function compileArguments(
  { args, named }: FilterCall,
  context: LiquidContext,
): (run: Run) => readonly unknown[] {
  const isConstant = ({ kind }: Expression) => kind === 'literal'
  const compiled = args.map((arg) => compileExpression(arg, context))
  if (named.length > 0) {
    const pairs = named.map(([name, value]) => [name, compileExpression(value, context)] as const)
    return (run) => [
      ...compiled.map((arg) => arg(run) ?? null),
      new Map(pairs.map(([name, value]) => [name, value(run) ?? null])),
    ]
  }
  if (args.every(isConstant)) {
    const constant = args.map((arg) => (arg.kind === 'literal' ? arg.value : null))
    return () => constant
  }
  const [only] = compiled
  if (only !== undefined && compiled.length === 1) return (run) => [only(run) ?? null]
  return (run) => compiled.map((arg) => arg(run) ?? null)
}

export function compileCondition(
  condition: Condition,
  context: LiquidContext,
): (run: Run) => boolean {
  const own = compileComparison(condition, context)
  if (condition.rest === undefined) return own
  const rest = compileCondition(condition.rest, context)
  if (condition.join === 'and') return (run) => own(run) && rest(run)
  return (run) => own(run) || rest(run)
}

function compileComparison(
  { left, operator, right }: Condition,
  context: LiquidContext,
): (run: Run) => boolean {
  const leftOf = compileExpression(left, context)
  if (operator === undefined && right === undefined) return (run) => isTruthy(leftOf(run))
  const rightOf = right ? compileExpression(right, context) : () => null
  const test = OPERATORS.get(operator ?? '')
  if (operator === undefined) return (run) => isTruthy(leftOf(run))
  return (run) => {
    const a = leftOf(run)
    const b = rightOf(run)
    if (test === undefined) throw liquidError(`Unknown operator ${operator}`)
    return test(a, b)
  }
}

type Test = (left: unknown, right: unknown) => boolean

const OPERATORS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['==', isEqual],
  ['!=', (left, right) => !isEqual(left, right)],
  ['<>', (left, right) => !isEqual(left, right)],
  ['<', (left, right) => isOrdered(left, right, (order) => order < 0)],
  ['>', (left, right) => isOrdered(left, right, (order) => order > 0)],
  ['<=', (left, right) => isOrdered(left, right, (order) => order <= 0)],
  ['>=', (left, right) => isOrdered(left, right, (order) => order >= 0)],
  ['contains', contains],
])

function isOrdered(left: unknown, right: unknown, test: (order: number) => boolean): boolean {
  if (!hasOrder(left) || !hasOrder(right)) return false
  const order = compare(left, right)
  if (order !== undefined) return test(order)
  if (isNumeric(left) && isNumeric(right)) return false
  throw incomparable(left, right)
}

/** Numbers, texts and dates have an order; lists, hashes, drops, nil and booleans do not. */
function hasOrder(value: unknown): boolean {
  if (isNumeric(value) || typeof value === 'string') return true
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Map) &&
    !(value instanceof Drop) &&
    !(value instanceof Range) &&
    !(value instanceof Question)
  )
}

export function contains(left: unknown, right: unknown): boolean {
  if (!isTruthy(left) || !isTruthy(right)) return false
  if (typeof left === 'string') return left.includes(toText(right))
  if (Array.isArray(left)) return left.some((item) => isEqual(item, right))
  if (left instanceof Map) return left.has(right)
  if (left instanceof Drop) return left.has(right)
  if (left instanceof Range) {
    return typeof right === 'number' && right >= left.first && right <= left.last
  }
  return left === EMPTY && right === ''
}
