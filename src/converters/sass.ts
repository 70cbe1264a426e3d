/**
 * `.scss` and `.sass` to CSS, through Dart Sass.
 *
 * The compiler takes a while to load, so a site without Sass never loads it.
 * Imports are looked for in `sass_dir`, the `load_paths`, the source itself and
 * last beside the file. Last, because `main.scss` that imports `main` means the
 * partial of that name and not itself, as it does with Jekyll.
 *
 * Whatever was imported must lie inside the source or, but in safe mode, inside
 * one of the `load_paths`; links are followed before that is judged.
 */

import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CompileResult, Exception, Logger, Options } from 'sass'
import type { Config } from '../config/config.ts'
import type { ConvertContext, Converted, Converter } from '../plugin.ts'
import { themeFolder } from '../themes/folders.ts'
import { lineOf, type Place, SiteError } from '../util/errors.ts'
import type { Log } from '../util/log.ts'

type Compiler = typeof import('sass')

interface Settings {
  readonly style: 'expanded' | 'compressed'
  readonly sourceMap: boolean
  readonly quietDeps: boolean
  readonly loadPaths: readonly string[]
  /** Real paths of the folders that imports may come from. */
  readonly roots: readonly string[]
}

interface Source {
  readonly text: string
  readonly syntax: 'scss' | 'indented'
  readonly context: ConvertContext
}

/** Names the text being compiled in spans and source maps; no import is relative to it. */
const ENTRY_URL = new URL('page:entry')

export function createSassConverters(config: Config, log: Log): Converter[] {
  const settings = settingsOf(config)
  let loaded: Compiler | undefined

  function convert(source: Source): Converted {
    loaded ??= loadCompiler()
    return compile(loaded, source, settings, log)
  }

  return [
    {
      name: 'scss',
      priority: 'low',
      matches: (extension) => extension === '.scss',
      outputExtension: () => '.css',
      convert: (text, context) => convert({ text, syntax: 'scss', context }),
    },
    {
      name: 'sass',
      priority: 'low',
      matches: (extension) => extension === '.sass',
      outputExtension: () => '.css',
      convert: (text, context) => convert({ text, syntax: 'indented', context }),
    },
  ]
}

function loadCompiler(): Compiler {
  const require = createRequire(import.meta.url)
  return require('sass') as Compiler // the package's own types
}

function settingsOf({ environment, safe, sass, source, themeFiles }: Config): Settings {
  const theme = themeFiles && themeFolder(themeFiles, '_sass')
  const folders = safe ? [] : texts(sass.get('load_paths')).map((path) => resolve(source, path))
  const sassDir = resolve(source, String(sass.get('sass_dir') ?? '_sass'))
  const sourceMap = String(sass.get('sourcemap') ?? 'always').replace(/^:/, '')
  return {
    style: /^:?compressed$/.test(String(sass.get('style'))) ? 'compressed' : 'expanded',
    sourceMap: sourceMap === 'development' ? environment === sourceMap : sourceMap !== 'never',
    quietDeps: sass.get('quiet_deps') === true,
    loadPaths: [sassDir, ...folders, source, ...(theme ? [theme] : [])],
    roots: [source, ...folders, ...(theme ? [theme] : [])].map(realPath),
  }
}

function compile(compiler: Compiler, source: Source, settings: Settings, log: Log): Converted {
  const { context, syntax, text } = source
  const options: Options<'sync'> = {
    style: settings.style,
    charset: settings.style === 'expanded',
    loadPaths: [...settings.loadPaths, folderOf(context)],
    sourceMap: settings.sourceMap,
    sourceMapIncludeSources: settings.sourceMap,
    quietDeps: settings.quietDeps,
    logger: loggerFor(log, context),
  }
  try {
    const result = compiler.compileString(text, { ...options, syntax, url: ENTRY_URL })
    refuseForeign(result.loadedUrls, settings, context)
    const converted = output(result.css, result.sourceMap, settings, context)
    return { ...converted, sources: sourcesOf(result.loadedUrls, settings, context) }
  } catch (error) {
    if (error instanceof compiler.Exception) throw conversionError(error, source, settings)
    throw error
  }
}

/** The files that were imported, and the folders in which others would be found before them. */
function sourcesOf(urls: readonly URL[], settings: Settings, { config }: ConvertContext): string[] {
  const files = urls.filter(({ protocol }) => protocol === 'file:').map((url) => fileURLToPath(url))
  const folders = [...settings.loadPaths, ...files.map((file) => dirname(file))]
  return [...new Set([...files, ...folders.filter((folder) => folder !== config.source)])]
}

/** A text of no file, as a filter gets it, counts as lying in the source. */
function folderOf({ config, path }: ConvertContext): string {
  return path === '' ? config.source : dirname(resolve(config.source, path))
}

/** Deprecations are news for a site's author, not for each of its builds. */
function loggerFor(log: Log, context: ConvertContext): Logger {
  return {
    warn(message, options) {
      if (options.deprecation) return
      log.warn('Sass:', message, options.span && placeOf(options.span, context))
    },
    debug: (message) => log.debug('Sass:', message),
  }
}

function output(
  compiled: string,
  map: CompileResult['sourceMap'],
  settings: Settings,
  context: ConvertContext,
): Converted {
  const { css, mappings } = spread(compiled, settings, map?.mappings ?? '')
  const text = css === '' ? '' : `${css}\n`
  const { destination } = context
  if (!map || destination === undefined || text === '') return { text, files: new Map() }

  const name = basename(destination)
  const mapFile = {
    version: 3,
    file: name,
    sources: map.sources.map((url) => sourceName(url, context)),
    sourcesContent: map.sourcesContent,
    names: map.names,
    mappings,
  }
  return {
    text: `${text}\n/*# sourceMappingURL=${name}.map */`,
    files: new Map([[`${destination}.map`, JSON.stringify(mapFile, null, '\t')]]),
  }
}

/** An empty line after each rule that is not within another, as Jekyll's compiler writes them. */
function spread(css: string, { style }: Settings, mappings: string) {
  if (style === 'compressed') return { css, mappings }
  const lines = css.split('\n')
  const mapped = mappings.split(';')
  const isLast = (index: number) => index === lines.length - 1 || lines[index + 1] === ''
  const spreadOut = <T>(list: readonly T[], empty: T) =>
    list.flatMap((entry, index) =>
      lines[index] === '}' && !isLast(index) ? [entry, empty] : [entry],
    )
  return { css: spreadOut(lines, '').join('\n'), mappings: spreadOut(mapped, '').join(';') }
}

function refuseForeign(urls: readonly URL[], settings: Settings, context: ConvertContext): void {
  for (const url of urls) {
    if (url.protocol !== 'file:' || isWithin(realPath(fileURLToPath(url)), settings.roots)) continue
    throw foreignImport(fileURLToPath(url), context)
  }
}

function foreignImport(file: string, { path }: ConvertContext): SiteError {
  return new SiteError(`'${path}' imports a file outside of the site: ${file}`, {
    topic: 'Conversion error:',
    place: { file: path },
    hint: "Copy it into the site, or add its folder to 'load_paths' under 'sass' in _config.yml.",
  })
}

function conversionError(error: Exception, source: Source, settings: Settings): SiteError {
  const { context, text } = source
  const { span } = error
  if (span.url?.protocol === 'file:') {
    const file = fileURLToPath(span.url)
    if (!isWithin(realPath(file), settings.roots)) return foreignImport(file, context)
  }
  const isEntry = span.url?.protocol !== 'file:'
  const sourceLine = lineOf(
    isEntry ? text : (span.context ?? ''),
    isEntry ? span.start.line + 1 : 1,
  )
  const what = error.sassMessage.replace(/\.$/, '')
  const wanted = what.startsWith("Can't find stylesheet") ? `: ${span.text}` : ''
  return new SiteError(
    `Jekyll::Converters::Scss encountered an error while converting '${context.path}': ` +
      `${what}${wanted}`,
    {
      topic: 'Conversion error:',
      place: placeOf(span, context),
      ...(sourceLine === undefined ? {} : { sourceLine }),
      ...(wanted ? { hint: `Looked in ${folders(settings, context).join(', ')}.` } : {}),
      cause: error,
    },
  )
}

function folders({ loadPaths }: Settings, { config, path }: ConvertContext): string[] {
  const named = loadPaths.map((folder) => relativePath(config.source, folder) || 'the source')
  return [...named, `beside ${path}`]
}

function placeOf(
  span: { readonly url?: URL | undefined; readonly start: { line: number; column: number } },
  { config, line, path }: ConvertContext,
): Place {
  const { start, url } = span
  const column = start.column + 1
  if (url?.protocol !== 'file:') return { file: path, line: line + start.line, column }
  return { file: relativePath(config.source, fileURLToPath(url)), line: start.line + 1, column }
}

function sourceName(url: string, { config, path }: ConvertContext): string {
  if (!url.startsWith('file:')) return basename(path)
  return relativePath(config.source, fileURLToPath(url))
}

function relativePath(source: string, file: string): string {
  return relative(source, file).split(sep).join('/')
}

function isWithin(file: string, roots: readonly string[]): boolean {
  return roots.some(
    (root) => file === root || file.startsWith(root.endsWith(sep) ? root : root + sep),
  )
}

function realPath(path: string): string {
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
