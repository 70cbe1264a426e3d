#!/usr/bin/env node
/**
 * Asks kramdown anew for the answers of a pack of cases, and writes them down.
 *
 *   node test/conformance/kramdown/record.mjs [FILE]
 *
 * FILE is `own-cases.json` beside this script if left out. A new case needs its
 * `suite`, `name`, `text` and, where it has some, the options in `kramdown`. Needs Ruby and
 * `../shared/kramdown/oracle.rb` beside the checkout.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { askKramdown } from '../../fuzz/kramdown-oracle.mjs'

const file = process.argv[2] ?? fileURLToPath(new URL('own-cases.json', import.meta.url))
const cases = JSON.parse(readFileSync(file, 'utf8'))
const answers = await askKramdown(
  cases.map(({ text }) => text),
  (index) => cases[index].kramdown,
)
const lines = cases.map((entry, index) => {
  if (answers[index] === undefined) console.log(`no answer, so left out: ${entry.name}`)
  return answers[index] === undefined
    ? []
    : [JSON.stringify({ ...entry, html_jekyll: answers[index] })]
})
writeFileSync(file, `[\n${lines.flat().join(',\n')}\n]\n`)
console.log(`${lines.flat().length} cases`)
