/**
 * Themes that are on this machine: in the site's own `_themes`, among npm
 * packages, in a folder that the Gemfile names, and among installed gems.
 */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { GemWish } from '../config/gemfile.ts'
import type { Theme, ThemePlaces } from '../config/theme.ts'
import { isHash, toHash } from '../util/values.ts'
import { realPath } from './folders.ts'
import { type Gemspec, parseGemspec } from './gemspec.ts'
import { chooseVersion } from './versions.ts'

/** The first there is, in the order above. */
export function findInstalled(
  name: string,
  source: string,
  wish: GemWish,
  places: ThemePlaces,
): Theme | undefined {
  return (
    folderTheme(name, join(source, '_themes', name)) ??
    findPackage(name, source) ??
    (wish.path === undefined ? undefined : folderTheme(name, resolve(source, wish.path))) ??
    ownTheme(name, source) ??
    findGem(name, wish.requirements, [...places.gemFolders, places.cache])
  )
}

/** A folder with a theme in it, told by its gemspec or `package.json` where it has one. */
export function folderTheme(name: string, folder: string): Theme | undefined {
  const root = realPath(folder)
  if (root === undefined || !statSync(root).isDirectory()) return undefined
  const [file] = entriesOf(root).filter((each) => each.endsWith('.gemspec'))
  const spec = file === undefined ? undefined : readGemspec(join(root, file))
  return { ...(packageSpec(root) ?? NOTHING), ...withoutEmpty(spec), name, root }
}

/** A package counts as a theme if it has layouts: npm has other things of such names. */
function findPackage(name: string, source: string): Theme | undefined {
  for (let folder = source; ; folder = dirname(folder)) {
    const root = join(folder, 'node_modules', name)
    if (isFolder(join(root, '_layouts'))) return folderTheme(name, root)
    if (dirname(folder) === folder) return undefined
  }
}

/** A theme's own repository is a site that uses it. */
function ownTheme(name: string, source: string): Theme | undefined {
  return entriesOf(source).includes(`${name}.gemspec`) ? folderTheme(name, source) : undefined
}

/** The newest gem of that name that will do, wherever it lies. */
export function findGem(
  name: string,
  requirements: readonly string[],
  folders: readonly string[],
): Theme | undefined {
  const candidates = gemHomes(folders).flatMap((home) => gemsIn(home, name))
  return chooseVersion(candidates, requirements)
}

/** Every version of a gem in a gem home; without a name, every gem. */
export function gemsIn(home: string, name: string | undefined): Theme[] {
  const specifications = join(home, 'specifications')
  return entriesOf(specifications)
    .filter((file) => file.endsWith('.gemspec') && file.startsWith(name ? `${name}-` : ''))
    .flatMap((file) => {
      const root = realPath(join(home, 'gems', file.slice(0, -'.gemspec'.length)))
      const spec = readGemspec(join(specifications, file))
      const isWanted = spec && (name === undefined || spec.name === name)
      return root !== undefined && isWanted ? [{ ...spec, root }] : []
    })
}

/** Every gem home of this machine; `*` in a path is any name. */
export function gemHomes(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => spread(folder)).filter((home) => isFolder(join(home, 'gems')))
}

function spread(path: string): string[] {
  const star = path.indexOf('*')
  if (star < 0) return [path]
  const above = path.slice(0, star - 1)
  const below = path.slice(star + 1)
  return entriesOf(above).flatMap((name) => spread(`${above}/${name}${below}`))
}

function readGemspec(file: string): Gemspec | undefined {
  try {
    return parseGemspec(readFileSync(file, 'utf8'), file)
  } catch {
    return undefined // unreadable or broken: a theme can do without
  }
}

const NOTHING = { version: '', authors: [], description: '', metadata: new Map(), dependencies: [] }

function packageSpec(root: string): Omit<Gemspec, 'name'> | undefined {
  const data = readJson(join(root, 'package.json'))
  if (!isHash(data)) return undefined
  const author = data.get('author')
  const authorName = isHash(author) ? author.get('name') : author
  return {
    ...NOTHING,
    version: String(data.get('version') ?? ''),
    authors: typeof authorName === 'string' ? [authorName] : [],
    description: String(data.get('description') ?? ''),
  }
}

function readJson(file: string): unknown {
  try {
    return toHash(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined // a theme need not be a package
  }
}

/** A gemspec in a repository often computes its version; what it leaves empty says nothing. */
function withoutEmpty(spec: Gemspec | undefined): Partial<Gemspec> {
  const pairs = Object.entries(spec ?? {}).filter(
    ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(pairs)
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return [] // most of the usual places are not there
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
