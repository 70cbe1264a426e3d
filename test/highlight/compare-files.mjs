#!/usr/bin/env node
/**
 * Compares what we make of whole files with what Rouge makes of them.
 *
 *   ORACLE=path/to/oracle.rb node test/highlight/compare-files.mjs LANG FILE...
 *
 *   --show N    the first N lines that differ, with their place
 *   --speed     how long each of the two took
 *   --total     only the last line
 */

import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compiledFolder, load } from '../conformance/compiled.mjs'
import { askOracle, compareLines, needOracle, percent } from './oracle.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: 'string', default: '0' },
    speed: { type: 'boolean' },
    total: { type: 'boolean' },
  },
})
const [lang, ...files] = positionals

if (lang === undefined || files.length === 0) {
  console.error('usage: node test/highlight/compare-files.mjs LANG FILE...')
  process.exit(2)
}
needOracle()

const { highlight } = await load(compiledFolder(), 'highlight/highlight.js')
const texts = files.map((file) => new TextDecoder().decode(readFileSync(file)))

let started = performance.now()
const expected = askOracle(lang, texts)
const theirTime = performance.now() - started

highlight('warm', lang)
started = performance.now()
const got = texts.map((code) => highlight(code, lang) ?? '')
const ourTime = performance.now() - started

let left = Number(options.show)
let lines = 0
let same = 0
files.forEach((file, index) => {
  const {
    lines: count,
    wrong,
    expected: theirs,
    got: ours,
  } = compareLines(expected[index], got[index])
  lines += count
  same += count - wrong.length
  if (!options.total) {
    console.log(`${file}: ${count - wrong.length} of ${count} lines`)
  }
  for (const number of wrong.slice(0, left)) {
    console.log(`${file}:${number + 1}\n- ${theirs[number]}\n+ ${ours[number]}`)
    left--
  }
})
console.log(`${lang}: ${same} of ${lines} lines, ${percent(same, lines)}`)
if (options.speed) {
  const kilobytes = Math.round(texts.join('').length / 1000)
  console.log(`${kilobytes} kB: ours ${Math.round(ourTime)} ms, theirs ${Math.round(theirTime)} ms`)
}
