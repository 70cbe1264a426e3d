/**
 * A session of irb or pry: what is typed behind a prompt, and values behind `=>`,
 * both of them Ruby, and whatever else was printed.
 */

import type { Run } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

interface Memory {
  /** What lines are that say nothing of themselves. */
  rest: 'output' | 'value' | 'error'
  /** How many `#<` of values are open. */
  objects: number
}

const irb: Language = language<Memory>({
  memory: () => ({ rest: 'output', objects: 0 }),
  states: {
    root: [
      [/([^\n]*?(?:irb|pry))([^\n]*\n?)/, command],
      [/(=>)([^\n]*\n?)/, value],
      [/#[^\n]*\n?/, 'c'],
      [/[ \t]*(?:<\.+>|\.+)[ \t]*(?:\n|(?![\s\S]))/, 'c'],
      [/[A-Z]\w+(?:Error|Exception): [^\n]*\n?/, error],
      [/[^\n]*\n?/, printed],
    ],
  },
})

export default irb

function command(run: Run<Memory>, [, prompt, rest]: readonly string[]): boolean {
  const sign = rest!.search(/[>"*]/)
  if (sign < 0) return false
  const code = rest!.slice(sign + 1)
  const start = code.search(/\S|$/)
  run.token('gp', prompt! + rest!.slice(0, sign + 1))
  run.token('w', code.slice(0, start))
  run.nest({ language: 'ruby', fresh: run.memory.rest === 'value' }, code.slice(start))
  run.memory.rest = 'output'
  return true
}

function value(run: Run<Memory>, [, arrow, rest]: readonly string[]): void {
  run.token('p', arrow!)
  run.nest({ language: 'ruby', fresh: true }, '')
  run.memory.rest = 'value'
  run.memory.objects = 0
  addValue(run, rest!)
}

function error(run: Run<Memory>, [line]: readonly string[]): boolean {
  if (run.memory.rest === 'value') return false
  run.memory.rest = 'error'
  run.token('gr', line!)
  return true
}

function printed(run: Run<Memory>, [line]: readonly string[]): void {
  const { rest } = run.memory
  if (rest === 'value') addValue(run, line!)
  else if (rest === 'error') run.token('gr', line!)
  else run.token(line === '\n' ? 'err' : 'go', line!)
}

const OUTSIDE = /(?:"(?:[^"\\]|\\.)*"?|[^"#]|#(?!<))+/y
const WITHIN = /(?:"(?:[^"\\]|\\.)*"?|[^"#>]|#(?!<))+/y

/** Ruby, and objects as `inspect` shows them: `#<` alone would begin a comment. */
function addValue(run: Run<Memory>, text: string): void {
  const { memory } = run
  let at = 0
  while (at < text.length) {
    const pattern = memory.objects > 0 ? WITHIN : OUTSIDE
    pattern.lastIndex = at
    const [ruby = ''] = pattern.exec(text) ?? []
    run.nest({ language: 'ruby' }, ruby)
    at += ruby.length
    if (at === text.length) return
    const mark = text[at] === '>' ? '>' : '#<'
    memory.objects += mark === '>' ? -1 : 1
    run.token('kt', mark)
    at += mark.length
  }
}
