/**
 * Builds mutated sites, one message each, and answers what was wrong.
 */

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { load } from '../conformance/compiled.mjs'

const [dist, top] = process.argv.slice(2)
const { run } = await load(dist, 'cli/run.js')
const ORACLE_SECONDS = 30

process.on('message', async ({ number, files, oracle }) => {
  const folder = join(top, `case-${number}`)
  const site = join(folder, 'site')
  mkdirSync(site, { recursive: true })
  writeFileSync(join(folder, 'canary'), 'alive')
  for (const [path, content] of files) put(join(site, path), content)
  process.send(await tryToBuild(folder, site, oracle))
})

/** What cannot be put on disk, such as a file below a file, is left out. */
function put(path, content) {
  try {
    mkdirSync(dirname(path), { recursive: true })
    if (content.link !== undefined) symlinkSync(content.link, path)
    else writeFileSync(path, content)
  } catch (error) {
    if (error.code === undefined) throw error
  }
}

async function tryToBuild(folder, site, oracle) {
  const before = contentsOf(folder, site)
  let stderr = ''
  let status
  try {
    status = await run(['build', '--trace', '-d', join(site, '_site')], {
      cwd: site,
      env: { HOME: site, PATH: process.env.PATH, TZ: 'UTC' },
      stdout: { write: () => true },
      stderr: { write: (text) => (stderr += text) },
      untilInterrupted: async () => {},
    })
  } catch (error) {
    return { fault: `threw ${error?.stack}` }
  }
  const changed = differences(before, contentsOf(folder, site))
  if (changed.length > 0) return { fault: `changed outside of the destination: ${changed}` }
  if (status !== 0 && status !== 1) return { fault: `ended with ${status}` }
  if (status === 1 && !/^SiteError: /m.test(stderr)) return { fault: stderr.slice(0, 2000) }
  if (oracle === undefined || status === 1) return { status }
  return compareWithOracle(oracle, site)
}

function compareWithOracle(oracle, site) {
  const [command, ...words] = oracle.split(' ')
  rmSync(join(site, '_site'), { recursive: true, force: true })
  const { status, stderr } = spawnSync(command, [...words, 'build', '-d', join(site, '_site')], {
    cwd: site,
    encoding: 'utf8',
    timeout: ORACLE_SECONDS * 1000,
    env: { ...process.env, HOME: site },
  })
  if (status === 1) return { fault: `ended with 0, and the oracle with 1: ${stderr.slice(0, 600)}` }
  return { status: 0 }
}

/** Everything but the destination and the cache: kind and content by path. */
function contentsOf(folder, site) {
  const contents = new Map()
  const visit = (path) => {
    if (path === join(site, '_site') || path === join(site, '.jekyll-cache')) return
    const found = lstatSync(path)
    if (found.isSymbolicLink()) contents.set(path, `link ${readlinkSync(path)}`)
    else if (found.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name))
    else contents.set(path, createHash('sha1').update(readFileSync(path)).digest('hex'))
  }
  visit(folder)
  return contents
}

function differences(before, after) {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => before.get(path) !== after.get(path))
}
