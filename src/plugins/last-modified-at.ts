/**
 * jekyll-last-modified-at: `page.last_modified_at` and `{% last_modified_at %}`
 * say when a file was last committed or, outside of Git, last written.
 *
 * Git is asked once for all files. What front matter says is overruled in pages
 * and holds in documents, as with the gem.
 */

import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Config,
  type GeneratorContext,
  isHash,
  isTruthy,
  type Plugin,
  type Renderable,
  renderables,
  type Site,
  type TagContext,
} from '../plugin.ts'

const KEY = 'last_modified_at'

const lastModifiedAt: Plugin = {
  name: 'jekyll-last-modified-at',
  isPure: true,
  generators: [
    { name: 'jekyll-last-modified-at', priority: 'highest', generate: setTimes },
    { name: 'jekyll-last-modified-at later', priority: 'lowest', generate: setTimesOfLater },
  ],
  tags: {
    last_modified_at: {
      parse: (markup) => (context) => shown(context, markup.trim() || formatOf(context.config)),
    },
  },
}

export default lastModifiedAt

function setTimes(site: Site, { time }: GeneratorContext): void {
  const { source } = site.config
  const commits = commitTimes(source)
  for (const { data, kind, path } of renderables(site)) {
    if (kind === 'document' && isTruthy(data.get(KEY))) continue
    const seconds = timeOf(path, source, commits)
    if (seconds !== undefined) data.set(KEY, time(seconds * 1000))
  }
}

/** For pages that generators made of files, as of a README. */
function setTimesOfLater({ config, pages }: Site, { time }: GeneratorContext): void {
  const { source } = config
  const later = pages.filter(
    (page) => !page.data.has(KEY) && timeOf(fileOf(page), source, new Map()) !== undefined,
  )
  if (later.length === 0) return
  const commits = commitTimes(source)
  for (const page of later) {
    const seconds = timeOf(fileOf(page), source, commits)
    if (seconds !== undefined) page.data.set(KEY, time(seconds * 1000))
  }
}

function fileOf(item: Renderable): string {
  return (item.kind === 'page' ? item.shownPath : undefined) ?? item.path
}

/** Seconds; undefined for what has no file. */
function timeOf(path: string, source: string, commits: Commits): number | undefined {
  const committed = commits.get(path)
  if (committed !== undefined) return committed
  const written = statSync(join(source, path), { throwIfNoEntry: false })?.mtimeMs
  return written === undefined ? undefined : Math.floor(written / 1000)
}

/** Seconds by path below the source; empty where Git knows nothing of it. */
type Commits = ReadonlyMap<string, number>

function commitTimes(source: string): Commits {
  const times = new Map<string, number>()
  for (const commit of log(source).split('\x01').slice(1)) {
    const [seconds = '', ...paths] = commit.split(/[\0\n]+/)
    for (const path of paths) {
      if (path !== '' && !times.has(path)) times.set(path, Number(seconds))
    }
  }
  return times
}

/**
 * From the newest commit: a mark, its time, and the paths it changed. Empty without
 * Git, a repository or a commit.
 */
function log(source: string): string {
  const words = ['log', '--format=%x01%ct', '--name-only', '-z', '--relative', '--', '.']
  const { status, stdout } = spawnSync('git', words, {
    cwd: source,
    encoding: 'utf8',
    maxBuffer: Number.MAX_SAFE_INTEGER,
  })
  return status === 0 ? stdout : ''
}

function formatOf({ data }: Config): string {
  const options = data.get('last-modified-at')
  const format = isHash(options) ? options.get('date-format') : undefined
  return typeof format === 'string' ? format : '%d-%b-%y'
}

/**
 * The file's own time, whatever its front matter says. As in the original, the
 * format that comes first serves all tags of a page.
 */
function shown({ config, filter, item, remember }: TagContext, format: string): string {
  const path = fileOf(item).replace(/\/#excerpt$/, '')
  return remember(`last_modified_at ${path}`, () => {
    const commits = remember('last_modified_at', () => commitTimes(config.source))
    const seconds = timeOf(path, config.source, commits)
    return seconds === undefined ? '' : String(filter('date', seconds, format))
  })
}
