#!/usr/bin/env node
/**
 * Runs a suite of cases recorded from Jekyll, kramdown, Liquid or Rouge.
 *
 *   npm run -s conformance -- SUITE [FILE]
 *
 *   SUITE            kramdown, liquid, highlight or scenarios
 *   FILE             cases of the same format instead of our own
 *   --topic PREFIX   only cases whose name begins so
 *   --show NAME      one case, and how what we write differs
 *   --list           the names of the cases that fail, each with its first line of difference
 *   --gaps           compare with gaps.txt: only what it does not say counts as failed
 *   --write-gaps     write gaps.txt anew from what fails now
 *   --no-spans       kramdown: leave token spans out of the comparison
 *   --jobs N         scenarios: how many sites at a time
 *
 * The last line is `N passed, M failed`; the exit status is 0 only if M is 0.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiledFolder, ROOT } from './compiled.mjs'
import { readGaps, writeGaps } from './gaps.mjs'

const SUITES = ['kramdown', 'liquid', 'highlight', 'sass', 'scenarios']

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    topic: { type: 'string' },
    show: { type: 'string' },
    list: { type: 'boolean' },
    gaps: { type: 'boolean' },
    'write-gaps': { type: 'boolean' },
    'no-spans': { type: 'boolean' },
    jobs: { type: 'string' },
  },
})
const [suiteName, file] = positionals
if (!SUITES.includes(suiteName)) {
  console.error(`usage: npm run -s conformance -- ${SUITES.join('|')} [FILE]`)
  process.exit(2)
}

const suite = await import(`./${suiteName}/suite.mjs`)
const gapsFile = join(ROOT, 'test/conformance', suiteName, 'gaps.txt')
const cases = withNames(loadCases()).filter(({ name }) =>
  options.show === undefined ? name.startsWith(options.topic ?? '') : name === options.show,
)
if (options.show !== undefined && cases.length === 0) {
  console.error(`no case named ${options.show}`)
  process.exit(2)
}

/** Names of failing cases, with the difference as text. */
const faults = await suite.run(cases, {
  dist: compiledFolder(),
  spans: !options['no-spans'],
  jobs: Number(options.jobs ?? 2),
})

if (options.show !== undefined) {
  console.log(suite.show(cases[0]))
  console.log(faults.get(options.show) ?? 'passes')
}
if (options.list) {
  for (const [name, fault] of faults) console.log(`${name}\t${firstChange(fault)}`)
}
if (options['write-gaps']) rewriteGaps()
process.exitCode = options.gaps ? reportGaps() : report(cases.length - faults.size, faults.size)

function loadCases() {
  if (file !== undefined) return suite.read(readFileSync(file, 'utf8'))
  return suite.packs.flatMap((pack) => {
    const path = join(ROOT, pack)
    if (existsSync(path)) return suite.read(readFileSync(path, 'utf8'), pack)
    console.log(`${pack} is not here: its cases are not run.`)
    return []
  })
}

/** Every case has a name of its own, also in a file whose cases have none. */
function withNames(list) {
  const counts = new Map()
  return list.map((entry, index) => {
    const name = entry.name ?? `case ${index + 1}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return { ...entry, name: count === 1 ? name : `${name} (${count})` }
  })
}

function report(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function reportGaps() {
  const gaps = readGaps(gapsFile)
  const fresh = cases.filter(({ name }) => faults.has(name) && !gaps.has(name))
  const closed = cases.filter(({ name }) => !faults.has(name) && gaps.has(name))
  for (const { name } of fresh)
    console.log(`fails, and is not in gaps.txt: ${name}\n${faults.get(name)}`)
  for (const { name } of closed) console.log(`passes, so it must leave gaps.txt: ${name}`)
  console.log(`${faults.size - fresh.length} known gaps`)
  return report(cases.length - faults.size - closed.length, fresh.length + closed.length)
}

/** Reasons that stand there stay; lines of cases that were not run now stay too. */
function rewriteGaps() {
  const old = readGaps(gapsFile)
  const ran = new Set(cases.map(({ name }) => name))
  const kept = [...old].filter(([name]) => !ran.has(name))
  const failing = cases
    .filter(({ name }) => faults.has(name))
    .map((entry) => [
      entry.name,
      old.get(entry.name) ?? suite.reason(entry, faults.get(entry.name)),
    ])
  writeGaps(gapsFile, [...failing, ...kept])
}

function firstChange(fault) {
  const changed = fault.split('\n').filter((line) => /^[-+](?!--|\+\+)/.test(line))
  return (changed.length > 0 ? changed.slice(0, 2).join(' | ') : fault.split('\n')[0]).slice(0, 160)
}
