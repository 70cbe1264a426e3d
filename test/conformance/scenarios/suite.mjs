/**
 * Small sites and what Jekyll makes of them: every file of the output, the exit
 * status, and texts that the streams must hold.
 *
 * Each site is built by the command line in a folder of its own. Worker
 * processes call that command line as a function, because starting Node for each
 * of 500 sites would take most of the time. A worker that hangs or dies costs
 * its case and is replaced. Tag and category pages, which Jekyll does not make by
 * itself, are turned off.
 */

import { fork } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const packs = ['test/conformance/scenarios/scenarios.json']

const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url))
const SECONDS_A_CASE = 60

export function read(text) {
  return JSON.parse(text)
}

export async function run(cases, { dist, jobs }) {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-scenarios-')))
  const queue = [...cases]
  const faults = new Map()
  try {
    await Promise.all(Array.from({ length: jobs }, () => work(queue, faults, dist, top)))
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
  return new Map(
    cases.filter(({ name }) => faults.has(name)).map(({ name }) => [name, faults.get(name)]),
  )
}

/** Takes cases from the queue until it is empty. */
async function work(queue, faults, dist, top) {
  let worker
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    worker ??= fork(WORKER, [dist, top], { env: surroundings(top), stdio: ['ignore', 2, 2, 'ipc'] })
    const { found, dead } = await ask(worker, entry)
    if (found.length > 0) faults.set(entry.name, found.join('\n'))
    if (dead) worker = undefined
  }
  worker?.kill()
}

function ask(worker, entry) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      worker.kill('SIGKILL')
      finish({ found: [`no answer within ${SECONDS_A_CASE} s`], dead: true })
    }, SECONDS_A_CASE * 1000)
    const answered = (found) => finish({ found, dead: false })
    const died = (status) => finish({ found: [`the process ended with ${status}`], dead: true })
    function finish(answer) {
      clearTimeout(timer)
      worker.off('message', answered).off('exit', died)
      resolve(answer)
    }
    worker.on('message', answered).on('exit', died)
    worker.send(entry)
  })
}

/** The same for every site; what the machine has set must not show. */
function surroundings(top) {
  const { PATH, SystemRoot, NODE_V8_COVERAGE } = process.env
  const fixed = {
    NEWCOMEN_OFFLINE: '1',
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
  }
  const home = join(top, 'home')
  const env = { PATH, SystemRoot, NODE_V8_COVERAGE, HOME: home, USERPROFILE: home, ...fixed }
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined))
}

export function show({ name, ...rest }) {
  const { files = {}, expected: _expected, ...other } = rest
  const texts = Object.entries(files).map(([path, text]) => `--- ${path}\n${text}\n`)
  return `${texts.join('')}${JSON.stringify(other, undefined, 2)}\n`
}

const REASONS = {
  cli: 'a command or message of Jekyll that is not there yet',
  compose: 'the commands of jekyll-compose are not there yet',
  highlight: 'tokens come from a borrowed grammar, not from a lexer of our own',
}

export function reason({ name, needs = [] }) {
  const topic = name.split('/')[0]
  if (needs.includes('ruby')) {
    return 'the work is done by a plugin in Ruby; test/plugins/hooks.test.ts has the same in JavaScript'
  }
  if (topic in REASONS) return REASONS[topic]
  const gems = needs.filter((need) => need.startsWith('jekyll-'))
  return gems.length > 0 ? `${gems.join(', ')}: not there yet` : `${topic}: a detail differs`
}
