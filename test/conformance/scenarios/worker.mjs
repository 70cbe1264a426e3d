/**
 * Plays scenarios, one message each, and answers what was wrong with each.
 */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { load } from '../compiled.mjs'
import { faultsOf } from './compare.mjs'
import { gather, mask, prepare } from './folder.mjs'

const [dist, top] = process.argv.slice(2)
const { run } = await load(dist, 'cli/run.js')
const SURROUNDINGS = { ...process.env }
mkdirSync(process.env.HOME, { recursive: true })

process.on('message', async (scenario) => {
  const folder = mkdtempSync(join(top, 'case-'))
  const site = join(folder, 'site')
  mkdirSync(site)
  try {
    process.send(await play(scenario, site))
  } catch (error) {
    process.send([error.stack])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

async function play(scenario, site) {
  const steps = [scenario, ...(scenario.then ?? [])]
  const faults = []
  for (const [index, step] of steps.entries()) {
    prepare(site, step, index)
    const found = faultsOf(step, await runStep(scenario, step, site))
    faults.push(...found.map((fault) => (index === 0 ? fault : `step ${index + 1}: ${fault}`)))
  }
  return faults
}

async function runStep(scenario, step, site) {
  const streams = { stdout: '', stderr: '' }
  const stream = (name) => ({
    write(text) {
      streams[name] += text
      return true
    },
  })
  const args = (step.args ?? ['build']).map((word) => word.replaceAll('<SITE>', site))
  process.env = environment(site, { ...scenario.env, ...step.env })
  const exit = await run(args, {
    cwd: site,
    env: process.env,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    untilInterrupted: async () => {},
  })
  return {
    exit,
    ...gather(site, step.collect ?? scenario.collect ?? '_site', [
      ...(scenario.ignore ?? []),
      ...(step.ignore ?? []),
    ]),
    stdout: plain(streams.stdout, site),
    stderr: plain(streams.stderr, site),
  }
}

function environment(site, extra) {
  const env = { ...SURROUNDINGS }
  for (const [name, value] of Object.entries(extra)) {
    if (value === null) delete env[name]
    else env[name] = value.replaceAll('<SITE>', site)
  }
  return env
}

function plain(text, site) {
  return mask(text, site).replace(/\u001b\[[0-9;]*m/g, '')
}
