/**
 * Builds mutated sites, one message each, and answers what was wrong.
 */

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { load } from '../conformance/compiled.mjs'

const [dist, top] = process.argv.slice(2)
const { run } = await load(dist, 'cli/run.js')
const ORACLE_SECONDS = 30
const MODIFIED = Date.UTC(2024, 0, 2, 3, 4, 5) / 1000

/** One moment for both programs, and no pages that only one of them makes. */
const SETTINGS = join(top, `settings-${process.pid}.yml`)
writeFileSync(SETTINGS, 'time: 2024-06-01 12:00:00 +0000\nindex_pages: false\n')

process.on('message', async ({ number, files, oracle, bytes }) => {
  const folder = join(top, `case-${number}`)
  const site = join(folder, 'site')
  mkdirSync(site, { recursive: true })
  writeFileSync(join(folder, 'canary'), 'alive')
  for (const [path, content] of files) put(join(site, path), content)
  process.send(await tryToBuild(folder, site, oracle, bytes))
})

/** What cannot be put on disk, such as a file below a file, is left out. */
function put(path, content) {
  try {
    mkdirSync(dirname(path), { recursive: true })
    if (content.link !== undefined) symlinkSync(content.link, path)
    else {
      writeFileSync(path, content)
      utimesSync(path, MODIFIED, MODIFIED)
    }
  } catch (error) {
    if (error.code === undefined) throw error
  }
}

async function tryToBuild(folder, site, oracle, bytes) {
  const config = [
    '--config',
    existsSync(join(site, '_config.yml')) ? `_config.yml,${SETTINGS}` : SETTINGS,
  ]
  const before = contentsOf(folder, site)
  let stderr = ''
  let status
  try {
    status = await run(['build', '--trace', '-d', join(site, '_site'), ...config], {
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
  return compareWithOracle(oracle, site, config, bytes)
}

function compareWithOracle(oracle, site, config, bytes) {
  const [command, ...words] = oracle.split(' ')
  const other = join(dirname(site), 'oracle')
  const args = [...words, 'build', '-d', other, ...config]
  const { status, stderr } = spawnSync(command, args, {
    cwd: site,
    encoding: 'utf8',
    timeout: ORACLE_SECONDS * 1000,
    env: { ...process.env, HOME: site },
  })
  if (status === 1) return { fault: `ended with 0, and the oracle with 1: ${stderr.slice(0, 600)}` }
  if (status !== 0 || !bytes) return { status: 0 }
  const differing = differences(textsBelow(other), textsBelow(join(site, '_site')))
  if (differing.length === 0) return { status: 0 }
  const [path] = differing
  const shown = [other, join(site, '_site')].map((folder) => textsBelow(folder).get(path))
  return { fault: `other than the oracle: ${differing.join(', ')}\n${shown.join('\n--- ours:\n')}` }
}

/** Without the spans of highlighted code, whose lexers have a suite of their own. */
function textsBelow(folder) {
  const texts = new Map()
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }) : []
  for (const name of names.filter((each) => !/\.css(?:\.map)?$/.test(each))) {
    if (!statSync(join(folder, name)).isFile()) continue
    const text = readFileSync(join(folder, name), 'latin1')
    texts.set(name, text.replace(/<span class="[a-z]{1,2}\d?">|<\/span>/g, ''))
  }
  return texts
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
