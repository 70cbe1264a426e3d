/**
 * A session at a prompt: commands, and what they print.
 *
 * A line with one of the prompt's last characters in it begins with a prompt,
 * and what follows it is a command. Options, all of them optional: `lang` and
 * `output` name languages, `prompt` lists what a prompt ends with, `error` what
 * an error message begins with, and `comments=true` makes `#` a comment.
 */

import type { Rule, Run } from '../grammar.ts'
import { type Language, language, type Options } from '../lexer.ts'

interface Memory {
  readonly language: string
  readonly output: string | undefined
  readonly prompts: readonly string[]
  readonly errors: readonly string[]
  readonly comments: boolean
}

const console: Language = language<Memory>({
  memory: readOptions,
  states: { root: [[/[^\n]*\n?/, readLine] satisfies Rule<Memory>] },
})

export default console

function readOptions(options: Options): Memory {
  const comments = options.get('comments') === 'true'
  const prompt = options.get('prompt')
  const prompts = prompt === undefined ? ['$', '#', '>', ';'] : prompt.split(',')
  return {
    language: options.get('lang') ?? 'shell',
    output: options.get('output'),
    prompts: prompts.filter((end) => end !== '' && !(comments && end === '#')),
    errors: options.get('error')?.split(',') ?? [],
    comments: comments || (prompt !== undefined && !prompts.includes('#')),
  }
}

const ELLIPSIS = /^\s*(?:<\.+>|\.+)\s*$/

function readLine(run: Run<Memory>, [line]: readonly string[]): void {
  const { memory } = run
  const end = endOfPrompt(line!, memory.prompts)
  if (memory.comments && line!.startsWith('#')) run.token('c', line!)
  else if (ELLIPSIS.test(line!)) run.token('c', line!)
  else if (end > 0) readCommand(run, line!, end)
  else readOutput(run, line!)
}

/** Behind the first character that can end a prompt; 0 if there is none. */
function endOfPrompt(line: string, prompts: readonly string[]): number {
  let first = Number.POSITIVE_INFINITY
  let length = 0
  for (const prompt of prompts) {
    const index = line.indexOf(prompt)
    if (index < 0 || index > first) continue
    length = index === first ? Math.max(length, prompt.length) : prompt.length
    first = index
  }
  return length === 0 ? 0 : first + length
}

/** A command may go on at the next prompt, so it is not begun anew. */
function readCommand(run: Run<Memory>, line: string, end: number): void {
  const space = /^\s*/.exec(line.slice(end))![0]
  run.token('gp', line.slice(0, end))
  run.token('w', space)
  run.nest({ language: run.memory.language }, line.slice(end + space.length))
}

function readOutput(run: Run<Memory>, line: string): void {
  const { language: name, output, errors } = run.memory
  run.nest({ language: name, fresh: true }, '')
  if (errors.some((error) => line.startsWith(error))) run.token('gr', line)
  else if (output === undefined) run.token('go', line)
  else run.nest({ language: output }, line)
}
