/**
 * Outputs with their filters to closures. A filter and its number of arguments
 * are looked up here, once; a wrong number fails only when the filter would run.
 */

import { nearest } from '../util/nearest.ts'
import type { LiquidContext } from './context.ts'
import { SiteDrop } from './drops/site.ts'
import { liquidError } from './errors.ts'
import { compileExpression, type Evaluate, lookUp } from './evaluate.ts'
import type { Expression, FilterCall, Output } from './expressions.ts'
import type { Filter } from './filters/filter.ts'
import { foreignFilter } from './foreign.ts'
import type { Run } from './run.ts'

export function compileOutput({ value, filters }: Output, context: LiquidContext): Evaluate {
  if (value === undefined) return () => null
  let evaluate = compileBuildTime(value, filters[0]) ?? compileExpression(value, context)
  let input = evaluate
  for (const [at, call] of filters.entries()) {
    const two = compileTwo(filters[at - 1], call, input, context)
    input = evaluate
    evaluate = two ?? compileFilter(call, evaluate, context)
  }
  return evaluate
}

/** Both calls at once, where the second filter knows how; `input` is what goes into the first. */
function compileTwo(
  first: FilterCall | undefined,
  second: FilterCall,
  input: Evaluate,
  { filters }: LiquidContext,
): Evaluate | undefined {
  const behind = filters.get(second.name)?.behind
  if (behind === undefined || first === undefined) return undefined
  if (hasArguments(first) || hasArguments(second)) return undefined
  return filters.get(first.name) === behind.filter ? (run) => behind.fn(input(run)) : undefined
}

function hasArguments({ args, named }: FilterCall): boolean {
  return args.length + named.length > 0
}

/**
 * The `site.time` of `site.time | date: "%Y"`, of which only the year is read:
 * a page that shows it is not another one every second.
 */
function compileBuildTime(value: Expression, next: FilterCall | undefined): Evaluate | undefined {
  const [format] = next?.args ?? []
  if (next?.name !== 'date' || format?.kind !== 'literal') return undefined
  const pattern = format.value
  if (!isLookup(value, 'site', 'time') || typeof pattern !== 'string') return undefined
  return (run) => {
    const site = run.find('site')
    return site instanceof SiteDrop ? site.timeFor(pattern) : lookUp(site, 'time')
  }
}

function isLookup(value: Expression, name: string, key: string): boolean {
  if (value.kind !== 'lookup' || value.name !== name || value.steps.length !== 1) return false
  const [step] = value.steps
  return step?.key.kind === 'literal' && step.key.value === key
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
  const near = nearest(call.name, context.filters.keys())
  return () => {
    throw liquidError(`undefined filter ${call.name}`, near && `Did you mean '${near}'?`)
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
