/** `{% assign name = value | filter %}` */

import { syntaxError } from '../errors.ts'
import { compileOutput } from '../evaluate.ts'
import { parseOutput } from '../markup.ts'
import type { TagRule } from './tag.ts'

const NAME_BEFORE_EQUALS = /([\w\-.[\]()]+)[\t\n\v\f\r ]*$/

export const assign: TagRule = ({ token }) => {
  const [name, value] = splitAssignment(token.markup)
  const parsed = parseOutput(token, value)
  return {
    blank: true,
    compile(context) {
      const evaluate = compileOutput(parsed, context)
      return (run) => run.assign(name, evaluate(run))
    },
  }
}

/** At the first `=` that has a name before it. */
function splitAssignment(markup: string): readonly [name: string, value: string] {
  let at = markup.indexOf('=')
  while (at >= 0) {
    const name = NAME_BEFORE_EQUALS.exec(markup.slice(0, at))?.[1]
    if (name !== undefined) return [name, markup.slice(at + 1).trimStart()]
    at = markup.indexOf('=', at + 1)
  }
  throw syntaxError("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]")
}
