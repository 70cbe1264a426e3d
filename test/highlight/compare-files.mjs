#!/usr/bin/env node
/**
 * Compares what we make of whole files with what Rouge makes of them.
 *
 *   ORACLE=path/to/oracle.rb node test/highlight/compare-files.mjs LANG FILE...
 *
 *   --show N    the first N lines that differ, with their place
 *   --speed     how long each of the two took
 *   --total     only the last line
 *
 * The oracle is a Ruby program that reads `{"lang", "code"}` as a line of JSON
 * and answers `{"html"}`; it needs Debian's package `jekyll`.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compiledFolder, load } from '../conformance/compiled.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: 'string', default: '0' },
    speed: { type: 'boolean' },
    total: { type: 'boolean' },
  },
})
const [lang, ...files] = positionals
const oracle = process.env.ORACLE ?? 'oracle.rb'

if (lang === undefined || files.length === 0) {
  console.error('usage: node test/highlight/compare-files.mjs LANG FILE...')
  process.exit(2)
}
if (!existsSync(oracle)) {
  console.error(`The oracle is not here (${oracle}): nothing to compare with. Set ORACLE.`)
  process.exit(2)
}

const { highlight } = await load(compiledFolder(), 'highlight/highlight.js')
const texts = files.map((file) => new TextDecoder().decode(readFileSync(file)))

let started = performance.now()
const expected = askOracle(texts)
const theirTime = performance.now() - started

highlight('warm', lang)
started = performance.now()
const got = texts.map((code) => highlight(code, lang) ?? '')
const ourTime = performance.now() - started

let left = Number(options.show)
let lines = 0
let same = 0
files.forEach((file, index) => {
  const theirs = (expected[index] ?? '').split('\n')
  const ours = got[index].split('\n')
  const wrong = theirs.flatMap((line, number) => (line === ours[number] ? [] : [number]))
  lines += theirs.length
  same += theirs.length - wrong.length
  if (!options.total) {
    console.log(`${file}: ${theirs.length - wrong.length} of ${theirs.length} lines`)
  }
  for (const number of wrong.slice(0, left)) {
    console.log(`${file}:${number + 1}\n- ${theirs[number]}\n+ ${ours[number]}`)
    left--
  }
})
console.log(`${lang}: ${same} of ${lines} lines, ${((100 * same) / lines).toFixed(1)} %`)
if (options.speed) {
  const kilobytes = Math.round(texts.join('').length / 1000)
  console.log(`${kilobytes} kB: ours ${Math.round(ourTime)} ms, theirs ${Math.round(theirTime)} ms`)
}

function askOracle(codes) {
  const input = codes.map((code) => `${JSON.stringify({ lang, code })}\n`).join('')
  const { stdout, status, stderr } = spawnSync('ruby', [oracle], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status !== 0) throw new Error(`the oracle failed: ${stderr}`)
  return stdout.split('\n', codes.length).map((line) => JSON.parse(line).html)
}
