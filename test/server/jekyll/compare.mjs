#!/usr/bin/env node
/**
 * Asks Jekyll's own server what `answers.json` says of it. Needs Jekyll 4.3.
 *
 *   npm run compare:serve               tells what Jekyll answers otherwise
 *   npm run compare:serve -- --record   notes its answers anew
 */

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { ask, nameOf, SITES, writeSite } from './requests.mjs'

const ANSWERS = fileURLToPath(new URL('answers.json', import.meta.url))
const JEKYLL = process.env.JEKYLL ?? 'jekyll'

const version = spawnSync(JEKYLL, ['--version'], { encoding: 'utf8' })
if (version.status !== 0) {
  console.error(`'${JEKYLL}' does not run here, so nothing was compared. Install Ruby and Jekyll.`)
  process.exit(1)
}
console.log(`Asking ${version.stdout.trim()}`)
const answers = {}
for (const [name, site] of Object.entries(SITES)) answers[name] = await answersOf(site)

if (process.argv.includes('--record')) {
  writeFileSync(ANSWERS, `${JSON.stringify(answers, undefined, 2)}\n`)
  console.log(`${countOf(answers)} answers noted`)
} else {
  const known = JSON.parse(readFileSync(ANSWERS, 'utf8'))
  const others = differences(known, answers)
  for (const line of others) console.log(line)
  console.log(`${countOf(answers)} answers, ${others.length} other than noted`)
  if (others.length > 0) process.exitCode = 1
}

async function answersOf(site) {
  const folder = mkdtempSync(join(tmpdir(), 'newcomen-jekyll-'))
  writeSite(folder, site)
  const port = await freePort()
  const words = ['serve', '--skip-initial-build', '--no-watch', '--port', String(port)]
  const env = { ...process.env, TZ: 'UTC' } // listings show the time of the machine
  const server = spawn(JEKYLL, words, { cwd: folder, env, stdio: 'ignore' })
  try {
    await untilListening(port)
    const found = {}
    for (const asked of site.requests) found[nameOf(asked)] = await ask(port, asked)
    return found
  } finally {
    server.kill('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function untilListening(port) {
  for (let tries = 0; tries < 300; tries++) {
    if (await ask(port, '/').then(Boolean, () => false)) return
    await sleep(100)
  }
  throw new Error('Jekyll does not listen')
}

function differences(known, found) {
  return Object.entries(found).flatMap(([site, asked]) =>
    Object.entries(asked)
      .filter(([name, answer]) => !isDeepStrictEqual(known[site]?.[name], answer))
      .map(([name, answer]) => `${site}: ${name}\n  ${JSON.stringify(answer)}`),
  )
}

function countOf(all) {
  return Object.values(all).reduce((sum, asked) => sum + Object.keys(asked).length, 0)
}
