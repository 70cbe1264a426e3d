/** Conditions to closures. */

import type { LiquidContext } from './context.ts'
import { Drop } from './drops/drop.ts'
import { liquidError } from './errors.ts'
import { compileExpression } from './evaluate.ts'
import type { Condition } from './expressions.ts'
import { isNumeric } from './numbers.ts'
import type { Run } from './run.ts'
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

function contains(left: unknown, right: unknown): boolean {
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
