/**
 * Watches a site's source and tells what changed, in bursts: what happens
 * while a change is being dealt with is told afterwards, all at once.
 *
 * The configuration is asked for each time, because the one in force may
 * change while watching.
 */

import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { watch as watchFiles } from 'chokidar'
import type { Config } from '../config/config.ts'
import { createMatcher } from '../reader/entry-filter.ts'

export interface WatchOptions {
  readonly config: () => Config
  /** The working folder, to which `Config.configFiles` are relative. */
  readonly cwd: string
  readonly polling: boolean
  readonly onChange: (changes: Changes) => Promise<void>
  /** What cannot be watched is told here, and the rest is watched. */
  readonly onError: (error: unknown) => void
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
const QUIET_MS = 25

const CONFIG_NAMES = new Set(['_config.yml', '_config.yaml', '_config.toml'])

/** Folders that no site is made of, and what editors leave about for a moment. */
const NEVER =
  /^(?:\.git|\.hg|\.svn|node_modules|\.sass-cache|\.jekyll-metadata|\.DS_Store|4913|\.#.*|#.*#|.*~|\..*\.sw[a-z]|\.subl.*\.tmp)$/

/** Answers once everything is being watched. `onChange` must not throw. */
export async function watch(options: WatchOptions): Promise<Watcher> {
  const { source } = options.config()
  const isIgnored = createIgnoring(options)
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
    atomic: false, // a file that is replaced is one path in a burst anyway
    usePolling: options.polling,
    ignored: isIgnored,
  })
  watcher.on('error', options.onError)
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir' || isIgnored(path)) return
    changed.add(path)
    clearTimeout(timer)
    timer = setTimeout(tell, QUIET_MS)
  })
  await new Promise<void>((ready) => watcher.once('ready', ready))
  return {
    async close() {
      clearTimeout(timer)
      changed.clear()
      await watcher.close()
      await working
    },
  }
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

/** The test for one configuration, made anew only when another is in force. */
function createIgnoring(options: WatchOptions): (path: string) => boolean {
  let config = options.config()
  let test = createIgnoreTest(config, options)
  return (path) => {
    if (config !== options.config()) {
      config = options.config()
      test = createIgnoreTest(config, options)
    }
    return test(path)
  }
}

function createIgnoreTest(config: Config, options: WatchOptions): (path: string) => boolean {
  const { source, destination } = config
  const cache = resolve(source, config.cacheDir)
  const always = new Set([source, ...configFiles(options)])
  const isIncluded = createMatcher(config.include)
  const isExcluded = createMatcher(config.exclude)
  return (path) => {
    if (always.has(path)) return false
    if (isWithin(destination, path) || isWithin(cache, path)) return true
    const inside = shown(source, path)
    if (inside.split('/').some((name) => NEVER.test(name))) return true
    return isExcluded(inside, true) && !isIncluded(inside, true)
  }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(join(folder, sep))
}

function shown(source: string, path: string): string {
  const way = relative(source, path)
  return way.startsWith('..') || isAbsolute(way) ? path : way.replaceAll(sep, '/')
}
