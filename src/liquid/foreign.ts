/**
 * Tags and filters written for liquidjs. They run in liquidjs's own way, over
 * a view of our values that it understands.
 */

import type { Context, Liquid as LiquidJs } from 'liquidjs'
import { fromPlain, type Hash, isHash, WholeFloat } from '../util/values.ts'
import { Drop } from './drops/drop.ts'
import { type Filter, type FilterTable, takes } from './filters/filter.ts'
import { liquidjs } from './liquidjs.ts'
import { RUN_REGISTER, type Step, type TreeNode } from './nodes.ts'
import type { Run } from './run.ts'
import { printed, Range } from './values.ts'

export function foreignTagStep(node: TreeNode): Step {
  return (run) => {
    const context = contextOf(run)
    const html: unknown = liquidjs.toValueSync(
      run.context.engine.renderer.renderTemplates([node], context),
    )
    run.out += printed(html)
    if (context.breakCalled) run.interrupts.push('break')
    else if (context.continueCalled) run.interrupts.push('continue')
  }
}

/** The filter registered with liquidjs under `name`. */
export function foreignFilter(engine: LiquidJs, name: string): Filter | undefined {
  const filter = Object.hasOwn(engine.filters, name) ? engine.filters[name] : undefined
  if (filter === undefined) return undefined
  const handler = typeof filter === 'function' ? filter : filter.handler
  return takes(0, Number.POSITIVE_INFINITY, (input, args, run) => {
    const context = contextOf(run)
    const self = { context, liquid: engine, token: undefined }
    // liquidjs declares the token, which no filter of its own reads
    const answer: unknown = handler.call(self as never, toForeign(input), ...args.map(toForeign))
    return liquidjs.toValueSync(answer)
  })
}

/** Lets what was written for liquidjs use the filters of this room. */
export function offerFilters(engine: LiquidJs, table: FilterTable): void {
  const offered = new Proxy({}, { get: (_, name) => offeredFilter(table.get(String(name))) })
  Object.setPrototypeOf(engine.filters, offered)
}

function offeredFilter(filter: Filter | undefined) {
  if (filter === undefined) return undefined
  return function (this: { readonly context: Context }, input: unknown, ...args: unknown[]) {
    const run = this.context.getRegister<Run>(RUN_REGISTER)
    return toForeign(filter.fn(fromPlain(input), args.map(fromPlain), run))
  }
}

function contextOf(run: Run): Context {
  const { engine } = run.context
  const globals = new View((name) => run.find(name))
  const context = new liquidjs.Context(
    {},
    engine.options,
    { globals, sync: true },
    { liquid: engine },
  )
  context.setRegister(RUN_REGISTER, run)
  return context
}

/** Looks up what liquidjs asks for. */
class View extends liquidjs.Drop {
  readonly #lookUp: (key: unknown) => unknown
  readonly #text: string

  constructor(lookUp: (key: unknown) => unknown, text = '') {
    super()
    this.#lookUp = lookUp
    this.#text = text
  }

  override liquidMethodMissing(key: string | number): unknown {
    return toForeign(this.#lookUp(key))
  }

  override toString(): string {
    return this.#text
  }
}

function toForeign(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toForeign)
  if (isHash(value)) return toPlain(value)
  if (value instanceof Drop) return new View((key) => value.get(key), value.toText())
  if (value instanceof WholeFloat) return value.value
  return value instanceof Range ? value.toArray() : value
}

/** Without a prototype, so that no key of the user's reaches one. */
function toPlain(hash: Hash): object {
  const plain: Record<string, unknown> = Object.create(null)
  for (const [key, value] of hash) plain[printed(key)] = toForeign(value)
  return plain
}
