/**
 * Where things are: the source, the destination and the folders of the source.
 */

import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import type { Log } from '../util/log.ts'
import { list, type Settings, settingError, text } from './checks.ts'
import type { Config } from './config.ts'
import type { SettingsFile } from './files.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** What a configuration is read in. */
export interface Surroundings {
  /** Absolute. */
  readonly cwd: string
  readonly env: Environment
  readonly log: Log
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

export function readFolders(settings: Settings, { cwd, env }: Surroundings): Folders {
  const source = expandPath(text(settings, 'source'), cwd, env)
  const destination = expandPath(text(settings, 'destination'), cwd, env)
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
export function expandPath(path: string, cwd: string, env: Environment): string {
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
  env: Environment,
): readonly string[] {
  const value = settings.data.get('plugins_dir')
  if (value === '_plugins') return ['_plugins']
  const named = Array.isArray(value)
    ? list(settings, 'plugins_dir')
    : [text(settings, 'plugins_dir')]
  return named.map((each) => slashes(relative(source, expandPath(each, cwd, env))))
}
