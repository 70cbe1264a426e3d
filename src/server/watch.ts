/**
 * Watches what a site is made of and tells what changed, in bursts: what happens
 * while a change is being dealt with is told afterwards, all at once.
 *
 * The configuration is asked for each time, because the one in force may change
 * while watching. Where that changes what is to be watched, a new watcher takes
 * over before the old one goes, so that nothing is missed between them.
 */

import { type Stats, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type FSWatcher, watch as watchFiles } from 'chokidar'
import type { Config } from '../config/config.ts'
import {
  configPaths,
  createIgnoreTest,
  isLink,
  isWithin,
  shownPath,
  watchedFolders,
} from './watched.ts'

export interface WatchOptions {
  readonly config: () => Config
  /** The working folder, to which `Config.configFiles` are relative. */
  readonly cwd: string
  readonly polling: boolean
  /** What changed after this moment is told of too, although nobody watched yet. */
  readonly since?: number | undefined
  readonly onChange: (changes: Changes) => Promise<void>
  /** What cannot be watched is told here, and the rest is watched. */
  readonly onError: (error: unknown) => void
}

export interface Changes {
  /** Relative to the source where they lie inside it, sorted. */
  readonly paths: readonly string[]
  /** Whether the configuration and the plugins have to be read again. */
  readonly configChanged: boolean
}

export interface Watcher {
  close(): Promise<void>
}

/** Long enough for an editor to finish saving one file, short enough not to be noticed. */
const QUIET_MS = 10
/** Where several files change, more are likely to follow. */
const QUIET_AMONG_MANY_MS = 25
/** For a while after a change of a file, chokidar tells of no other; then we look ourselves. */
const DEAF_MS = 60
/** Something may be written without a pause, and is to be seen all the same. */
const LONGEST_MS = 1000
/** How often we look whether a source that was removed is back. */
const MISSING_MS = 500

const CONFIG_NAMES = new Set(['_config.yml', '_config.yaml', '_config.toml'])

/** Answers once everything is being watched. `onChange` must not throw. */
export async function watch(options: WatchOptions): Promise<Watcher> {
  const changed = new Set<string>()
  /** Links to folders. */
  const links = new Set<string>()
  const lookings = new Set<NodeJS.Timeout>()
  let timer: NodeJS.Timeout | undefined
  let firstMs = 0
  let working = Promise.resolve()
  let isBusy = false
  let isClosed = false
  let watching = await start(options.since)

  async function start(since = Number.POSITIVE_INFINITY): Promise<Watching> {
    const config = options.config()
    const folder = identityOf(config.source)
    const isIgnored = createIgnoreTest(config, options.cwd)
    const watcher = watchFiles([...watchedFolders(config), ...configPaths(config, options.cwd)], {
      ignoreInitial: false,
      atomic: false, // a file that is replaced is one path in a burst anyway
      usePolling: options.polling,
      ignored: isIgnored,
    })
    watcher.on('error', (error) => {
      if (!isCircle(error)) options.onError(error)
    })
    let isReady = false
    watcher.on('all', (event, path) => {
      if (!isReady) {
        if (event === 'add' && !isIgnored(path) && isChangedSince(path, since)) notice(path)
        if (event === 'addDir' && isLink(path)) links.add(path)
        return
      }
      if (event === 'addDir' || event === 'unlinkDir') noticeFolder(path, config.source)
      else if (!isIgnored(path)) notice(path)
    })
    const ready = new Promise<void>((resolve) => watcher.once('ready', resolve))
    watcher.once('ready', () => {
      isReady = true
    })
    // Of a folder that goes meanwhile, chokidar may never say that it is ready.
    while (!isReady && !isClosed && identityOf(config.source) === folder) {
      await Promise.race([ready, sleep(MISSING_MS, undefined, { ref: false })])
    }
    isReady = true
    return { watcher, config, folder }
  }

  /** A folder is what is in it, but a link may lead to where nobody looks. */
  function noticeFolder(path: string, source: string): void {
    if (isLink(path)) links.add(path)
    else if (!links.delete(path) && path !== source) return
    notice(path)
  }

  function notice(path: string): void {
    if (changed.size === 0) firstMs = Date.now()
    changed.add(path)
    clearTimeout(timer)
    const left = Math.max(0, firstMs + LONGEST_MS - Date.now())
    const quiet = changed.size > 1 ? QUIET_AMONG_MANY_MS : QUIET_MS
    timer = setTimeout(tell, Math.min(quiet, left))
  }

  function tell(): void {
    if (isBusy || isClosed || changed.size === 0) return
    const changes = describe(changed, options)
    lookAgainAt(new Map(Array.from(changed, (path) => [path, stateOf(path)])))
    changed.clear()
    isBusy = true
    working = options
      .onChange(changes)
      .then(keepUp)
      .catch(options.onError)
      .finally(() => {
        isBusy = false
        tell()
      })
  }

  function lookAgainAt(states: ReadonlyMap<string, string | undefined>): void {
    const looking = setTimeout(() => {
      lookings.delete(looking)
      for (const [path, state] of states) if (stateOf(path) !== state) notice(path)
    }, DEAF_MS)
    lookings.add(looking)
  }

  /** Watches what there is to watch after a change. */
  async function keepUp(): Promise<void> {
    const { source } = watching.config
    while (!isClosed && identityOf(source) === undefined) await sleep(MISSING_MS)
    const isAnother = identityOf(source) !== watching.folder
    const isSame = isDeepStrictEqual(
      watchSettings(options.config()),
      watchSettings(watching.config),
    )
    if (isClosed || (isSame && !isAnother)) return
    const before = watching.watcher
    watching = await start()
    await before.close()
    if (isAnother) notice(source)
  }

  return {
    async close() {
      isClosed = true
      for (const each of [timer, ...lookings]) clearTimeout(each)
      changed.clear()
      await working
      await watching.watcher.close()
    },
  }
}

interface Watching {
  readonly watcher: FSWatcher
  readonly config: Config
  /** Of the source, which may be removed and made again. */
  readonly folder: string | undefined
}

/** A link to itself is as good as nothing. */
function isCircle(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOOP'
}

function stateOf(path: string): string | undefined {
  const stats = statsOf(path)
  return stats && `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`
}

function isChangedSince(path: string, since: number): boolean {
  const stats = since === Number.POSITIVE_INFINITY ? undefined : statsOf(path)
  return stats !== undefined && Math.max(stats.mtimeMs, stats.ctimeMs) > since
}

/** Undefined for whatever cannot be looked at: a circle of links is as good as nothing. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** Numbers of folders are given again, so its birth is part of what it is. */
function identityOf(folder: string): string | undefined {
  const stats = statsOf(folder)
  return stats && `${stats.ino} ${stats.birthtimeMs}`
}

/** What decides which files are watched. */
function watchSettings(config: Config): unknown {
  const { cacheDir, configFiles, destination, exclude, include, pluginsDirs } = config
  return [watchedFolders(config), cacheDir, configFiles, destination, exclude, include, pluginsDirs]
}

function describe(changed: ReadonlySet<string>, { config, cwd }: WatchOptions): Changes {
  const current = config()
  const { source } = current
  const files = new Set(configPaths(current, cwd))
  const plugins = current.pluginsDirs.map((folder) => resolve(source, folder))
  const isConfig = (path: string) =>
    files.has(path) ||
    (dirname(path) === source && CONFIG_NAMES.has(basename(path))) ||
    plugins.some((folder) => isWithin(folder, path))
  return {
    paths: [...changed].map((path) => shownPath(source, path)).sort(),
    configChanged: [...changed].some(isConfig),
  }
}
