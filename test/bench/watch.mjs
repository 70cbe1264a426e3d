#!/usr/bin/env node
/**
 * How long an edit takes to be in the output, with this package, and with Jekyll
 * and Hugo where they are installed.
 *
 *   npm run bench:watch -- [POSTS] [--edits N] [--layout-edits N] [--only NAME]
 *
 * Each program watches a blog of its own, one after the other. A post, and then
 * the layout of all pages, are edited again and again; each time ends when the
 * file on disk shows the edit. The figures are medians of what users wait: from
 * the moment the editor saved, with everything that watchers wait for.
 */

import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { packageFolder } from '../conformance/compiled.mjs'
import { hugoBlog } from './hugo-blog.mjs'
import { jekyllBlog } from './jekyll-blog.mjs'
import { isInstalled, median } from './measure.mjs'
import { makePosts } from './posts.mjs'
import { writeSite } from './sites.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edits: { type: 'string', default: '10' },
    'layout-edits': { type: 'string', default: '3' },
    only: { type: 'string' },
  },
})
const count = Number(positionals[0] ?? 1000)
const edits = Number(options.edits)
const layoutEdits = Number(options['layout-edits'])

/** A quiet moment between edits, as a writer leaves and watchers need. */
const PAUSE_MS = 1500
/** Whoever takes longer has missed the edit. */
const LONGEST_MS = 60_000

const JEKYLL_SITE = {
  blog: jekyllBlog,
  output: '_site',
  posts: '_posts',
  layout: '_layouts/default.html',
}
const HUGO_SITE = {
  blog: hugoBlog,
  output: 'public',
  posts: 'content/posts',
  layout: 'layouts/_default/baseof.html',
}
const NEWCOMEN = join(packageFolder(), 'cli/main.js')
const programs = [
  {
    name: 'newcomen',
    ...JEKYLL_SITE,
    command: [process.execPath, NEWCOMEN, 'serve', '--watch', '--port', '0'],
  },
  { name: 'jekyll', ...JEKYLL_SITE, command: ['jekyll', 'serve', '--watch', '--port', '4999'] },
  {
    name: 'hugo',
    ...HUGO_SITE,
    command: ['hugo', 'server', '--renderToDisk', '--port', '4998'],
  },
].filter(({ name }) =>
  options.only === undefined
    ? name === 'newcomen' || isInstalled(name)
    : options.only.split(',').includes(name),
)

console.log(`${count} posts: from an edit to the output on disk`)
console.log(`Medians: ${edits} edits of one post, ${layoutEdits} of the layout of all pages\n`)
console.log('              post      layout')
const posts = makePosts(count)
for (const program of programs) {
  const { post, layout } = await measureProgram(program)
  const shown = (times) => `${median(times).toFixed(0).padStart(8)} ms`
  console.log(`${program.name.padEnd(8)}${shown(post)}${shown(layout)}`)
}

async function measureProgram(program) {
  const folder = mkdtempSync(join(tmpdir(), 'newcomen-watch-bench-'))
  writeSite(folder, program.blog(posts))
  const running = start(program.command, folder)
  try {
    const [post, target] = await findPost(program, folder, running)
    const layout = join(folder, program.layout)
    await untilWatching(post, target, running)
    return {
      post: await measureEdits(post, target, edits, running),
      layout: await measureEdits(layout, target, layoutEdits, running),
    }
  } finally {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function start([program, ...words], cwd) {
  const env = { ...process.env, JEKYLL_NO_BUNDLER_REQUIRE: 'true', TZ: 'UTC' }
  const child = spawn(program, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let isOver = false
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said = (said + data).slice(-4000)
    })
  }
  const ended = new Promise((resolve) => child.once('close', resolve))
  ended.then(() => {
    isOver = true
  })
  return {
    check() {
      if (isOver) throw new Error(`${program} ended:\n${said}`)
    },
    async stop() {
      child.kill('SIGINT')
      await Promise.race([ended, sleep(5000)])
      if (!isOver) child.kill('SIGKILL')
      await ended
    },
  }
}

/** A post from the middle, and its file in the output once that is there. */
async function findPost({ output, posts: folder }, site, running) {
  const { date, slug } = posts[Math.floor(posts.length / 2)]
  for (;;) {
    running.check()
    const found = listFiles(join(site, output)).find((path) => path.includes(slug))
    if (found) return [join(site, folder, `${date}-${slug}.md`), join(site, output, found)]
    await sleep(200)
  }
}

function listFiles(folder) {
  try {
    return readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.html'))
  } catch {
    return [] // not there yet, or changing under our eyes
  }
}

/** The first build goes on and the watching begins some time after a file is there. */
async function untilWatching(post, target, running) {
  const text = readFileSync(post, 'utf8')
  for (let tried = 0; ; tried++) {
    writeFileSync(post, `${text}\nbegun ${tried} times\n`)
    if (await isShown(target, `begun ${tried} times`, 10_000, running)) break
  }
  writeFileSync(post, text)
  await sleep(5000)
}

async function measureEdits(file, target, times, running) {
  const text = readFileSync(file, 'utf8')
  const measured = []
  for (let number = 0; number < times; number++) {
    const mark = `edit ${number} of ${times}`
    const begun = performance.now()
    writeFileSync(file, `${text}\n${mark}\n`)
    if (!(await isShown(target, mark, LONGEST_MS, running))) {
      throw new Error(`${file} was edited, and nothing happened`)
    }
    measured.push(performance.now() - begun)
    await sleep(PAUSE_MS)
  }
  return measured
}

async function isShown(target, mark, longestMs, running) {
  for (const begun = performance.now(); performance.now() - begun < longestMs; await sleep(2)) {
    running.check()
    try {
      if (readFileSync(target, 'utf8').includes(mark)) return true
    } catch {
      // being replaced
    }
  }
  return false
}
