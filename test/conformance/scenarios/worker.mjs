/**
 * Plays scenarios, one message each, and answers what was wrong with each.
 */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { load } from '../compiled.mjs'
import { faultsOf } from './compare.mjs'
import { gather, mask, prepare } from './folder.mjs'

const [dist, top] = process.argv.slice(2)
const { run } = await load(dist, 'cli/run.js')
const SURROUNDINGS = { ...process.env }
mkdirSync(process.env.HOME, { recursive: true })

/** Jekyll makes no pages for tags and categories by itself, so they are left out as a user would. */
const NO_INDEX_PAGES = join(process.env.HOME, 'no-index-pages.yml')
writeFileSync(NO_INDEX_PAGES, 'index_pages: false\n')
const CONFIG_FILES = ['_config.yml', '_config.yaml', '_config.toml']

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
  const words = (step.args ?? ['build']).map((word) => word.replaceAll('<SITE>', site))
  const args = asksForConfigFiles(step) ? words : withoutIndexPages(words, site)
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

/** A step that looks at the messages about configuration files must not be given one more. */
function asksForConfigFiles(step) {
  return ['stdout_contains', 'stderr_contains'].some((key) =>
    step[key]?.some((part) => part.includes('Configuration file')),
  )
}

/** One more configuration file behind those that a build would read. */
function withoutIndexPages(args, site) {
  if (args[0] !== 'build') return args
  const own = args.indexOf('--config')
  if (own >= 0) return args.with(own + 1, `${args[own + 1]},${NO_INDEX_PAGES}`)
  const source = resolve(site, args.includes('-s') ? args[args.indexOf('-s') + 1] : '.')
  const file = CONFIG_FILES.map((name) => join(source, name)).find((path) => existsSync(path))
  return [...args, '--config', file === undefined ? NO_INDEX_PAGES : `${file},${NO_INDEX_PAGES}`]
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
