/**
 * Converts long texts that mean no good, and prints what each took as JSON:
 * `[name, seconds of CPU, megabytes at most so far]`.
 *
 *   node heavy-text.mjs DIST
 */

import { load } from '../conformance/compiled.mjs'

const LENGTH = 200_000
const { createKramdown } = await load(process.argv[2], 'markdown/kramdown.js')

const PIECES = ['[', '![', '*a ', '_', '`', '<', '"', '> ', '| a', '1. ', '$$', '{:', '[^1]: ']
const MORE = ['~', '<http://', '- a\n', 'a\n: b\n', '<div markdown="1">\n', '| a\n', '[a](b "']

function nestedNumbers() {
  let text = ''
  for (let depth = 0; text.length < LENGTH; depth++) text += `${'   '.repeat(depth)}1. a\n`
  return text
}

const texts = new Map([
  ...[...PIECES, ...MORE].map((piece) => [piece, piece.repeat(LENGTH / piece.length)]),
  ['numbers, each inside the one before', nestedNumbers()],
  ['a table of one wide row', `${'| a\n'.repeat(LENGTH / 8)}${'| a'.repeat(LENGTH / 8)}`],
  ['pairs of brackets', `[x]: y\n\n${'['.repeat(LENGTH / 2)}${']'.repeat(LENGTH / 2)}`],
])

const kramdown = createKramdown()
for (const [name, text] of texts) {
  const before = process.cpuUsage()
  kramdown(text)
  const { user, system } = process.cpuUsage(before)
  const megabytes = Math.ceil(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify([name, (user + system) / 1e6, megabytes]))
}
