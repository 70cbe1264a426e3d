/** Values to closures. */

import { type Hash, isHash } from '../util/values.ts'
import type { LiquidContext } from './context.ts'
import { Drop } from './drops/drop.ts'
import { liquidError } from './errors.ts'
import type { Command, Expression, Lookup, LookupStep } from './expressions.ts'
import { formatNumber, isNumeric, leadingInteger } from './numbers.ts'
import type { Run } from './run.ts'
import { lengthOf } from './text.ts'
import { Range, toText } from './values.ts'

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
  if (strict) {
    return (value) => lookUp(value, key) ?? commanded(value, command) ?? missing(strict, value, key)
  }
  if (command === undefined) return (value) => lookUp(value, key) ?? undefined
  return (value) => lookUp(value, key) ?? answer(value, command) ?? undefined
}

function commanded(value: unknown, command: Command | undefined): unknown {
  return command && answer(value, command)
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

/** What `value[key]` is. Old templates ask a drop for its `to_liquid`, which is the drop. */
export function lookUp(value: unknown, key: unknown): unknown {
  if (value instanceof Map) return value.get(key)
  if (value instanceof Drop) return key === 'to_liquid' ? value : value.get(key)
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
