#!/usr/bin/env node
/**
 * Highlighting alone: what loading it costs, and its speed beside highlight.js
 * and, where it is installed, Ruby's Rouge, over the same texts.
 *
 *   npm run bench:highlight -- [LANG=FILE …] [--rounds N]
 *
 * The texts are the files; without any, the recorded snippets of the languages
 * that highlight.js knows too, over and over up to 20 KB for each language. Each round
 * lets every program highlight all of a language's texts once, one program after
 * the other. The figures are medians, after two rounds that do not count.
 */

import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import hljs from 'highlight.js'
import { load, packageFolder, ROOT } from '../conformance/compiled.mjs'
import { isInstalled, median } from './measure.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '9' } },
})

const WARM_UP = 2
const LENGTH = 20_000
const MODULE = 'highlight/highlight.js'
const RUBY = `
require "json"
require "rouge"
formatter = Rouge::Formatters::HTML.new
$stdin.each_line do |line|
  language, texts = JSON.parse(line)
  start = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
  texts.each { |text| formatter.format(Rouge::Lexer.find_fancy(language).lex(text)) }
  puts (Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - start) * 1000
  $stdout.flush
end`

/** Names that highlight.js has for languages it knows otherwise. */
const THEIR_NAMES = new Map([
  ['console', 'shell'],
  ['docker', 'dockerfile'],
  ['html', 'xml'],
  ['jsx', 'javascript'],
  ['liquid', undefined],
  ['make', 'makefile'],
  ['objective_c', 'objectivec'],
  ['sass', undefined],
  ['tex', 'latex'],
  ['toml', 'ini'],
  ['tsx', 'typescript'],
  ['viml', 'vim'],
  ['common_lisp', 'lisp'],
])

const { highlight } = await load(packageFolder(), MODULE)
const ruby = isInstalled('ruby') ? startRuby() : undefined
if (!ruby) console.log('Ruby is not here: Rouge itself is not measured.')

printLoading()
const rows = []
for (const [language, texts] of readTexts()) rows.push(await compare(language, texts))
print(rows)
ruby?.end()

/**
 * CPU time of loading the room without using it, each time in a fresh process.
 * What the first file of any program costs is not counted.
 */
function printLoading() {
  const url = pathToFileURL(join(packageFolder(), MODULE)).href
  const script = `
    await import('${new URL('measure.mjs', import.meta.url).href}')
    const start = process.cpuUsage()
    await import('${url}')
    const { user, system } = process.cpuUsage(start)
    console.log((user + system) / 1000)`
  const args = ['--input-type=module', '--eval', script]
  const run = () => Number(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout)
  const times = Array.from({ length: 21 }, run)
  console.log(`loading ${MODULE}: ${median(times).toFixed(1)} ms of CPU (median of 21)\n`)
}

function readTexts() {
  const texts = new Map()
  const add = (language, text) => texts.set(language, [...(texts.get(language) ?? []), text])
  for (const word of positionals) {
    const [language, file] = word.split('=', 2)
    add(language, readFileSync(file, 'utf8'))
  }
  return positionals.length > 0 ? texts : recordedTexts()
}

function recordedTexts() {
  const cases = JSON.parse(
    readFileSync(join(ROOT, 'test/conformance/highlight/cases.json'), 'utf8'),
  )
  const snippets = new Map()
  for (const { lang, code } of cases) snippets.set(lang, [...(snippets.get(lang) ?? []), code])
  // Further names of a language have a snippet or two.
  const many = [...snippets].filter(([lang, list]) => list.length > 2 && nameOfTheirs(lang))
  return new Map(many.map(([lang, list]) => [lang, [longText(list)]]))
}

function longText(snippets) {
  const text = snippets.join('')
  return text.repeat(Math.ceil(LENGTH / text.length))
}

function nameOfTheirs(language) {
  const name = THEIR_NAMES.has(language) ? THEIR_NAMES.get(language) : language
  return name !== undefined && hljs.getLanguage(name) ? name : undefined
}

async function compare(language, texts) {
  const theirs = nameOfTheirs(language)
  const programs = {
    ours: timed((text) => highlight(text, language), texts),
    'highlight.js':
      theirs &&
      timed(
        (text) => hljs.highlight(text, { language: theirs, ignoreIllegals: true }).value,
        texts,
      ),
    rouge: ruby && (() => ruby.time(language, texts)),
  }
  const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]))
  for (let round = -WARM_UP; round < Number(options.rounds); round++) {
    for (const [name, run] of Object.entries(programs)) {
      if (!run) continue
      const ms = await run()
      if (round >= 0) times[name].push(ms)
    }
  }
  const medians = Object.entries(times).map(([name, list]) => [name, median(list)])
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  return { language, bytes, ...Object.fromEntries(medians) }
}

/** CPU time, since others may use the machine meanwhile. */
function timed(convert, texts) {
  return () => {
    const start = process.cpuUsage()
    for (const text of texts) convert(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
}

/** One process for all rounds, so that its start does not count. */
function startRuby() {
  const child = spawn('ruby', ['-e', RUBY], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async time(language, texts) {
      child.stdin.write(`${JSON.stringify([language, texts])}\n`)
      const { value, done } = await answers.next()
      if (done) throw new Error("Ruby's Rouge ended early")
      return Number(value)
    },
    end: () => child.stdin.end(),
  }
}

function print(rows) {
  const names = ['ours', 'highlight.js', ...(ruby ? ['rouge'] : [])]
  const line = (first, size, cells) =>
    console.log(
      first.padEnd(14) + size.padStart(8) + cells.map((cell) => cell.padStart(15)).join(''),
    )
  line('ms of CPU', 'KB', names)
  for (const row of rows)
    line(
      row.language,
      kilobytes(row.bytes),
      names.map((name) => ms(row[name])),
    )

  for (const name of names.slice(1)) {
    const both = rows.filter((row) => row[name] !== undefined)
    const sum = (key) => both.reduce((total, row) => total + row[key], 0)
    const slower = both.filter((row) => row.ours > row[name]).map(({ language }) => language)
    console.log(
      `\n${name} needs ${(sum(name) / sum('ours')).toFixed(2)} times our time over ${both.length} languages` +
        (slower.length > 0 ? `; it is faster in ${slower.join(', ')}` : ''),
    )
  }
}

function kilobytes(bytes) {
  return (bytes / 1024).toFixed(0)
}

function ms(time) {
  return time === undefined ? '-' : time.toFixed(1)
}
