/** A filter, and tables of them. */

import type { Run } from '../run.ts'

/** Gets the value before the bar and the arguments; named ones are one last hash. */
export type FilterFunction = (input: unknown, args: readonly unknown[], run: Run) => unknown

export interface Filter {
  /** Arguments that must be there. */
  readonly min: number
  /** Arguments that may be there. */
  readonly max: number
  readonly fn: FilterFunction
  /** Where it is cheaper to do two at once: what this one answers behind that one, both without arguments. */
  readonly behind?: { readonly filter: Filter; readonly fn: (input: unknown) => unknown }
}

export type FilterTable = ReadonlyMap<string, Filter>

/** A part of the table: written as an object, read as entries. */
export type Filters = Readonly<Record<string, Filter>>

/** A filter with `min` to `max` arguments beside its input. */
export function takes(min: number, max: number, fn: FilterFunction): Filter {
  return { min, max, fn }
}
