/**
 * The layers of a configuration laid over each other: Jekyll's defaults, the
 * files in order, the flags, and what Jekyll then adds of its own.
 */

import { findZone } from '../util/dates.ts'
import { deepMerge, type Hash, isHash } from '../util/values.ts'
import { list, type Settings, settingError } from './checks.ts'
import { defaultSettings, EXCLUDED } from './defaults.ts'
import { readSettings, type SettingsFile, withZone } from './files.ts'
import { expandPath, type Surroundings } from './folders.ts'
import { pagesDefaults, reasonForPages, withPagesForced } from './github-pages.ts'

export interface Layers extends Settings {
  /** Whether the site is built as GitHub's own build does it. */
  readonly isForPages: boolean
}

/** `names` are the files that were asked for. */
export async function readLayers(
  names: readonly string[],
  flags: Hash,
  surroundings: Surroundings,
): Promise<Layers> {
  const files = await readFiles(names, flags, surroundings)
  const written = mergeFiles(files)
  checkLists({ data: written, files })
  const { cwd, env, log } = surroundings
  const merge = (defaults: Hash) => deepMerge(deepMerge(defaults, written), flags)
  const plain = merge(defaultSettings(cwd))
  const source = expandPath(String(plain.get('source')), cwd, env)
  const reason = reasonForPages(written, source, !env.JEKYLL_NO_BUNDLER_REQUIRE)
  if (reason === undefined) return { data: complete(plain, files), files, isForPages: false }

  log.info('GitHub Pages:', `the site is built as GitHub does it, because ${reason}`)
  const beneath = deepMerge(defaultSettings(cwd), pagesDefaults(env.JEKYLL_ENV ?? 'development'))
  return { data: complete(withPagesForced(merge(beneath)), files), files, isForPages: true }
}

/** The source that counts for finding files is the flag's; a file cannot move itself. */
async function readFiles(
  names: readonly string[],
  flags: Hash,
  { cwd, env, log }: Surroundings,
): Promise<readonly SettingsFile[]> {
  const source = expandPath(String(flags.get('source') ?? cwd), cwd, env)
  const files = await readSettings({ cwd, source, names, log })
  const timezone = flags.get('timezone') ?? mergeFiles(files).get('timezone')
  if (typeof timezone !== 'string') return files
  const zone = findZone(timezone)
  return files.map((file) => withZone(file, zone))
}

/** Later files win. Keys of the top are text, whatever YAML makes of them. */
function mergeFiles(files: readonly SettingsFile[]): Hash {
  let merged: Hash = new Map()
  for (const { settings } of files) {
    const named: Hash = new Map()
    for (const [key, value] of settings) named.set(key === null ? '' : String(key), value)
    merged = deepMerge(merged, named)
  }
  return merged
}

/** Even null is no list, where a file says it. */
function checkLists(settings: Settings): void {
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
  const written = collections.get('posts')
  const posts: Hash = new Map(isHash(written) ? written : [])
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
