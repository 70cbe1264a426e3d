/**
 * Rouge's answers and ours, line by line.
 *
 * The oracle is a Ruby program that reads `{"lang", "code"}` as a line of JSON
 * and answers `{"html"}`; it needs Debian's package `jekyll`. `ORACLE` names it.
 */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const ORACLE = process.env.ORACLE ?? 'oracle.rb'

/** Ends the process where there is nothing to compare with. */
export function needOracle() {
  if (existsSync(ORACLE)) return
  console.error(`The oracle is not here (${ORACLE}): nothing to compare with. Set ORACLE.`)
  process.exit(2)
}

export function askOracle(lang, codes) {
  const input = codes.map((code) => `${JSON.stringify({ lang, code })}\n`).join('')
  const { stdout, status, stderr } = spawnSync('ruby', [ORACLE], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status !== 0) throw new Error(`the oracle failed: ${stderr}`)
  return stdout.split('\n', codes.length).map((line) => JSON.parse(line).html ?? '')
}

/** `{lines, wrong}`: how many lines the oracle wrote, and the numbers of those that differ, from 0. */
export function compareLines(theirs, ours) {
  const expected = theirs.split('\n')
  const got = ours.split('\n')
  const wrong = expected.flatMap((line, number) => (line === got[number] ? [] : [number]))
  return { lines: expected.length, wrong, expected, got }
}

export function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`
}
