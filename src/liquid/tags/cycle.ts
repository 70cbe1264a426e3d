/**
 * `cycle`: the next of its values. Its position is kept by its name, or by its
 * list; a list with a variable in it is a cycle of its own in every tag.
 */

import { lineNumber, syntaxError } from '../errors.ts'
import { compileExpression } from '../evaluate.ts'
import { type Expression, parseExpression } from '../expressions.ts'
import { endOfFragment, findFragment, skipSpace } from '../lax.ts'
import { inspect, printed, toText } from '../values.ts'
import type { TagReader, TagRule } from './tag.ts'

export const cycle: TagRule = (reader) => {
  const { name, list } = splitName(reader.markup)
  const values = parseList(list)
  if (endOfFragment(reader.markup, 0) === 0) {
    const valid = 'cycle [name :] var [, var2, var3 ...]'
    throw syntaxError(`Syntax Error in 'cycle' - Valid syntax: ${valid}`)
  }
  return {
    blank: false,
    compile(context) {
      const compiled = values.map((value) => compileExpression(value, context))
      const nameOf = name && compileExpression(name, context)
      const own = keyOf(values, reader)
      return (run) => {
        const key = nameOf ? toText(nameOf(run)) : own
        const at = run.cycles.get(key) ?? 0
        run.cycles.set(key, at + 1 >= compiled.length ? 0 : at + 1)
        run.out += printed(compiled[at]?.(run))
      }
    },
  }
}

/** `name: list`; the name may touch its colon. */
function splitName(markup: string): {
  readonly name: Expression | undefined
  readonly list: string
} {
  const begin = skipSpace(markup, 0)
  const end = endOfFragment(markup, begin)
  const after = skipSpace(markup, end)
  if (end > begin && markup[after] === ':') {
    return { name: parseExpression(markup.slice(begin, end)), list: markup.slice(after + 1) }
  }
  const colon = markup.lastIndexOf(':', end - 1)
  const isQuoted = markup[begin] === '"' || markup[begin] === "'"
  if (colon > begin && !isQuoted) {
    return { name: parseExpression(markup.slice(begin, colon)), list: markup.slice(colon + 1) }
  }
  return { name: undefined, list: markup }
}

function parseList(list: string): Expression[] {
  const values: Expression[] = []
  for (const part of list.split(',')) {
    const [begin, end] = findFragment(part, 0)
    const value = end > begin ? parseExpression(part.slice(begin, end)) : undefined
    if (value && !isNilLiteral(value)) values.push(value)
  }
  return values
}

/** Ruby takes a value that it reads as nil for one that is not there. */
function isNilLiteral(value: Expression): boolean {
  return value.kind === 'literal' && value.value === null
}

function keyOf(values: readonly Expression[], { token }: TagReader): string {
  const literals = values.map((value) => (value.kind === 'literal' ? inspect(value.value) : ''))
  if (values.every(({ kind }) => kind === 'literal')) return `[${literals.join(', ')}]`
  const { source, mark } = token
  return `${source.origin.path}\0${lineNumber(mark)}\0${mark.at}`
}
