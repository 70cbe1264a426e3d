/** `{{ value | filter }}`, and `echo`, which is the same within a `liquid` tag. */

import { parseOutput } from '../markup.ts'
import { compileOutput } from '../outputs.ts'
import { printed } from '../values.ts'
import type { TagRule } from './tag.ts'

export const output: TagRule = ({ token }) => {
  const parsed = parseOutput(token, token.markup)
  return {
    blank: false,
    compile(context) {
      const evaluate = compileOutput(parsed, context)
      return (run) => {
        const value = evaluate(run)
        run.out += typeof value === 'string' ? value : printed(value)
      }
    },
  }
}
