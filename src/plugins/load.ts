/**
 * Everything a site brings to a build: what every site gets, the plugins it
 * names, and the files in its `_plugins`.
 *
 * Names come from `plugins:`, from the theme, and from the group
 * `jekyll_plugins` of a Gemfile. A name is looked for among the first-party plugins, then among the packages
 * installed for the site. In safe mode neither a site's own files nor its
 * packages run, and only whitelisted names load, as in Jekyll.
 */

import { statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Config } from '../config/config.ts'
import { readPluginGroup } from '../config/gemfile.ts'
import type { Plugin } from '../plugin.ts'
import { type Place, SiteError } from '../util/errors.ts'
import type { Log } from '../util/log.ts'
import { nearest } from '../util/nearest.ts'
import { findPackage, importTypeScript } from '../util/packages.ts'
import { guarded } from './guard.ts'
import { builtIn, firstParty } from './index.ts'
import indexPages from './index-pages.ts'
import { knownGems } from './known-gems.ts'
import { tagAdvice } from './known-tags.ts'
import { describeRuby, type RubyFile, readRuby } from './ruby-files.ts'
import { checkShape } from './shape.ts'

/** @throws SiteError for a name nobody knows and for a plugin of the site that does not load */
export async function loadPlugins(config: Config, log: Log): Promise<Plugin[]> {
  warnOfUnusedPagination(config, log)
  return [
    { name: 'known tags', isPure: true, absentTags: tagAdvice },
    indexPages,
    ...(await loadNamed(config, log)),
    ...(await (config.safe ? warnOfLeftOut(config, log) : loadFolders(config, log))),
  ]
}

async function loadNamed(config: Config, log: Log): Promise<Plugin[]> {
  const plugins: Plugin[] = []
  const grouped = config.usesBundler ? readPluginGroup(config.source) : []
  for (const name of new Set([...grouped, ...themeNeeds(config), ...config.plugins])) {
    if (config.safe && !config.whitelist.includes(name)) continue
    const plugin = await loadOne(name, config, log)
    if (plugin) plugins.push(plugin)
  }
  return plugins
}

/** Of the gems that a theme needs, those that are plugins; the rest is libraries of Ruby. */
function themeNeeds({ plugins, themeFiles }: Config): string[] {
  const names = themeFiles?.dependencies.map(({ name }) => name) ?? []
  return names.filter(
    (name) => plugins.includes(name) || firstParty.has(name) || knownGems.has(name),
  )
}

async function loadOne(name: string, config: Config, log: Log): Promise<Plugin | undefined> {
  if (builtIn.has(name)) return undefined
  const load = firstParty.get(name)
  if (load) return (await load()).default
  if (!config.safe) {
    const file = findPackage(name, config.source)
    if (file !== undefined) return importPlugin(file, { file: name }, config.source)
  }
  await reportMissing(name, config, log)
  return undefined
}

/**
 * A gem that does exist costs its own work and no more; a name that nothing
 * vouches for ends the build, as it does in Jekyll.
 */
async function reportMissing(name: string, config: Config, log: Log): Promise<void> {
  const missing = knownGems.get(name)
  if (missing === undefined && !(await isInGemfile(name, config.source))) {
    throw unknownPlugin(name, config)
  }
  log.warn(
    'Plugins:',
    `${name} is not part of newcomen. The site is built without ${missing ?? 'what it does'}. ` +
      'An npm package of that name would be used, if one is a plugin for newcomen.',
  )
}

async function isInGemfile(name: string, source: string): Promise<boolean> {
  for (const file of ['Gemfile', 'Gemfile.lock']) {
    const text = await readIfThere(join(source, file))
    if (text?.split(/[\s'"(),]+/).includes(name)) return true
  }
  return false
}

function unknownPlugin(name: string, { configFiles: [file] }: Config): SiteError {
  const near = nearestPlugin(name)
  return new SiteError(
    `Yikes! It looks like you don't have ${name} or one of its dependencies installed.`,
    {
      topic: 'Dependency Error:',
      ...(file === undefined ? {} : { place: { file } }),
      hint: near
        ? `Did you mean '${near}'?`
        : `Remove it from 'plugins', name its gem in the Gemfile to build without it, or install an npm package of that name.`,
    },
  )
}

/** Nearly all begin with `jekyll-`, which makes no two of them alike. */
function nearestPlugin(name: string): string | undefined {
  const shorter = (each: string) => each.replace(/^jekyll[-_]/, '')
  const names = [...firstParty.keys(), ...knownGems.keys()]
  const near = nearest(shorter(name), names.map(shorter))
  return names.find((each) => shorter(each) === near)
}

/**
 * The scripts of every plugins folder, by name; what they import may lie in
 * folders below. Files of Ruby are told of, wherever they are, and left alone.
 */
async function loadFolders(config: Config, log: Log): Promise<Plugin[]> {
  const plugins: Plugin[] = []
  const ruby: RubyFile[] = []
  for (const folder of config.pluginsDirs.map((name) => resolve(config.source, name))) {
    for (const file of await listFiles(folder)) {
      const path = relative(config.source, file).split(sep).join('/')
      if (isScriptOf(folder, file))
        plugins.push(await importPlugin(file, { file: path }, config.source))
      if (file.endsWith('.rb')) ruby.push(readRuby(path, await readFile(file, 'utf8')))
    }
  }
  if (ruby.length === 0) return plugins
  log.warn('Plugins:', describeRuby(ruby))
  const absentTags = new Map(
    ruby.flatMap(({ path, tags }) => tags.map((tag) => [tag, inRuby(path)])),
  )
  return [...plugins, { name: 'ruby files', isPure: true, absentTags }]
}

/** Who wrote a script for newcomen does not expect GitHub's rules to keep it from running. */
async function warnOfLeftOut({ isForPages, pluginsDirs, source }: Config, log: Log): Promise<[]> {
  if (!isForPages) return []
  for (const name of pluginsDirs) {
    const folder = resolve(source, name)
    const scripts = (await listFiles(folder)).filter((file) => isScriptOf(folder, file))
    if (scripts.length > 0) {
      log.warn(
        'GitHub Pages:',
        `no plugins of a site run there, so those in ${name} do not run here.`,
      )
    }
  }
  return []
}

function inRuby(path: string): string {
  return `It is defined in ${path}, in Ruby, which does not run here; write it in JavaScript beside that file.`
}

function isScriptOf(folder: string, file: string): boolean {
  return dirname(file) === folder && /\.(?:m?js|ts)$/.test(file) && !file.endsWith('.d.ts')
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    return files.map((entry) => join(entry.parentPath, entry.name)).sort()
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return []
    throw error
  }
}

async function importPlugin(file: string, place: Place, source: string): Promise<Plugin> {
  let module: unknown
  try {
    module = await importScript(file, source)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new SiteError(`The plugin '${place.file}' could not be loaded: ${why}`, {
      place,
      cause,
      ...(hasCode(cause, 'ERR_UNKNOWN_FILE_EXTENSION') && {
        hint: "Node reads TypeScript from version 22.18 on. Before that, run 'npm install jiti' in the site.",
      }),
    })
  }
  const plugin = typeof module === 'object' && module && 'default' in module && module.default
  if (isPlugin(plugin)) {
    checkShape(plugin, place.file)
    const isOwn = resolve(source, place.file) === file
    return guarded(plugin, { file: place.file, script: isOwn ? file : undefined })
  }
  throw new SiteError(`'${place.file}' is not a plugin.`, {
    place,
    hint: 'Its default export should be an object with a name, such as { name, generators, tags }.',
  })
}

/** Read anew where it has changed. */
async function importScript(file: string, source: string): Promise<unknown> {
  try {
    return await import(`${pathToFileURL(file).href}?changed=${statSync(file).mtimeMs}`)
  } catch (error) {
    if (!hasCode(error, 'ERR_UNKNOWN_FILE_EXTENSION')) throw error
    const module = await importTypeScript(file, source)
    if (module === undefined) throw error
    return module
  }
}

function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'object' && value !== null && 'name' in value
}

function warnOfUnusedPagination({ data, plugins }: Config, log: Log): void {
  const wanted = data.get('paginate')
  if (wanted === undefined || wanted === null || wanted === false) return
  if (plugins.includes('jekyll-paginate')) return
  log.warn(
    'Deprecation:',
    "You appear to have pagination turned on, but you haven't included the `jekyll-paginate` gem. " +
      'Ensure you have `plugins: [jekyll-paginate]` in your configuration file.',
  )
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'EISDIR')) return undefined
    throw error
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
