/**
 * Makes the configuration: Jekyll's defaults, under the files, under the flags.
 *
 * `data` is what templates see and keeps whatever anybody wrote. The typed keys
 * are taken from it once all layers are merged, so that every wrong type is
 * found here and not in the middle of a build.
 */

import { resolve } from 'node:path'
import { CalendarDate, findZone, parseTime, Time } from '../util/dates.ts'
import { className } from '../util/inspect.ts'
import type { Log } from '../util/log.ts'
import { deepMerge, type Hash, isHash, toHash } from '../util/values.ts'
import {
  asInteger,
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
import { defaultSettings } from './defaults.ts'
import { type Environment, readFolders, type Surroundings } from './folders.ts'
import { PAGES_THEME } from './github-pages.ts'
import { type Layers, readLayers } from './layers.ts'
import { readThemePlaces } from './theme.ts'

export interface LoadConfigOptions {
  /** The working folder; without it, the process's. */
  readonly cwd?: string
  /** Environment variables; without them, the process's. */
  readonly env?: Environment
  /** Files to read in place of the source's own; later ones win. */
  readonly configFiles?: readonly string[]
  /** What the command line says, by the key of the configuration. Beats every file. */
  readonly flags?: Readonly<Record<string, unknown>>
  readonly log: Log
}

/** @throws SiteError for files that cannot be read and settings that do not fit */
export async function loadConfig(options: LoadConfigOptions): Promise<Config> {
  const { configFiles = [], flags = {}, env = process.env, log } = options
  const surroundings = { cwd: resolve(options.cwd ?? '.'), env, log }
  return typed(await readLayers(configFiles, toHash(flags), surroundings), surroundings)
}

function typed(settings: Layers, surroundings: Surroundings): Config {
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
    usesBundler: !surroundings.env.JEKYLL_NO_BUNDLER_REQUIRE,
    whitelist: list(settings, 'whitelist'),

    markdown: text(settings, 'markdown'),
    highlighter: optionalText(settings, 'highlighter') ?? '',
    lsi: isOn(settings, 'lsi'),
    excerptSeparator: optionalText(settings, 'excerpt_separator') ?? '',
    pageExcerpts: isOn(settings, 'page_excerpts'),
    incremental: isOn(settings, 'incremental'),
    diskCache: !isOn(settings, 'safe') && !isOn(settings, 'disable_disk_cache'),

    permalink: text(settings, 'permalink'),
    paginate: data.get('paginate') == null ? undefined : asInteger(settings, 'paginate'),
    paginatePath: text(settings, 'paginate_path'),
    timezone,
    time: readTime(settings, timezone),

    url: optionalText(settings, 'url'),
    baseurl: optionalText(settings, 'baseurl'),
    theme: readTheme(settings, surroundings.log),
    themeIfAny: settings.isForPages && !data.has('theme') ? PAGES_THEME : undefined,
    isForPages: settings.isForPages,
    remoteTheme:
      data.get('remote_theme') === false ? undefined : optionalText(settings, 'remote_theme'),
    themePlaces: readThemePlaces(surroundings.env, folders.source),
    themeFiles: undefined,
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

/**
 * `config` over what its theme says. Of that, keys with a default of Jekyll's
 * never count.
 *
 * @throws SiteError for settings of the theme that do not fit
 */
export function withThemeSettings(config: Config, theme: Hash): Config {
  const defaults = defaultSettings(config.source)
  const own = new Map([...theme].filter(([key]) => !defaults.has(key)))
  const data = deepMerge(own, config.data)
  const settings = { data, files: [] }
  return {
    ...config,
    paginate: data.get('paginate') == null ? undefined : asInteger(settings, 'paginate'),
    time: readTime(settings, config.timezone),
    url: optionalText(settings, 'url'),
    baseurl: optionalText(settings, 'baseurl'),
    sass: mapping(settings, 'sass'),
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
