/**
 * What a configuration says of Sass, and where its files lie.
 */

import { realpathSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config/config.ts'
import type { ConvertContext } from '../plugin.ts'
import { themeFolder } from '../themes/folders.ts'
import type { Place } from '../util/errors.ts'
import type { Span } from './sass-compile.ts'

export interface Settings {
  readonly style: 'expanded' | 'compressed'
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

export function settingsOf({ environment, safe, sass, source, themeFiles }: Config): Settings {
  const theme = themeFiles && themeFolder(themeFiles, '_sass')
  const folders = safe ? [] : texts(sass.get('load_paths')).map((path) => resolve(source, path))
  const sassDir = resolve(source, String(sass.get('sass_dir') ?? '_sass'))
  const sourceMap = String(sass.get('sourcemap') ?? 'always').replace(/^:/, '')
  return {
    style: /^:?compressed$/.test(String(sass.get('style'))) ? 'compressed' : 'expanded',
    sourceMap: sourceMap === 'development' ? environment === sourceMap : sourceMap !== 'never',
    quietDeps: sass.get('quiet_deps') === true,
    loadPaths: [sassDir, ...folders, source, ...(theme ? [theme] : [])],
    partials: [sassDir, ...(theme ? [theme] : [])],
    roots: [source, ...folders, ...(theme ? [theme] : [])].map(realPath),
  }
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
