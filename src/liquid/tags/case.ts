/**
 * `case`: every `when` that matches runs, once for each of its values that
 * does; `else` runs where nothing before it matched.
 */

import { marked, syntaxError } from '../errors.ts'
import { compileExpression } from '../evaluate.ts'
import { type Expression, parseExpression } from '../expressions.ts'
import { endOfFragment, findFragment, skipSpace } from '../lax.ts'
import type { SourceToken } from '../source.ts'
import { isEqual, Question } from '../values.ts'
import { type Body, compileBody, isBlankBody, type TagRule } from './tag.ts'

interface Branch {
  /** Undefined for `else`. */
  readonly values: readonly Expression[] | undefined
  readonly body: Body
}

export const caseTag: TagRule = (reader) => {
  const [begin, end] = findFragment(reader.markup, 0)
  if (end === begin) {
    throw syntaxError("Syntax Error in 'case' - Valid syntax: case [condition]")
  }
  const subject = parseExpression(reader.markup.slice(begin, end))
  const before = reader.body('when', 'else')
  const branches: Branch[] = []
  for (let head = before.end; head.tag === 'when' || head.tag === 'else'; ) {
    const values = parseHead(head)
    const body = reader.body('when', 'else')
    branches.push({ values, body })
    head = body.end
  }
  const blank = isBlankBody(before) && branches.every(({ body }) => isBlankBody(body))
  return {
    blank,
    compile(context) {
      const subjectOf = compileExpression(subject, context)
      const compiled = branches.map(({ values, body }) => ({
        values: values?.map((value) => compileExpression(value, context)),
        step: compileBody(body, context, { withoutText: blank }),
      }))
      return (run) => {
        let matched = false
        for (const { values, step } of compiled) {
          if (values === undefined) {
            if (!matched) step(run)
            continue
          }
          for (const value of values) {
            if (!isCase(subjectOf(run), value(run))) continue
            matched = true
            step(run)
          }
        }
      }
    },
  }
}

/** `case empty` asks of nothing, and so matches nothing. */
function isCase(subject: unknown, value: unknown): boolean {
  return !(subject instanceof Question) && isEqual(subject, value)
}

function parseHead({ mark, markup, tag }: SourceToken): Expression[] | undefined {
  try {
    return tag === 'when' ? parseWhen(markup) : refuseMarkup(markup)
  } catch (error) {
    throw marked(error, mark)
  }
}

/** Values parted by commas or `or`. */
function parseWhen(markup: string): Expression[] {
  const values: Expression[] = []
  let [begin, end] = findFragment(markup, 0)
  for (;;) {
    if (end === begin) throw invalidWhen()
    values.push(parseExpression(markup.slice(begin, end)))
    const next = afterSeparator(markup, end)
    if (next === undefined || endOfFragment(markup, next) === next) return values
    begin = next
    end = endOfFragment(markup, begin)
  }
}

function afterSeparator(markup: string, at: number): number | undefined {
  const next = skipSpace(markup, at)
  if (markup[next] === ',') return skipSpace(markup, next + 1)
  const after = skipSpace(markup, next + 2)
  const isOr = next > at && markup.startsWith('or', next) && after > next + 2
  return isOr ? after : undefined
}

function invalidWhen(): Error {
  const valid = 'Valid when condition: {% when [condition] [or condition2...] %}'
  return syntaxError(`Syntax Error in tag 'case' - ${valid}`)
}

function refuseMarkup(markup: string): undefined {
  if (markup.trim() === '') return undefined
  const valid = 'Valid else condition: {% else %} (no parameters) '
  throw syntaxError(`Syntax Error in tag 'case' - ${valid}`)
}
