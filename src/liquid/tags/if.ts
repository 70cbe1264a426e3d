/**
 * `if` and `unless` with `elsif` and `else`. What follows an `else` is read but
 * never runs, as in Liquid.
 */

import { compileCondition } from '../conditions.ts'
import type { Condition } from '../expressions.ts'
import { parseCondition } from '../markup.ts'
import type { Run } from '../run.ts'
import type { SourceToken } from '../source.ts'
import { type Body, compileBody, isBlankBody, type Step, type TagRule } from './tag.ts'

interface Branch {
  /** Undefined for `else`. */
  readonly condition: Condition | undefined
  readonly body: Body
}

export const ifTag: TagRule = (reader) => conditional(reader, false)
export const unless: TagRule = (reader) => conditional(reader, true)

function conditional(reader: Parameters<TagRule>[0], negated: boolean): ReturnType<TagRule> {
  const branches: Branch[] = []
  let head: SourceToken = reader.token
  for (;;) {
    const condition = head.tag === 'else' ? undefined : parseCondition(head)
    const body = reader.body('elsif', 'else')
    branches.push({ condition, body })
    head = body.end
    if (head.tag !== 'elsif' && head.tag !== 'else') break
  }
  const blank = branches.every(({ body }) => isBlankBody(body))
  return {
    blank,
    compile(context) {
      const tests = branches.map(({ condition }) =>
        condition === undefined ? () => true : compileCondition(condition, context),
      )
      const steps = branches.map(({ body }) => compileBody(body, context, { withoutText: blank }))
      const [first] = tests
      if (negated && first) tests[0] = (run) => !first(run)
      return chooseStep(tests, steps)
    },
  }
}

function chooseStep(tests: readonly ((run: Run) => boolean)[], steps: readonly Step[]): Step {
  const [test, otherwise] = tests
  const [then, other] = steps
  if (tests.length === 1 && test && then) {
    return (run) => {
      if (test(run)) then(run)
    }
  }
  if (tests.length === 2 && test && then && otherwise && other) {
    return (run) => {
      if (test(run)) then(run)
      else if (otherwise(run)) other(run)
    }
  }
  return (run) => {
    const chosen = tests.findIndex((holds) => holds(run))
    if (chosen >= 0) steps[chosen]?.(run)
  }
}
