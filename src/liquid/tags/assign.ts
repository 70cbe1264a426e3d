/** `{% assign name = value | filter %}` */

import { syntaxError } from '../errors.ts'
import { skipSpace } from '../lax.ts'
import { parseOutput } from '../markup.ts'
import { compileOutput } from '../outputs.ts'
import { isSpace } from '../text.ts'
import type { TagRule } from './tag.ts'

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
    const name = nameBefore(markup, at)
    if (name !== '') return [name, markup.slice(skipSpace(markup, at + 1))]
    at = markup.indexOf('=', at + 1)
  }
  throw syntaxError("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]")
}

/** A parenthesis may open before each character and close behind it. */
const NAME = /(?:\(?[\w\-.[\]]\)?)+$/
const NAME_CHARACTER = /^[\w\-.[\]()]$/

function nameBefore(markup: string, equals: number): string {
  let end = equals
  while (end > 0 && isSpace(markup.charCodeAt(end - 1))) end--
  let begin = end
  while (begin > 0 && NAME_CHARACTER.test(markup[begin - 1] ?? '')) begin--
  return NAME.exec(markup.slice(begin, end))?.[0] ?? ''
}
