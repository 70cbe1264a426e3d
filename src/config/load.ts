/**
 * Makes the configuration: Jekyll's defaults, under the files, under the flags.
 *
 * `data` is what templates see and keeps whatever anybody wrote. The typed keys
 * are taken from it once all layers are merged, so that every wrong type is
 * found here and not in the middle of a build.
 */

import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { CalendarDate, findZone, parseTime, Time } from '../util/dates.ts'
import { className } from '../util/inspect.ts'
import type { Log } from '../util/log.ts'
import { deepMerge, type Hash, isHash, toHash } from '../util/values.ts'
import {
  choice,
  integer,
  isOn,
  list,
  mapping,
  optionalText,
  type Settings,
  settingError,
  text,
} from './checks.ts'
import type { Config } from './config.ts'
import { readDefaults } from './default-sets.ts'
import { defaultSettings, EXCLUDED } from './defaults.ts'
import { type FileChoice, readSettings, type SettingsFile, withZone } from './files.ts'

export interface LoadConfigOptions {
  /** The working folder; without it, the process's. */
  readonly cwd?: string
  /** Environment variables; without them, the process's. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Files to read in place of the source's own; later ones win. */
  readonly configFiles?: readonly string[]
  /** What the command line says, by the key of the configuration. Beats every file. */
  readonly flags?: Readonly<Record<string, unknown>>
  readonly log: Log
}

/** @throws SiteError for files that cannot be read and settings that do not fit */
export async function loadConfig(options: LoadConfigOptions): Promise<Config> {
  const cwd = resolve(options.cwd ?? '.')
  const env = options.env ?? process.env
  const flags = toHash(options.flags ?? {})
  const defaults = defaultSettings(cwd)

  const files = await readFiles(options, cwd, flags)
  checkLists(files)
  const data = complete(deepMerge(deepMerge(defaults, mergeFiles(files)), flags), files)
  return typed({ data, files }, { cwd, env, log: options.log })
}

interface Surroundings {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
}

/** The source that counts for finding files is the flag's; a file cannot move itself. */
async function readFiles(
  { configFiles: names = [], log, env = process.env }: LoadConfigOptions,
  cwd: string,
  flags: Hash,
): Promise<readonly SettingsFile[]> {
  const source = expand(String(flags.get('source') ?? cwd), cwd, env)
  const choice: FileChoice = { cwd, source, names, log }
  const files = await readSettings(choice)
  const timezone = flags.get('timezone') ?? mergeFiles(files).get('timezone')
  if (typeof timezone !== 'string') return files
  const zone = findZone(timezone)
  return files.map((file) => withZone(file, zone))
}

/** Later files win. Keys of the top are text, whatever YAML makes of them. */
function mergeFiles(files: readonly SettingsFile[]): Hash {
  let merged: Hash = new Map()
  for (const { settings } of files) {
    const named = [...settings].map(([key, value]) => [key === null ? '' : String(key), value])
    merged = deepMerge(merged, new Map(named as [string, unknown][]))
  }
  return merged
}

/** Even null is no list, where a file says it. */
function checkLists(files: readonly SettingsFile[]): void {
  const settings = { data: mergeFiles(files), files }
  for (const key of ['plugins', 'include', 'exclude']) {
    if (settings.data.has(key)) list(settings, key)
  }
}

/** What Jekyll adds of its own: excluded folders and the collection of posts. */
function complete(data: Hash, files: readonly SettingsFile[]): Hash {
  const exclude = list({ data, files }, 'exclude')
  return new Map(data)
    .set('exclude', [...new Set([...exclude, ...EXCLUDED])])
    .set('collections', withPosts(data, files))
}

/** A list of labels or a mapping; posts come first, are always written and follow the site's style. */
function withPosts(data: Hash, files: readonly SettingsFile[]): Hash {
  const value = data.get('collections')
  const named: unknown = Array.isArray(value)
    ? new Map(value.map((label) => [label, new Map()]))
    : (value ?? new Map())
  if (!isHash(named)) {
    throw settingError(
      files,
      ['collections'],
      'Your `collections` key must be a hash or an array.',
      'Write collections: [one, two], or one mapping for each label.',
    )
  }
  const collections = deepMerge(new Map([['posts', new Map()]]), named)
  const posts = new Map(isHash(collections.get('posts')) ? (collections.get('posts') as Hash) : [])
  posts.set('output', true)
  if (!posts.get('permalink')) posts.set('permalink', styleTemplate(data.get('permalink')))
  return collections.set('posts', posts)
}

const STYLES: ReadonlyMap<unknown, string> = new Map([
  ['none', '/:categories/:title:output_ext'],
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
])

function styleTemplate(style: unknown): string {
  return STYLES.get(style) ?? String(style)
}

function typed(settings: Settings, surroundings: Surroundings): Config {
  const { data, files } = settings
  refuseRelativePermalinks(settings)
  const folders = readFolders(settings, surroundings)
  const timezone = optionalText(settings, 'timezone')
  const liquid = mapping(settings, 'liquid')
  const limitPosts = integer(settings, 'limit_posts')
  if (limitPosts < 0) {
    throw settingError(files, ['limit_posts'], 'limit_posts must be a non-negative number')
  }

  return {
    ...folders,
    configFiles: files.map(({ name }) => name),
    environment: surroundings.env.JEKYLL_ENV ?? 'development',
    collections: readCollections(settings),

    safe: isOn(settings, 'safe'),
    include: list(settings, 'include'),
    exclude: list(settings, 'exclude'),
    keepFiles: list(settings, 'keep_files'),
    encoding: text(settings, 'encoding'),
    markdownExtensions: text(settings, 'markdown_ext').toLowerCase().split(','),
    strictFrontMatter: isOn(settings, 'strict_front_matter'),

    showDrafts: isOn(settings, 'show_drafts'),
    limitPosts,
    future: isOn(settings, 'future'),
    unpublished: isOn(settings, 'unpublished'),

    plugins: list(settings, 'plugins'),
    whitelist: list(settings, 'whitelist'),

    markdown: text(settings, 'markdown'),
    highlighter: optionalText(settings, 'highlighter') ?? '',
    lsi: isOn(settings, 'lsi'),
    excerptSeparator: optionalText(settings, 'excerpt_separator') ?? '',
    pageExcerpts: isOn(settings, 'page_excerpts'),
    incremental: isOn(settings, 'incremental'),
    diskCache: !isOn(settings, 'safe') && !isOn(settings, 'disable_disk_cache'),

    permalink: text(settings, 'permalink'),
    paginate: data.get('paginate') == null ? undefined : integer(settings, 'paginate'),
    paginatePath: text(settings, 'paginate_path'),
    timezone,
    time: readTime(settings, timezone),

    url: optionalText(settings, 'url'),
    baseurl: optionalText(settings, 'baseurl'),
    theme: readTheme(settings, surroundings.log),
    ignoreThemeConfig: data.get('ignore_theme_config') === true,

    defaults: readDefaults(settings, surroundings.log),
    liquid: {
      errorMode: choice(settings, ['liquid', 'error_mode'], ['warn', 'lax', 'strict']),
      strictFilters: isTrue(liquid.get('strict_filters')),
      strictVariables: isTrue(liquid.get('strict_variables')),
    },
    kramdown: mapping(settings, 'kramdown'),
    sass: mapping(settings, 'sass'),

    quiet: isOn(settings, 'quiet'),
    verbose: isOn(settings, 'verbose'),
    profile: isOn(settings, 'profile'),

    data,
  }
}

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false
}

function refuseRelativePermalinks(settings: Settings): void {
  if (!isOn(settings, 'relative_permalinks')) return
  throw settingError(
    settings.files,
    ['relative_permalinks'],
    'Since v3.0, permalinks for pages in subfolders must be relative to the site source directory, ' +
      'not the parent directory. Check https://jekyllrb.com/docs/upgrading/ for more info.',
    "Remove 'relative_permalinks' from the configuration.",
  )
}

type Folders = Pick<
  Config,
  | 'source'
  | 'destination'
  | 'collectionsDir'
  | 'cacheDir'
  | 'pluginsDirs'
  | 'layoutsDir'
  | 'includesDir'
  | 'dataDir'
>

function readFolders(settings: Settings, { cwd, env }: Surroundings): Folders {
  const source = expand(text(settings, 'source'), cwd, env)
  const destination = expand(text(settings, 'destination'), cwd, env)
  refuseDestination(source, destination, settings.files)
  return {
    source,
    destination,
    collectionsDir: insideSource(text(settings, 'collections_dir'), source),
    cacheDir: insideSource(text(settings, 'cache_dir'), source),
    pluginsDirs: readPluginsDirs(settings, source, cwd, env),
    layoutsDir: insideSource(text(settings, 'layouts_dir'), source),
    includesDir: insideSource(text(settings, 'includes_dir'), source),
    dataDir: insideSource(text(settings, 'data_dir'), source),
  }
}

/** Cleaning the destination would remove the site itself. Links are looked through. */
function refuseDestination(
  source: string,
  destination: string,
  files: readonly SettingsFile[],
): void {
  const isWithin = (inner: string, outer: string) =>
    inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)
  if (!isWithin(source, destination) && !isWithin(realPath(source), realPath(destination))) return
  throw settingError(
    files,
    ['destination'],
    'Destination directory cannot be or contain the Source directory.',
    `The source is ${source}; choose a folder beside or below it, such as _site.`,
  )
}

/** With links resolved as far as the path exists. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const parent = dirname(path)
  return parent === path ? path : join(realPath(parent), path.slice(parent.length))
}

/** `~` is the home of whoever builds. */
function expand(
  path: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const [, rest] = /^~(?:\/(.*))?$/s.exec(path) ?? []
  if (path === '~' || rest !== undefined) return resolve(env.HOME ?? homedir(), rest ?? '.')
  return resolve(cwd, path)
}

/** Relative to the source, and never out of it: `..` goes no higher. */
function insideSource(path: string, source: string): string {
  const clean = posix.resolve('/', slashes(path)).slice(1)
  const above = slashes(source).replace(/^\//, '')
  if (clean === above) return ''
  return clean.startsWith(`${above}/`) ? clean.slice(above.length + 1) : clean
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/')
}

/** The usual folder lies in the source, others are named from the working folder. */
function readPluginsDirs(
  settings: Settings,
  source: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const value = settings.data.get('plugins_dir')
  if (value === '_plugins') return ['_plugins']
  const named = Array.isArray(value)
    ? list(settings, 'plugins_dir')
    : [text(settings, 'plugins_dir')]
  return named.map((each) => slashes(relative(source, expand(each, cwd, env))))
}

function readCollections(settings: Settings): ReadonlyMap<string, Hash> {
  const collections = new Map<string, Hash>()
  for (const [label, metadata] of mapping(settings, 'collections')) {
    collections.set(String(label), isHash(metadata) ? metadata : new Map())
  }
  return collections
}

/** What the build is to call now. */
function readTime({ data, files }: Settings, timezone: string | undefined): Time | undefined {
  const value = data.get('time')
  if (!isTrue(value)) return undefined
  const zone = findZone(timezone)
  if (value instanceof Time) return value.toZone(zone)
  if (value instanceof CalendarDate) return value.toTime(zone)
  const time = parseTime(String(value), zone, Time.fromMs(Date.now(), zone))
  if (time) return time.toZone(zone)
  throw settingError(
    files,
    ['time'],
    `Invalid date '${String(value)}': Invalid time in _config.yml.`,
    'Write a date and time: 2024-01-31 10:00:00 +0000',
  )
}

function readTheme({ data }: Settings, log: Log): string | undefined {
  const theme = data.get('theme')
  if (typeof theme === 'string') return theme
  if (theme !== undefined && theme !== null) {
    log.warn(
      'Theme:',
      "value of 'theme' in config should be String to use gem-based themes, " +
        `but got ${className(theme)}`,
    )
  }
  return undefined
}
