/**
 * Looks up what `defaults:` gives an item.
 *
 * A scope's path is a prefix of text, not a folder: `shop` also takes
 * `shopping.md`. With a `*` it is a glob of files and folders, and what lies
 * below them is meant too. Follows `Jekyll::FrontmatterDefaults`.
 */

import { compileGlob } from '../util/globs.ts'
import { deepMerge, type Hash } from '../util/values.ts'
import type { Config, DefaultSet } from './config.ts'

export interface FrontMatterDefaults {
  /**
   * All values for an item, mappings merged. `path` is the item's as Jekyll
   * sees it: without `collections_dir` for what lies in a collection. `type` is
   * `pages`, or the label of a collection. Items share the answer: do not change it.
   */
  all(path: string, type: string | undefined): Hash
  /** One value, which is not merged; null where there is none. */
  find(path: string, type: string | undefined, key: string): unknown
}

/** Sets are tried once an item; what they give together is merged once for all items they fit. */
export function createDefaults(
  config: Pick<Config, 'defaults' | 'collectionsDir'>,
): FrontMatterDefaults {
  const scopes = config.defaults.map((set) => ({
    set,
    fits: createScope(set, config.collectionsDir),
  }))
  const merged = new Map<string, Hash>()

  function fitting(path: string, type: string | undefined): DefaultSet[] {
    const clean = stripSlashes(path)
    return scopes.filter(({ fits }) => fits(clean, type)).map(({ set }) => set)
  }

  return {
    all(path, type) {
      if (scopes.length === 0) return EMPTY
      const sets = fitting(path, type)
      const key = sets.map((set) => config.defaults.indexOf(set)).join()
      const known = merged.get(key)
      if (known) return known
      const values = mergeSets(sets)
      merged.set(key, values)
      return values
    },
    find(path, type, key) {
      let value: unknown = null
      let before: DefaultSet | undefined
      for (const set of fitting(path, type)) {
        if (!set.values.has(key) || !hasPrecedence(set, before)) continue
        value = set.values.get(key)
        before = set
      }
      return value
    },
  }
}

const EMPTY: Hash = new Map()

function mergeSets(sets: readonly DefaultSet[]): Hash {
  let values: Hash = new Map()
  let before: DefaultSet | undefined
  for (const set of sets) {
    if (hasPrecedence(set, before)) {
      values = deepMerge(values, set.values)
      before = set
    } else {
      values = deepMerge(set.values, values)
    }
  }
  return values
}

/** The longer path wins, then the one with a type, then the later. */
function hasPrecedence(set: DefaultSet, before: DefaultSet | undefined): boolean {
  if (before === undefined) return true
  const length = stripSlashes(set.path).length
  const lengthBefore = stripSlashes(before.path).length
  if (length !== lengthBefore) return length > lengthBefore
  return set.type !== undefined || before.type === undefined
}

/** A path that starts with a slash loses it, and one at its end. */
function stripSlashes(path: string): string {
  return path.startsWith('/') ? path.replace(/^\/|(?<=[^/])\/$/g, '') : path
}

type Scope = (path: string, type: string | undefined) => boolean

function createScope(
  { path: scopePath, type: scopeType }: DefaultSet,
  collectionsDir: string,
): Scope {
  const fitsPath = scopePath.includes('*')
    ? globScope(scopePath, collectionsDir)
    : prefixScope(scopePath, collectionsDir)
  return (path, type) => (scopeType === undefined || scopeType === type) && fitsPath(path, type)
}

function prefixScope(scopePath: string, collectionsDir: string): Scope {
  const inCollections = `${collectionsDir}/`
  const isBelow = collectionsDir !== '' && scopePath.startsWith(inCollections)
  const prefix = isBelow ? scopePath.slice(inCollections.length) : scopePath
  return (path) => path.startsWith(prefix)
}

/** The item itself or a folder above it, as it lies in the source. */
function globScope(pattern: string, collectionsDir: string): Scope {
  const globs = expandBraces(pattern).map(compilePath)
  return (path, type) => {
    const isInCollection = collectionsDir !== '' && type !== 'pages' && type !== undefined
    const segments = (isInCollection ? `${collectionsDir}/${path}` : path).split('/')
    const shortest = isInCollection ? collectionsDir.split('/').length + 1 : 1
    for (let length = shortest; length <= segments.length; length++) {
      const head = segments.slice(0, length)
      const isFolder = length < segments.length
      if (globs.some((glob) => (isFolder || !glob.foldersOnly) && isPath(glob, head))) return true
    }
    return false
  }
}

interface PathGlob {
  readonly segments: readonly Segment[]
  /** The pattern ends with a slash. */
  readonly foldersOnly: boolean
}

/** A test for one name, or `**` for any number of folders. */
type Segment = '**' | ((name: string) => boolean)

function compilePath(pattern: string): PathGlob {
  const foldersOnly = pattern.endsWith('/')
  const names = pattern.replace(/\/$/, '').split('/')
  const segments = names.map((name, index) => {
    return name === '**' && index < names.length - 1 ? name : compileName(name)
  })
  return { segments, foldersOnly }
}

/** Like a shell, a star leaves names alone that start with a dot. */
function compileName(pattern: string): (name: string) => boolean {
  const matches = compileGlob(pattern)
  return (name) => (!name.startsWith('.') || pattern.startsWith('.')) && matches(name)
}

/** Follows all ways to take the segments at once: `reached` are the segments that may be next. */
function isPath({ segments }: PathGlob, names: readonly string[]): boolean {
  let reached = withSkipped(segments, [0])
  for (const name of names) {
    const next = reached.flatMap((at) => {
      const segment = segments[at]
      if (segment === '**') return name.startsWith('.') ? [] : [at]
      return segment?.(name) ? [at + 1] : []
    })
    reached = withSkipped(segments, next)
  }
  return reached.includes(segments.length)
}

/** `**` may also stand for no folder at all. */
function withSkipped(segments: readonly Segment[], reached: readonly number[]): number[] {
  const all = new Set(reached)
  for (const at of all) {
    if (segments[at] === '**') all.add(at + 1)
  }
  return [...all]
}

/** `{a,b}` stands for two patterns. */
function expandBraces(pattern: string): string[] {
  const [whole, before, inner, after] = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(pattern) ?? []
  if (whole === undefined) return [pattern]
  return inner!.split(',').flatMap((each) => expandBraces(`${before}${each}${after}`))
}
