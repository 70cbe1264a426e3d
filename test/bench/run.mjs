#!/usr/bin/env node
/**
 * Builds a made-up blog with this package, and with Jekyll and Hugo where they
 * are installed, and prints what each took.
 *
 *   npm run bench -- [POSTS] [--rounds N] [--keep]
 *
 * Each round runs every program once, one after the other, so that a busy
 * machine is busy for all of them. Every run starts without output and caches.
 * The figures are medians; `--keep` leaves the sites and says where they are.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageFolder } from '../conformance/compiled.mjs'
import { hugoBlog } from './hugo-blog.mjs'
import { jekyllBlog } from './jekyll-blog.mjs'
import { isInstalled, measure, median } from './measure.mjs'
import { makePosts } from './posts.mjs'
import { writeSite } from './sites.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    keep: { type: 'boolean', default: false },
  },
})
const count = Number(positionals[0] ?? 1000)
const rounds = Number(options.rounds)

const NEWCOMEN = [process.execPath, join(packageFolder(), 'cli/main.js'), 'build']
const programs = [
  { name: 'newcomen', blog: jekyllBlog, command: NEWCOMEN },
  { name: 'jekyll', blog: jekyllBlog, command: ['jekyll', 'build'] },
  { name: 'hugo', blog: hugoBlog, command: ['hugo', '--quiet'] },
].filter(({ name }) => name === 'newcomen' || isInstalled(name))

const top = mkdtempSync(join(tmpdir(), 'newcomen-bench-'))
try {
  const posts = makePosts(count)
  for (const { name, blog } of programs) {
    for (let round = 0; round < rounds; round++)
      writeSite(join(top, `${name}-${round}`), blog(posts))
  }
  const runs = new Map(programs.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const program of programs) runs.get(program.name).push(runOnce(program, round))
  }
  print(runs)
} finally {
  if (options.keep) console.log(`The sites are in ${top}`)
  else rmSync(top, { recursive: true, force: true })
}

/** Every run has a site of its own: removing the last one's output would keep the disk busy. */
function runOnce({ name, command: [program, ...args] }, round) {
  return measure(program, args, join(top, `${name}-${round}`))
}

function print(runs) {
  console.log(`${count} posts, median of ${rounds} interleaved rounds\n`)
  console.log('              wall       CPU    memory')
  const middle = (name, key) => {
    const values = runs.get(name).map((run) => run[key])
    return values.includes(undefined) ? undefined : median(values)
  }
  for (const name of runs.keys()) {
    const wall = middle(name, 'seconds').toFixed(2).padStart(8)
    const cpu = middle(name, 'cpu')?.toFixed(2).padStart(8) ?? '       ?'
    const memory = middle(name, 'megabytes')?.toFixed(0).padStart(7) ?? '      ?'
    console.log(`${name.padEnd(10)}${wall} s${cpu} s${memory} MB`)
  }
  const ours = middle('newcomen', 'seconds')
  for (const name of [...runs.keys()].filter((name) => name !== 'newcomen')) {
    const theirs = middle(name, 'seconds')
    const factor = theirs > ours ? theirs / ours : ours / theirs
    console.log(
      `\nnewcomen is ${factor.toFixed(1)} times as ${theirs > ours ? 'fast' : 'slow'} as ${name}`,
    )
  }
}
