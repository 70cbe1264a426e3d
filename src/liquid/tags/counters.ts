/** `increment` and `decrement`: they print and count, from page through all its layouts. */

import type { Run } from '../run.ts'
import { strip } from '../text.ts'
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

/** The count before this step. */
function count({ scope: { counters } }: Run, name: string, by: number): number {
  const before = counters.get(name) ?? 0
  counters.set(name, before + by)
  return before
}
