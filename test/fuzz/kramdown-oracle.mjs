/**
 * Asks Jekyll's kramdown, which needs Ruby and the script beside the checkout.
 */

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from '../conformance/compiled.mjs'

export const ORACLE = join(ROOT, '../shared/kramdown/oracle.rb')

/** kramdown needs ages for some texts: no answer after this long counts as none. */
const PATIENCE = 5000

/** The HTML of each text, in order; `undefined` where kramdown fails or does not end. */
export async function askKramdown(texts, kramdownOptions) {
  const answers = []
  while (answers.length < texts.length) {
    await askUntilStuck(texts, answers, kramdownOptions)
    if (answers.length < texts.length) answers.push(undefined)
  }
  return answers
}

/** Fills `answers` up to the end, or to the first text that kramdown is stuck with. */
async function askUntilStuck(texts, answers, kramdownOptions = () => undefined) {
  const ruby = spawn('ruby', [ORACLE, '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] })
  ruby.stdin.on('error', () => {}) // it was ended while it still had questions
  let timer = setTimeout(() => ruby.kill('SIGKILL'), 4 * PATIENCE)
  for (let index = answers.length; index < texts.length; index++) {
    const question = { text: texts[index], options: kramdownOptions(index) ?? {} }
    ruby.stdin.write(`${JSON.stringify(question)}\n`)
  }
  ruby.stdin.end()
  for await (const line of createInterface({ input: ruby.stdout })) {
    clearTimeout(timer)
    timer = setTimeout(() => ruby.kill('SIGKILL'), PATIENCE)
    answers.push(JSON.parse(line).html)
  }
  clearTimeout(timer)
}
