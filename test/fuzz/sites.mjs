/**
 * Sites made from the scenarios by a few mutations each.
 *
 * A build must end with 0, or with 1 and a `SiteError`: never with another
 * error, never late, and never with a file outside of its destination that was
 * not there before. With `--oracle jekyll` that program builds each site too,
 * and a build of ours that ends well where that one fails is told of.
 *
 *   --only N         only the site of that number
 *   --keep DIR       leave the sites that fail in DIR
 *   --oracle CMD     a program to compare exit statuses with
 *   --bytes          compare the files that both wrote, too
 *   --jobs N         how many sites at a time
 */

import { fork } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compiledFolder, ROOT } from '../conformance/compiled.mjs'
import { mutate } from './mutations.mjs'
import { randomFrom } from './random.mjs'

export const options = {
  only: { type: 'string' },
  keep: { type: 'string' },
  oracle: { type: 'string' },
  bytes: { type: 'boolean' },
  jobs: { type: 'string' },
}

const WORKER = fileURLToPath(new URL('sites-worker.mjs', import.meta.url))
const SECONDS_A_SITE = 30

/** Answers how many sites failed. */
export async function run({ count, seed, only, keep, oracle, bytes, jobs = '2' }) {
  const scenarios = readScenarios()
  const numbers =
    only === undefined ? Array.from({ length: count }, (_, index) => index) : [Number(only)]
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-fuzz-')))
  const context = {
    dist: compiledFolder(),
    top,
    keep,
    oracle,
    bytes,
    seed,
    scenarios,
    statuses: [0, 0],
    failed: 0,
  }
  try {
    const queue = [...numbers]
    await Promise.all(Array.from({ length: Number(jobs) }, () => work(queue, context)))
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
  const [built, refused] = context.statuses
  console.log(`${built} built, ${refused} refused with a reason, ${context.failed} failed`)
  return context.failed
}

function readScenarios() {
  const path = join(ROOT, 'test/conformance/scenarios/scenarios.json')
  return JSON.parse(readFileSync(path, 'utf8')).filter(
    ({ args = ['build'] }) => args[0] === 'build',
  )
}

/** The files of site `number` and how they came about. */
function makeSite(number, { seed, scenarios }) {
  const random = randomFrom(seed * 1_000_003 + number)
  const { name, files = {}, files_b64 = {} } = random.pick(scenarios)
  const bytes = Object.entries(files_b64).map(([path, text]) => [path, Buffer.from(text, 'base64')])
  const all = new Map([...Object.entries(files), ...bytes])
  const done = Array.from({ length: 1 + random.below(4) }, () => mutate(all, random))
  return { name, files: all, done }
}

async function work(queue, context) {
  let worker
  for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
    worker ??= fork(WORKER, [context.dist, context.top], {
      serialization: 'advanced',
      stdio: ['ignore', 2, 2, 'ipc'],
      env: { ...process.env, TZ: 'UTC', NO_COLOR: '1' },
    })
    const { name, files, done } = makeSite(number, context)
    const answer = await ask(worker, {
      number,
      files,
      oracle: context.oracle,
      bytes: context.bytes,
    })
    if (answer.dead) worker = undefined
    if (answer.fault === undefined) context.statuses[answer.status]++
    else report(number, { name, done, ...answer }, context)
    rmSync(join(context.top, `case-${number}`), { recursive: true, force: true })
  }
  worker?.kill()
}

function report(number, { name, done, fault }, context) {
  context.failed++
  console.log(`site ${number}, from ${name}\n  ${done.join('\n  ')}\n${fault}\n`)
  if (context.keep !== undefined) {
    const folder = join(context.top, `case-${number}`)
    cpSync(folder, join(context.keep, String(number)), { recursive: true, verbatimSymlinks: true })
  }
}

function ask(worker, message) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      worker.kill('SIGKILL')
      finish({ fault: `no answer within ${SECONDS_A_SITE} s`, dead: true })
    }, SECONDS_A_SITE * 1000)
    const answered = (answer) => finish({ ...answer, dead: false })
    const died = (status) => finish({ fault: `the process ended with ${status}`, dead: true })
    function finish(answer) {
      clearTimeout(timer)
      worker.off('message', answered).off('exit', died)
      resolve(answer)
    }
    worker.on('message', answered).on('exit', died)
    worker.send(message)
  })
}
