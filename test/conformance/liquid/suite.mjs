/**
 * What Jekyll's Liquid answers: `[{name, template | kind: "build" + files, …}]`,
 * or the same list under the key `cases`.
 *
 * Each case is a site of its own, read by the real reader. Its template is
 * rendered in the scope of a page that the site does not hold, or of the
 * document that `as` names. Cases that come from suites of other projects are
 * read from beside the checkout, where they exist.
 */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { load } from '../compiled.mjs'
import { unifiedDiff } from '../diff.mjs'
import { exactJson, parseExactly, toValue } from './exact-json.mjs'

export const packs = ['test/conformance/liquid/cases.json', '../shared/liquid/cases.json']

const BORROWED = /^(golden-liquid|liquid-spec):/
const BASE_CONFIG = 'time: 2024-02-29 12:34:56 +0000\nquiet: true\ndisable_disk_cache: true\n'

/** Of the pack beside the checkout only what ours does not hold; of any other file everything. */
export function read(text, pack) {
  const parsed = parseExactly(text)
  const cases = Array.isArray(parsed) ? parsed : parsed.cases
  return pack === packs[1] ? cases.filter(({ name }) => BORROWED.test(name)) : cases
}

export async function run(cases, { dist }) {
  process.env.TZ = 'UTC'
  const modules = [
    'index.js',
    'engine.js',
    'reader/read.js',
    'render/item.js',
    'urls/virtual-page.js',
    'util/values.js',
    'util/yaml.js',
    'util/zones.js',
  ]
  const loaded = await Promise.all(modules.map((path) => load(dist, path)))
  const newcomen = Object.assign({}, ...loaded)
  const faults = new Map()
  for (const entry of cases) {
    const fault = await faultOf(newcomen, entry)
    if (fault) faults.set(entry.name, fault)
  }
  return faults
}

async function faultOf(newcomen, entry) {
  const folder = mkdtempSync(join(tmpdir(), 'newcomen-liquid-'))
  const source = join(folder, 'source')
  try {
    const engine = await openSite(newcomen, entry, folder, source)
    const isBuild = entry.kind === 'build'
    const got = isBuild
      ? await buildSite(newcomen, engine, entry)
      : await renderTemplate(newcomen, engine, entry)
    if (entry.error)
      return `no error; expected:\n${entry.error.message}\ngot:\n${JSON.stringify(got)}`
    if (!isBuild) return unifiedDiff(entry.expected, got)
    return fileFaults(entry.expected_files, got)
  } catch (error) {
    return errorFault(entry.error, error, source)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openSite({ createEngine, createLog, loadConfig }, entry, folder, source) {
  mkdirSync(source)
  for (const [path, text] of Object.entries(entry.files ?? {})) put(join(source, path), text)
  const layers = [BASE_CONFIG, entry.config_yaml, entry.config && exactJson(entry.config)]
  const configFiles = layers.flatMap((text, index) => {
    if (text === undefined) return []
    const path = join(folder, `${index}.yml`)
    writeFileSync(path, text)
    return [path]
  })
  const log = createLog()
  const destination = join(source, '_site')
  const flags = { source, destination }
  const config = await loadConfig({ cwd: folder, env: {}, configFiles, flags, log })
  return createEngine(config, log)
}

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

async function buildSite({ build }, engine, { want }) {
  await build(engine)
  const { destination } = engine.config
  const files = readdirSync(destination, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(destination.length + 1))
    .filter((path) => (want ?? [path]).includes(path))
  return Object.fromEntries(
    files.sort().map((path) => [path, readFileSync(join(destination, path), 'utf8')]),
  )
}

async function renderTemplate(newcomen, engine, entry) {
  const { generate, read: readSite } = newcomen
  const { site } = await readSite(engine)
  await generate(engine, site)
  const item = subject(newcomen, engine, site, entry)
  const world = worldOf(newcomen, engine, site)
  const more = new Map([
    ...hash(newcomen, engine, entry.data),
    ...hash(newcomen, engine, entry.data_yaml),
  ])
  const scope = engine.liquid.createScope(world, item, more)
  return engine.liquid.parse(entry.template, { path: item.path, line: 1 }).render(scope)
}

/** The item whose page holds the template. */
function subject(newcomen, engine, site, { as, page, path = 'index.html', template }) {
  if (as === undefined) {
    const { config, converters } = engine
    const data = hash(newcomen, engine, page)
    return newcomen.createVirtualPage(config, converters, path, template, data)
  }
  const documents = [...site.collections.values()].flatMap((collection) => collection.documents)
  const found =
    documents.find(({ relativePath }) => relativePath === as) ??
    site.pages.find((candidate) => candidate.path === as)
  if (!found) throw new Error(`no such document: ${as}`)
  return found
}

/** What templates see of the site, taken from a renderer at work. */
function worldOf({ createRenderer, createVirtualPage }, engine, site) {
  let seen
  const createScope = (world, ...rest) => {
    seen = world
    return engine.liquid.createScope(world, ...rest)
  }
  const liquid = Object.assign(Object.create(engine.liquid), { createScope })
  const render = createRenderer({ ...engine, liquid }, site, () => undefined)
  render(createVirtualPage(engine.config, engine.converters, 'any.html', ''))
  return seen
}

/** A mapping that a case gives as YAML text or as an object. */
function hash(newcomen, { config }, value) {
  if (value === undefined) return new Map()
  if (typeof value !== 'string') return toValue(value, newcomen)
  return newcomen.parseYaml(value, { zone: newcomen.findZone(config.timezone) }) ?? new Map()
}

/** Ruby's own exceptions have Ruby's own words: only that it fails counts. */
const ONLY_THAT_IT_FAILS = ['NoMethodError', 'TypeError', 'RangeError']

function errorFault(expected, error, source) {
  if (!expected) return error.name === 'SiteError' ? `fails: ${error.message}` : error.stack
  if (error.name !== 'SiteError') return error.stack
  if (ONLY_THAT_IT_FAILS.includes(expected.class)) return undefined
  return unifiedDiff(expected.message, error.message.replaceAll(source, 'SRC'), expected.class)
}

function fileFaults(expected, got) {
  const paths = [...new Set([...Object.keys(expected), ...Object.keys(got)])]
  return paths
    .map((path) => {
      if (!(path in got)) return `missing file ${path}\n`
      if (!(path in expected)) return `unexpected file ${path}\n`
      return unifiedDiff(expected[path], got[path], path)
    })
    .join('')
}

export function show({ name, expected: _text, expected_files: _files, error: _error, ...rest }) {
  const { template = '', data_yaml = '', files = {}, ...other } = rest
  const texts = Object.entries(files).map(([path, text]) => `--- ${path}\n${text}\n`)
  return [template, data_yaml, ...texts, JSON.stringify(other, undefined, 1), ''].join('\n')
}

export function reason({ area }) {
  if (area === 'highlight')
    return 'tokens come from a borrowed grammar, not from a lexer of our own'
  return area === undefined ? 'a detail differs' : `${area}: a detail differs`
}
