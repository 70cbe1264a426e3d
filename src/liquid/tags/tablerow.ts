/** `tablerow`: the rows of a table, without the table. */

import { TableRowLoopDrop } from '../drops/loops.ts'
import { plainError, syntaxError } from '../errors.ts'
import { compileExpression } from '../evaluate.ts'
import { parseExpression } from '../expressions.ts'
import { endOfFragment, parseAttributes } from '../lax.ts'
import { leadingInteger } from '../numbers.ts'
import type { Run, Variables } from '../run.ts'
import { toText } from '../values.ts'
import { partOf } from './loop.ts'
import { compileBody, type Step, type TagRule } from './tag.ts'

const HEAD = /(\w+)\s+in\s+/

export const tablerow: TagRule = (reader) => {
  const { markup } = reader
  const head = HEAD.exec(markup)
  const variable = head?.[1]
  const begin = head ? head.index + head[0].length : 0
  const end = endOfFragment(markup, begin)
  if (variable === undefined || end === begin) {
    const valid = 'table_row [item] in [collection] cols=3'
    throw syntaxError(`Syntax Error in 'table_row loop' - Valid syntax: ${valid}`)
  }
  const collection = parseExpression(markup.slice(begin, end))
  const attributes = parseAttributes(markup)
  const body = reader.body()
  return {
    blank: false,
    compile(context) {
      const attribute = (name: string) => {
        const text = attributes.get(name)
        return text === undefined ? undefined : compileExpression(parseExpression(text), context)
      }
      const collectionOf = compileExpression(collection, context)
      const columns = attribute('cols')
      const limit = attribute('limit')
      const offset = attribute('offset')
      const step = compileBody(body, context, { withoutText: false })
      return (run) => {
        const value = collectionOf(run)
        if (value === null || value === undefined || value === false) return
        const items = partOf(value, offset ? countOf(offset(run)) : 0, limit && countOf(limit(run)))
        const count = columns && countOf(columns(run))
        writeRows(run, step, variable, items, count)
      }
    },
  }
}

/** Unlike those of `for`, its numbers may be any text. */
function countOf(value: unknown): number {
  if (typeof value === 'boolean') throw plainError(`undefined method \`to_i' for ${value}`)
  return Number(leadingInteger(toText(value)))
}

function writeRows(
  run: Run,
  step: Step,
  variable: string,
  items: readonly unknown[],
  columns: number | undefined,
): void {
  const loop = new TableRowLoopDrop(items.length, columns)
  const variables: Variables = new Map<unknown, unknown>([['tablerowloop', loop]])
  run.push(variables)
  run.out += '<tr class="row1">\n'
  for (const item of items) {
    variables.set(variable, item ?? null)
    run.out += `<td class="col${loop.column}">`
    step(run)
    run.out += '</td>'
    if (loop.isLastColumn && !loop.isLast) run.out += `</tr>\n<tr class="row${loop.row + 1}">`
    loop.next()
  }
  run.out += '</tr>\n'
  run.pop()
}
