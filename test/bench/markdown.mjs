#!/usr/bin/env node
/**
 * Markdown alone: this package, markdown-it with its CommonMark preset and,
 * where it is installed, Ruby's kramdown, over the same documents.
 *
 *   npm run bench:markdown -- [FOLDER …] [--rounds N]
 *
 * The documents are all `.md` and `.markdown` files of the folders; without one,
 * those of this repository and some made-up posts. First nobody highlights code;
 * then this package and kramdown do, the latter with Rouge. Each round lets every
 * program convert all documents once, one program after the other. The figures
 * are medians, after two rounds that do not count.
 */

import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import MarkdownIt from 'markdown-it'
import { compiledFolder, load, ROOT } from '../conformance/compiled.mjs'
import { isInstalled, median } from './measure.mjs'
import { makePosts } from './posts.mjs'

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '15' } },
})

const WARM_UP = 2
const RUBY = `
require "json"
require "kramdown"
require "kramdown-parser-gfm"
documents = JSON.parse($stdin.gets)
highlighting = { default_lang: "plaintext", guess_lang: true }
options = { input: "GFM", syntax_highlighter: nil, hard_wrap: false }
options.update(syntax_highlighter: "rouge", syntax_highlighter_opts: highlighting) if ARGV == ["rouge"]
while $stdin.gets
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  documents.each { |text| Kramdown::Document.new(text, options).to_html }
  puts (Process.clock_gettime(Process::CLOCK_MONOTONIC) - start) * 1000
  $stdout.flush
end`

const documents = readDocuments()
const withRuby = isInstalled('ruby')
if (!withRuby) console.log('Ruby is not here: kramdown itself is not measured.')
printDocuments()
await compare('Code as it is', [
  ['newcomen', await newcomen({ syntaxHighlighter: null })],
  ['markdown-it', timed(commonMark())],
  ...(withRuby ? [['kramdown', ruby()]] : []),
])
await compare('Code highlighted', [
  ['newcomen', await newcomen({ highlight: await highlighter() })],
  ...(withRuby ? [['kramdown', ruby('rouge')]] : []),
])

async function compare(title, programs) {
  const times = new Map(programs.map(([name]) => [name, []]))
  for (let round = -WARM_UP; round < Number(options.rounds); round++) {
    for (const [name, convertAll] of programs) {
      const ms = await convertAll()
      if (round >= 0) times.get(name).push(ms)
    }
  }
  for (const [, { end }] of programs) end?.()
  print(title, times)
}

function readDocuments() {
  if (folders.length > 0) return folders.flatMap(markdownIn)
  const made = makePosts(200).map(({ body }) => body)
  return [...markdownIn(join(ROOT, 'docs')), ...markdownIn(join(ROOT, '_posts')), ...made]
}

function markdownIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => /\.(?:md|markdown)$/.test(path))
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
}

async function newcomen(given) {
  const { createKramdown } = await load(compiledFolder(), 'markdown/kramdown.js')
  return timed(createKramdown(given))
}

async function highlighter() {
  const { highlight } = await load(compiledFolder(), 'highlight/highlight.js')
  return (code, language) => highlight(code, language)
}

function commonMark() {
  const parser = new MarkdownIt('commonmark')
  return (text) => parser.render(text)
}

function timed(convert) {
  return () => {
    const start = performance.now()
    for (const text of documents) convert(text)
    return performance.now() - start
  }
}

/** One process for all rounds, so that its start does not count. */
function ruby(...words) {
  const child = spawn('ruby', ['-e', RUBY, ...words], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  child.stdin.write(`${JSON.stringify(documents)}\n`)
  const convertAll = async () => {
    child.stdin.write('again\n')
    const { value, done } = await answers.next()
    if (done) throw new Error("Ruby's kramdown ended early")
    return Number(value)
  }
  return Object.assign(convertAll, { end: () => child.stdin.end() })
}

function printDocuments() {
  const bytes = documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  console.log(
    `${documents.length} documents, ${(bytes / 1024).toFixed(0)} KB, ` +
      `median of ${options.rounds} interleaved rounds`,
  )
}

function print(title, times) {
  console.log(`\n${title}`)
  const ours = median(times.get('newcomen'))
  for (const [name, list] of times) {
    const ms = median(list)
    const factor = (ms / ours).toFixed(2)
    console.log(`${name.padEnd(12)}${ms.toFixed(1).padStart(9)} ms${factor.padStart(9)}`)
  }
}
