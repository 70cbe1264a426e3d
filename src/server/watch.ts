/**
 * Watches a site's source and tells what changed, in bursts: what happens
 * while a change is being dealt with is told afterwards, all at once.
 *
 * The configuration is asked for each time, because the one in force may
 * change while watching.
 */

import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { type FSWatcher, watch as watchFiles } from 'chokidar'
import type { Config } from '../config/config.ts'
import { compileGlob } from '../util/globs.ts'

export interface WatchOptions {
  readonly config: () => Config
  /** The working folder, to which `Config.configFiles` are relative. */
  readonly cwd: string
  readonly polling: boolean
  readonly onChange: (changes: Changes) => Promise<void>
}

export interface Changes {
  /** Relative to the source where they lie inside it, sorted. */
  readonly paths: readonly string[]
  readonly configChanged: boolean
}

export interface Watcher {
  close(): Promise<void>
}

/** Long enough for an editor to finish saving, short enough not to be noticed. */
const QUIET_MS = 60

const CONFIG_NAMES = new Set(['_config.yml', '_config.yaml', '_config.toml'])

/** Folders that no site is made of, and what editors leave about for a moment. */
const NEVER =
  /^(?:\.git|\.hg|\.svn|node_modules|\.sass-cache|\.jekyll-metadata|\.DS_Store|4913|\.#.*|#.*#|.*~|\..*\.sw[a-z])$/

/** Answers once everything is being watched. `onChange` must not throw. */
export async function watch(options: WatchOptions): Promise<Watcher> {
  const { source } = options.config()
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let working = Promise.resolve()
  let busy = false

  function tell(): void {
    if (busy || changed.size === 0) return
    const changes = describe(changed, options)
    changed.clear()
    busy = true
    working = options.onChange(changes).finally(() => {
      busy = false
      tell()
    })
  }

  const watcher = watchFiles([source, ...configFiles(options)], {
    ignoreInitial: true,
    usePolling: options.polling,
    ignored: (path) => isIgnored(path, options),
  })
  watcher.on('all', (_event, path) => {
    if (isIgnored(path, options)) return
    changed.add(path)
    clearTimeout(timer)
    timer = setTimeout(tell, QUIET_MS)
  })
  await isReady(watcher)
  return {
    async close() {
      clearTimeout(timer)
      changed.clear()
      await watcher.close()
      await working
    },
  }
}

function isReady(watcher: FSWatcher): Promise<void> {
  return new Promise((resolve, reject) => {
    watcher.once('ready', resolve)
    watcher.once('error', reject)
  })
}

function describe(changed: ReadonlySet<string>, options: WatchOptions): Changes {
  const { source } = options.config()
  const files = new Set(configFiles(options))
  const isConfig = (path: string) =>
    files.has(path) || (dirname(path) === source && CONFIG_NAMES.has(basename(path)))
  return {
    paths: [...changed].map((path) => shown(source, path)).sort(),
    configChanged: [...changed].some(isConfig),
  }
}

function configFiles({ config, cwd }: WatchOptions): string[] {
  return config().configFiles.map((file) => resolve(cwd, file))
}

function isIgnored(path: string, options: WatchOptions): boolean {
  const config = options.config()
  const { source, destination, cacheDir } = config
  if (path === source || configFiles(options).includes(path)) return false
  if (isWithin(destination, path) || isWithin(resolve(source, cacheDir), path)) return true
  const inside = shown(source, path)
  if (inside.split('/').some((name) => NEVER.test(name))) return true
  return (
    config.exclude.some((pattern) => matches(pattern, inside)) &&
    !config.include.some((pattern) => matches(pattern, inside))
  )
}

/** Entries of `include` and `exclude` are patterns and beginnings at once. */
function matches(pattern: string, path: string): boolean {
  return path.startsWith(pattern) || `${path}/` === pattern || compileGlob(pattern)(path)
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(join(folder, sep))
}

function shown(source: string, path: string): string {
  const way = relative(source, path)
  return way.startsWith('..') || isAbsolute(way) ? path : way.replaceAll(sep, '/')
}
