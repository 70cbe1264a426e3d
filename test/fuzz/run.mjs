#!/usr/bin/env node
/**
 * Makes inputs that nobody wrote and looks whether all is well with the answers.
 *
 *   npm run -s fuzz -- SUITE [--count N] [--seed S] …
 *
 * A suite is a module beside this one that exports `options`, for `parseArgs`,
 * and `run(values)`, which answers how many inputs failed. The same seed gives
 * the same inputs.
 */

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const [name, ...words] = process.argv.slice(2)
const file = new URL(`./${name}.mjs`, import.meta.url)
if (!/^[a-z]+$/.test(name ?? '') || !existsSync(fileURLToPath(file))) {
  console.error('usage: npm run -s fuzz -- SUITE [--count N] [--seed S]')
  process.exit(2)
}
const suite = await import(file.href)
const { values } = parseArgs({
  args: words,
  options: { count: { type: 'string' }, seed: { type: 'string' }, ...suite.options },
})
const failed = await suite.run({
  ...values,
  count: Number(values.count ?? 1000),
  seed: Number(values.seed ?? 1),
})
process.exitCode = failed === 0 ? 0 : 1
