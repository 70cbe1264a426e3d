/**
 * What a template knows and writes while it runs.
 *
 * A name is looked for in the scopes that loops and includes push, from the
 * inside out, then among what the template assigned, then among what page and
 * layouts share. `assign` always writes to the template's own.
 */

import type { TagContext } from '../plugin.ts'
import type { LiquidContext } from './context.ts'
import type { ForLoopDrop } from './drops/loops.ts'
import { NestingFailure } from './errors.ts'
import type { ItemScope } from './scope.ts'
import { Question } from './values.ts'

/** Made by `break` and `continue`; a loop takes one, and what nothing takes ends the template. */
export type Interrupt = 'break' | 'continue'

export type Variables = Map<unknown, unknown>

/** Includes and loops within each other: Liquid stops there. */
const DEEPEST = 100

export class Run {
  readonly context: LiquidContext
  readonly scope: ItemScope
  out = ''
  readonly interrupts: Interrupt[] = []
  /** Where `offset: continue` goes on, by loop. */
  readonly offsets: Map<string, number> = new Map()
  /** Positions of `cycle`, by its name or list. */
  readonly cycles: Map<string, number> = new Map()
  /** The `for` loops under way, innermost last. */
  readonly loops: ForLoopDrop[] = []
  /** What `ifchanged` saw last. */
  lastChanged: string | undefined
  /** What plugins see of this run, once one has asked. */
  pluginContext: TagContext | undefined
  readonly #scopes: Variables[] = [new Map()]

  constructor(context: LiquidContext, scope: ItemScope) {
    this.context = context
    this.scope = scope
  }

  /** The value of a variable; undefined where there is none of that name. */
  find(name: unknown): unknown {
    const scopes = this.#scopes
    for (let at = scopes.length - 1; at >= 0; at--) {
      const value = scopes[at]?.get(name)
      if (value !== undefined) return value
    }
    return this.scope.get(name)
  }

  /** `empty` and `blank` are questions only where they are written. */
  assign(name: string, value: unknown): void {
    this.#scopes[0]?.set(name, value instanceof Question ? '' : (value ?? null))
  }

  push(variables: Variables): void {
    if (this.#scopes.length > DEEPEST) throw new NestingFailure()
    this.#scopes.push(variables)
  }

  pop(): void {
    this.#scopes.pop()
  }

  /** The scope pushed last. */
  get innermost(): Variables {
    return this.#scopes.at(-1) ?? new Map()
  }

  /** What `step` writes, instead of writing it. */
  capture(step: (run: Run) => void): string {
    const before = this.out
    this.out = ''
    try {
      step(this)
      return this.out
    } finally {
      this.out = before
    }
  }
}
