/** `for`, `break` and `continue`. */

import { ForLoopDrop } from '../drops/loops.ts'
import { compileExpression, type Evaluate } from '../evaluate.ts'
import { parseForLoop } from '../markup.ts'
import type { Run, Variables } from '../run.ts'
import { limitOf, partOf } from './loop.ts'
import { compileBody, isBlankBody, type Step, type TagRule } from './tag.ts'

export const forTag: TagRule = (reader) => {
  const loop = parseForLoop(reader.token)
  const body = reader.body('else')
  const otherwise = body.end.tag === 'else' ? reader.body('else') : undefined
  const blank = isBlankBody(body) && (otherwise === undefined || isBlankBody(otherwise))
  const name = `${loop.variable}-${loop.collectionText}`
  return {
    blank,
    compile(context) {
      const collection = compileExpression(loop.collection, context)
      const limit = loop.limit && compileExpression(loop.limit, context)
      const offset = compileOffset(loop.offset, name, (expression) =>
        compileExpression(expression, context),
      )
      const step = compileBody(body, context, { withoutText: blank })
      const elseStep = otherwise && compileBody(otherwise, context, { withoutText: blank })
      return (run) => {
        const from = offset(run)
        const items = partOf(collection(run), from, limit && limitOf(limit(run)))
        run.offsets.set(name, from + items.length)
        if (items.length === 0) elseStep?.(run)
        else repeat(run, step, loop.variable, name, loop.reversed ? items.toReversed() : items)
      }
    },
  }
}

function compileOffset<E>(
  offset: E | 'continue' | undefined,
  name: string,
  compile: (expression: E) => Evaluate,
): (run: Run) => number {
  if (offset === undefined) return () => 0
  if (offset === 'continue') return (run) => run.offsets.get(name) ?? 0
  const evaluate = compile(offset as E) // the other two kinds are dealt with above
  return (run) => limitOf(evaluate(run)) ?? 0
}

function repeat(
  run: Run,
  step: Step,
  variable: string,
  name: string,
  items: readonly unknown[],
): void {
  const loop = new ForLoopDrop(name, items.length, run.loops.at(-1))
  const variables: Variables = new Map<unknown, unknown>([['forloop', loop]])
  run.loops.push(loop)
  run.push(variables)
  try {
    for (const item of items) {
      variables.set(variable, item ?? null)
      step(run)
      loop.next()
      if (run.interrupts.pop() === 'break') break
    }
  } finally {
    run.pop()
    run.loops.pop()
  }
}

export const breakTag: TagRule = () => interruption('break')
export const continueTag: TagRule = () => interruption('continue')

function interruption(kind: 'break' | 'continue'): ReturnType<TagRule> {
  return {
    blank: false,
    compile: () => (run) => {
      run.interrupts.push(kind)
    },
  }
}
