/**
 * `.scss` and `.sass` to CSS, through Dart Sass: the package `sass-embedded`
 * where the site has it, else `sass`.
 *
 * The compiler takes a while to load, so a site without Sass never loads it, nor
 * one whose stylesheets are as they were. Imports are looked for in `sass_dir`,
 * the `load_paths`, the source itself, the theme's `_sass` and last beside the
 * file. Last, because `main.scss` that imports `main` means the partial of that
 * name and not itself, as it does with Jekyll.
 *
 * Whatever was imported must lie inside the source or the theme or, but in safe
 * mode, inside one of the `load_paths`; links are followed before that is judged.
 */

import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger, Options } from 'sass'
import type { Config } from '../config/config.ts'
import type { ConvertContext, Converted, Converter } from '../plugin.ts'
import type { Log } from '../util/log.ts'
import { createCssCache, type Kept, type Remark } from './css-cache.ts'
import { conversionError, refuseForeign } from './sass-errors.ts'
import { output } from './sass-output.ts'
import { placeOf, type Settings, type Source, settingsOf } from './sass-settings.ts'

type Compiler = typeof import('sass')

/** Names the text being compiled in spans and source maps; no import is relative to it. */
const ENTRY_URL = new URL('page:entry')

export function createSassConverters(config: Config, log: Log): Converter[] {
  const settings = settingsOf(config)
  const cache = createCssCache(config, settings)
  let loaded: Compiler | undefined

  function convert(source: Source): Converted {
    const { converted, remarks } = cache.find(source) ?? compileAndKeep(source)
    for (const { level, place, text } of remarks) log[level]('Sass:', text, place)
    return converted
  }

  function compileAndKeep(source: Source): Kept {
    loaded ??= loadCompiler(config)
    const kept = compile(loaded, source, settings)
    cache.keep(source, kept, kept.imported)
    return kept
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

/** In safe mode nothing of the site's runs, so its packages are not looked at. */
function loadCompiler({ safe, source }: Config): Compiler {
  const own = createRequire(import.meta.url)
  const site = createRequire(join(source, 'package.json'))
  const embedded = safe ? undefined : findModule(site, 'sass-embedded')
  return (embedded === undefined ? own('sass') : own(embedded)) as Compiler // the packages' own types
}

function findModule(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name)
  } catch {
    return undefined // most sites have none
  }
}

function compile(
  compiler: Compiler,
  source: Source,
  settings: Settings,
): Kept & { readonly imported: readonly string[] } {
  const { context, syntax, text } = source
  const remarks = createRemarks(context)
  const options: Options<'sync'> = {
    style: settings.style,
    charset: settings.style === 'expanded',
    loadPaths: [...settings.loadPaths, folderOf(context)],
    sourceMap: settings.sourceMap,
    sourceMapIncludeSources: settings.sourceMap,
    quietDeps: settings.quietDeps,
    verbose: true, // else the compiler adds a warning about those it leaves out
    logger: remarks.logger,
  }
  try {
    const result = compiler.compileString(text, { ...options, syntax, url: ENTRY_URL })
    refuseForeign(result.loadedUrls, settings, context)
    const imported = result.loadedUrls
      .filter(({ protocol }) => protocol === 'file:')
      .map((url) => fileURLToPath(url))
    const sources = sourcesOf(imported, settings, context)
    const converted = { ...output(result.css, result.sourceMap, settings, context), sources }
    return { converted, remarks: remarks.list(), imported }
  } catch (error) {
    if (error instanceof compiler.Exception) throw conversionError(error, source, settings)
    throw error
  }
}

/** The files that were imported, and the folders in which others would be found before them. */
function sourcesOf(
  files: readonly string[],
  settings: Settings,
  { config }: ConvertContext,
): string[] {
  const folders = [...settings.loadPaths, ...files.map((file) => dirname(file))]
  return [...new Set([...files, ...folders.filter((folder) => folder !== config.source)])]
}

/** A text of no file, as a filter gets it, counts as lying in the source. */
function folderOf({ config, path }: ConvertContext): string {
  return path === '' ? config.source : dirname(resolve(config.source, path))
}

/** Deprecations are news for a theme's author: the site's gets their number, in one line. */
function createRemarks(context: ConvertContext) {
  const remarks: Remark[] = []
  let deprecations = 0
  const logger: Logger = {
    warn(text, options) {
      if (options.deprecation) deprecations++
      else
        remarks.push({ level: 'warn', text, place: options.span && placeOf(options.span, context) })
    },
    debug: (text) => void remarks.push({ level: 'debug', text }),
  }
  function list(): Remark[] {
    if (deprecations === 0) return remarks
    const text = `${context.path} has ${deprecations} use${deprecations === 1 ? '' : 's'} of deprecated Sass.`
    return [...remarks, { level: 'info', text }]
  }
  return { logger, list }
}
