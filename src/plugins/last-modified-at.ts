/**
 * jekyll-last-modified-at: `page.last_modified_at` and `{% last_modified_at %}`
 * say when a file was last committed or, outside of Git, last written.
 *
 * Git is asked once for all files. What front matter says is overruled in pages
 * and holds in documents, as with the gem.
 */

import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  type Config,
  type GeneratorContext,
  isHash,
  isTruthy,
  type Plugin,
  renderables,
  type Site,
  strftime,
  type TagContext,
  Time,
} from '../plugin.ts'

const KEY = 'last_modified_at'
const run = promisify(execFile)

const lastModifiedAt: Plugin = {
  name: 'jekyll-last-modified-at',
  isPure: true,
  generators: [{ name: 'jekyll-last-modified-at', priority: 'highest', generate: setTimes }],
  tags: {
    last_modified_at: {
      parse: (markup) => (context) => shown(context, markup.trim() || formatOf(context.config)),
    },
  },
}

export default lastModifiedAt

async function setTimes(site: Site, { time }: GeneratorContext): Promise<void> {
  const { source } = site.config
  const commits = await commitTimes(source)
  for (const { data, kind, path } of renderables(site)) {
    if (kind === 'document' && isTruthy(data.get(KEY))) continue
    const ms = commits.get(path) ?? statSync(join(source, path), { throwIfNoEntry: false })?.mtimeMs
    if (ms !== undefined) data.set(KEY, time(Math.floor(ms / 1000) * 1000))
  }
}

/** Milliseconds by path below `source`; empty where Git knows nothing of it. */
async function commitTimes(source: string): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  for (const commit of (await log(source)).split('\x01').slice(1)) {
    const [seconds = '', ...paths] = commit.split(/[\0\n]+/)
    for (const path of paths) {
      if (path !== '' && !times.has(path)) times.set(path, Number(seconds) * 1000)
    }
  }
  return times
}

/** From the newest commit: a mark, its time, and the paths it changed. */
async function log(source: string): Promise<string> {
  const words = ['log', '--format=%x01%ct', '--name-only', '-z', '--relative', '--', '.']
  try {
    const { stdout } = await run('git', words, { cwd: source, maxBuffer: Number.MAX_SAFE_INTEGER })
    return stdout
  } catch {
    return '' // no Git, no repository or no commit: then the files' own times count
  }
}

function formatOf({ data }: Config): string {
  const options = data.get('last-modified-at')
  const format = isHash(options) ? options.get('date-format') : undefined
  return typeof format === 'string' ? format : '%d-%b-%y'
}

/** As in the original, the format that comes first serves all tags of a page. */
function shown({ item: { data, path }, remember }: TagContext, format: string): string {
  return remember(`last_modified_at ${path.replace(/\/#excerpt$/, '')}`, () => {
    const time = data.get(KEY)
    return time instanceof Time ? strftime(time, format) : ''
  })
}
