/**
 * What a configuration says of Sass, and where its files lie.
 */

import { realpathSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config/config.ts'
import { readLockedVersion } from '../config/gemfile.ts'
import type { ConvertContext } from '../plugin.ts'
import { themeFolder } from '../themes/folders.ts'
import type { Place } from '../util/errors.ts'
import type { Style } from './libsass/print.ts'
import type { Manner, Span } from './sass-compile.ts'

export interface Settings {
  readonly manner: Manner
  readonly style: Style
  readonly sourceMap: boolean
  readonly quietDeps: boolean
  readonly loadPaths: readonly string[]
  /** Those that hold nothing but partials. */
  readonly partials: readonly string[]
  /** Real paths of the folders that imports may come from. */
  readonly roots: readonly string[]
}

export interface Source {
  readonly text: string
  readonly syntax: 'scss' | 'indented'
  readonly context: ConvertContext
}

export function settingsOf(config: Config): Settings {
  const { environment, safe, sass, source, themeFiles } = config
  const manner = mannerOf(config)
  const theme = themeFiles && themeFolder(themeFiles, '_sass')
  const folders = safe ? [] : texts(sass.get('load_paths')).map((path) => resolve(source, path))
  const sassDir = resolve(source, String(sass.get('sass_dir') ?? '_sass'))
  const sourceMap = String(sass.get('sourcemap') ?? 'always').replace(/^:/, '')
  return {
    manner,
    style: styleOf(sass.get('style'), manner),
    sourceMap: sourceMap === 'development' ? environment === sourceMap : sourceMap !== 'never',
    quietDeps: sass.get('quiet_deps') === true,
    loadPaths: [sassDir, ...folders, source, ...(theme ? [theme] : [])],
    partials: [sassDir, ...(theme ? [theme] : [])],
    roots: [source, ...folders, ...(theme ? [theme] : [])].map(realPath),
  }
}

/**
 * As the site says, or as the gems that it has locked: Jekyll's converter took to
 * Dart Sass with its third version. Without a word it is LibSass. Jekyll takes
 * `dart-sass` for no word, where for `sass-embedded` it wants a gem.
 */
function mannerOf({ sass, source, usesBundler }: Config): Manner {
  const named = sass.get('implementation')
  if (named === 'sassc' || named === 'sass-embedded') return named
  if (named === 'dart-sass') return 'sass-embedded'
  const isDart = usesBundler && readLockedVersion(source, 'sass-embedded') !== undefined
  return isDart ? 'sass-embedded' : 'sassc'
}

function styleOf(named: unknown, manner: Manner): Style {
  const style = String(named ?? '').replace(/^:/, '')
  if (style === 'expanded' || style === 'compressed') return style
  if (manner === 'sass-embedded') return 'expanded'
  return style === 'nested' ? style : 'compact'
}

export function placeOf({ start, url }: Span, { config, line, path }: ConvertContext): Place {
  const column = start.column + 1
  if (!url?.startsWith('file:')) return { file: path, line: line + start.line, column }
  return { file: relativePath(config.source, fileURLToPath(url)), line: start.line + 1, column }
}

export function relativePath(source: string, file: string): string {
  return relative(source, file).split(sep).join('/')
}

export function isWithin(file: string, roots: readonly string[]): boolean {
  return roots.some(
    (root) => file === root || file.startsWith(root.endsWith(sep) ? root : root + sep),
  )
}

export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path // a folder that is not there holds nothing to import
  }
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? [value] : []
}
