/** A parsed text. It is compiled when it is rendered for the first time. */

import { performance } from 'node:perf_hooks'
import { compileNodes } from './body.ts'
import type { LiquidContext } from './context.ts'
import { toSiteError } from './errors.ts'
import type { Scope, Template } from './liquid.ts'
import type { Step, TreeNode } from './nodes.ts'
import { Run } from './run.ts'
import { ItemScope } from './scope.ts'
import type { Source } from './source.ts'

export class CompiledTemplate implements Template {
  readonly source: Source
  readonly #nodes: readonly TreeNode[]
  readonly #context: LiquidContext
  #step: Step | undefined

  constructor(source: Source, nodes: readonly TreeNode[], context: LiquidContext) {
    this.source = source
    this.#nodes = nodes
    this.#context = context
  }

  /** Writes to a run under way. */
  get step(): Step {
    this.#step ??= compileNodes(this.#nodes, this.#context)
    return this.#step
  }

  /** Writes to a run under way, as an include does, and is measured. */
  include(run: Run): void {
    const { meter } = this.#context
    if (meter === undefined) {
      this.step(run)
      return
    }
    const start = performance.now()
    const before = run.out.length
    this.step(run)
    const seconds = (performance.now() - start) / 1000
    meter(this.source.origin.path, run.out.slice(before), seconds)
  }

  render(scope: Scope): string {
    if (!(scope instanceof ItemScope)) throw new TypeError('a scope of another Liquid')
    const run = new Run(this.#context, scope)
    try {
      this.include(run)
    } catch (error) {
      throw toSiteError(error)
    }
    return run.out
  }
}
