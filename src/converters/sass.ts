/**
 * `.scss` and `.sass` to CSS, through Dart Sass: the package `sass-embedded`
 * where the site has it, else `sass`.
 *
 * The compiler takes a while to load, so a site without Sass never loads it, nor
 * one whose stylesheets are as they were; where it is needed, it works beside
 * the rendering (`sass-thread.ts`). Imports are looked for in `sass_dir`,
 * the `load_paths`, the source itself, the theme's `_sass` and last beside the
 * file. Last, because `main.scss` that imports `main` means the partial of that
 * name and not itself, as it does with Jekyll.
 *
 * Whatever was imported must lie inside the source or the theme or, but in safe
 * mode, inside one of the `load_paths`; links are followed before that is judged.
 */

import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config/config.ts'
import type { ConvertContext, Converted, Converter } from '../plugin.ts'
import type { Log } from '../util/log.ts'
import { findPackage } from '../util/packages.ts'
import { createCssCache, type Kept, type Remark } from './css-cache.ts'
import { compileSass, type Said, type SassAnswer, type SassJob } from './sass-compile.ts'
import { conversionError, refuseForeign } from './sass-errors.ts'
import { output } from './sass-output.ts'
import { placeOf, type Settings, type Source, settingsOf } from './sass-settings.ts'
import { type SassThread, startSassThread } from './sass-thread.ts'

export function createSassConverters(config: Config, log: Log): Converter[] {
  const settings = settingsOf(config)
  const cache = createCssCache(config, settings)
  /** Jobs that were begun, by what they compile. */
  const begun = new Map<string, number>()
  let thread: SassThread | undefined
  let compiler: string | undefined

  function jobOf({ context, syntax, text }: Source): SassJob {
    compiler ??= findCompiler(config)
    return {
      compiler,
      text,
      options: {
        syntax,
        style: settings.style,
        manner: settings.manner,
        loadPaths: [...settings.loadPaths, folderOf(context)],
        sourceMap: settings.sourceMap,
        quietDeps: settings.quietDeps,
      },
    }
  }

  /** Who keeps partials and has compiled nothing yet will need the compiler. */
  function prepareUnasked(): void {
    if (!cache.isEmpty() || !settings.partials.some((folder) => existsSync(folder))) return
    prepare(undefined, { syntax: 'scss', context: { ...NO_FILE, config } })
  }

  /** The compiler is loaded for a text that is not known yet, too. */
  function prepare(text: string | undefined, rest: Omit<Source, 'text'>): void {
    const source = { ...rest, text: text ?? '' }
    if (text === undefined ? cache.has(source) : cache.find(source)) return
    thread ??= startSassThread()
    const number = thread.begin(jobOf(source))
    if (text !== undefined) begun.set(keyOf(source), number)
  }

  function convert(source: Source): Converted {
    const { converted, remarks } = cache.find(source) ?? compileAndKeep(source)
    for (const { level, place, text } of remarks) log[level]('Sass:', text, place)
    return converted
  }

  function compileAndKeep(source: Source): Kept {
    const answer = compile(source)
    if ('what' in answer) throw conversionError(answer, source, settings)
    const { imported, ...kept } = gather(answer, source, settings)
    cache.keep(source, kept, imported)
    return kept
  }

  function compile(source: Source): ReturnType<typeof compileSass> {
    const job = jobOf(source)
    const number = begun.get(keyOf(source)) ?? thread?.begin(job)
    begun.delete(keyOf(source))
    return (number !== undefined && thread?.finish(number)) || compileSass(job)
  }

  function converter(name: string, syntax: Source['syntax']): Converter {
    return {
      name,
      priority: 'low',
      matches: (extension) => extension === `.${name}`,
      outputExtension: () => '.css',
      convert: (text, context) => convert({ text, syntax, context }),
      prepare: (text, context) => prepare(text, { syntax, context }),
    }
  }

  prepareUnasked()
  return [converter('scss', 'scss'), converter('sass', 'indented')]
}

const NO_FILE = { path: '', line: 1, destination: undefined }

function keyOf({ context, syntax, text }: Source): string {
  return [syntax, context.path, text].join('\n')
}

/** In safe mode nothing of the site's runs, so its packages are not looked at. */
function findCompiler({ safe, source }: Config): string {
  return (safe ? undefined : findPackage('sass-embedded', source)) ?? 'sass'
}

/** What the compiler made, as the site gets it; `imported` are whole paths. */
function gather(
  { css, said, sourceMap, urls }: SassAnswer,
  { context }: Source,
  settings: Settings,
): Kept & { readonly imported: readonly string[] } {
  const imported = urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url))
  refuseForeign(imported, settings, context)
  const sources = sourcesOf(imported, settings, context)
  const converted = { ...output(css, sourceMap, context), sources }
  return { converted, remarks: remarksOf(said, context), imported }
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
function remarksOf(said: readonly Said[], context: ConvertContext): Remark[] {
  const remarks: Remark[] = said
    .filter(({ isDeprecation }) => !isDeprecation)
    .map(({ level, span, text }) => ({ level, text, place: span && placeOf(span, context) }))
  const deprecations = said.filter(({ isDeprecation }) => isDeprecation).length
  if (deprecations === 0) return remarks
  const text = `${context.path} has ${deprecations} use${deprecations === 1 ? '' : 's'} of deprecated Sass.`
  return [...remarks, { level: 'info', text }]
}
