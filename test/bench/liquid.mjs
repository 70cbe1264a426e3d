#!/usr/bin/env node
/**
 * Renders the layouts and includes of the benchmark's blog, and of themes, with
 * this package's Liquid and with liquidjs alone.
 *
 *   npm run bench:liquid -- [THEME…] [--posts N] [--rounds N]
 *
 * THEME is the folder of a theme or a site; its layouts, includes and data are
 * put around the benchmark's posts. Both sides have their templates parsed and
 * get equal data, with each post's text converted beforehand. They take turns in
 * one process; the figures are medians of CPU time, which a busy machine stretches less. Pages that liquidjs renders otherwise
 * are told apart and left out of the timing on both sides.
 */

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiledFolder } from '../conformance/compiled.mjs'
import { jekyllBlog } from './jekyll-blog.mjs'
import { theirPages } from './liquid-liquidjs.mjs'
import { ourPages, readPrepared } from './liquid-ours.mjs'
import { median } from './measure.mjs'
import { makePosts } from './posts.mjs'
import { writeSite } from './sites.mjs'

const { values: options, positionals: themes } = parseArgs({
  allowPositionals: true,
  options: {
    posts: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '9' },
  },
})
const rounds = Number(options.rounds)
const dist = compiledFolder()
const top = mkdtempSync(join(tmpdir(), 'newcomen-bench-'))

try {
  console.log('                      pages    equal      ours  liquidjs')
  for (const theme of [undefined, ...themes]) await compare(theme)
} finally {
  rmSync(top, { recursive: true, force: true })
}

async function compare(theme) {
  const name = theme === undefined ? 'blog' : basename(theme)
  const prepared = await readPrepared(dist, makeSite(name, theme))
  const ours = await ourPages(dist, prepared)
  const theirs = theirPages(prepared)
  const equal = ours.map((page, at) => isEqual(page, theirs[at]))
  const compared = (pages) => pages.filter((_, at) => equal[at])

  const seconds = { ours: [], theirs: [] }
  for (const pages of [ours, theirs, ours, theirs]) time(compared(pages)) // so that both are warm
  for (let round = 0; round < rounds; round++) {
    seconds.ours.push(time(compared(ours)))
    seconds.theirs.push(time(compared(theirs)))
  }
  const count = compared(ours).length
  const mine = median(seconds.ours)
  const other = median(seconds.theirs)
  const perPage = (total) => `${((total / count) * 1000).toFixed(3)} ms`.padStart(10)
  console.log(
    `${name.slice(0, 20).padEnd(20)}${String(ours.length).padStart(7)}${String(count).padStart(9)}` +
      `${perPage(mine)}${perPage(other)}   ${(other / mine).toFixed(1)} times as fast`,
  )
}

/** The benchmark's posts, within the layouts of the theme where one is given. */
function makeSite(name, theme) {
  const folder = join(top, name)
  const blog = jekyllBlog(makePosts(Number(options.posts)))
  if (theme === undefined) {
    writeSite(folder, blog)
    return folder
  }
  writeSite(folder, new Map([...blog].filter(([path]) => path.startsWith('_posts/'))))
  for (const part of ['_config.yml', '_layouts', '_includes', '_data']) {
    if (existsSync(join(theme, part)))
      cpSync(join(theme, part), join(folder, part), { recursive: true })
  }
  return folder
}

function isEqual(one, other) {
  try {
    return one() === other()
  } catch {
    return false // liquidjs cannot render it
  }
}

function time(pages) {
  const start = process.cpuUsage()
  for (const page of pages) page()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
