/** `increment` and `decrement`: they print and count, from page through all its layouts. */

import { plainError } from '../errors.ts'
import type { Run } from '../run.ts'
import { strip } from '../text.ts'
import { inspect } from '../values.ts'
import type { TagRule } from './tag.ts'

export const increment: TagRule = ({ markup }) => {
  const name = strip(markup)
  return {
    blank: false,
    compile: () => (run) => {
      run.out += count(run, name, 1)
    },
  }
}

/** Counts before it prints, so the first is -1. */
export const decrement: TagRule = ({ markup }) => {
  const name = strip(markup)
  return {
    blank: false,
    compile: () => (run) => {
      run.out += count(run, name, -1) - 1
    },
  }
}

/** The count before this step, which begins at a variable of that name. */
function count({ scope: { counters, variables } }: Run, name: string, by: number): number {
  const before = counters.get(name) ?? beginning(variables.get(name))
  counters.set(name, before + by)
  return before
}

function beginning(value: unknown): number {
  if (value === null || value === undefined) return 0
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw plainError(`${inspect(value)} cannot be counted on from`)
}
