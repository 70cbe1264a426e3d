/**
 * One stylesheet through Dart Sass: plain data in, plain data out, so that it
 * can be done in another thread.
 *
 * Dart Sass knows two styles of its own. For those of LibSass it compiles in the
 * expanded one, and with the source map that leads back to the Sass.
 */

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CompileResult, Exception, Logger, SourceSpan } from 'sass'
import { loadPackage } from '../util/packages.ts'
import { inMannerOfLibSass } from './libsass/manner.ts'
import { mixFunctions, WRAPPER, WRAPPER_URL, wrappedImporter } from './libsass/mix.ts'
import type { Style } from './libsass/print.ts'

type Compiler = typeof import('sass')

export interface SassJob {
  /** What to load: the name of our own package, or the file of the site's. */
  readonly compiler: string
  readonly text: string
  readonly options: SassOptions
}

/** As Jekyll names them: `sassc` is LibSass. */
export type Manner = 'sassc' | 'sass-embedded'

export interface SassOptions {
  readonly syntax: 'scss' | 'indented'
  readonly style: Style
  /** Whose CSS it is to be. */
  readonly manner: Manner
  readonly loadPaths: string[]
  readonly sourceMap: boolean
  readonly quietDeps: boolean
}

export interface SassAnswer {
  readonly css: string
  readonly sourceMap: CompileResult['sourceMap']
  /** Of all that was read, with `page:entry` for the text itself. */
  readonly urls: readonly string[]
  readonly said: readonly Said[]
}

/** A fault of the stylesheet. */
export interface SassFault {
  readonly message: string
  readonly what: string
  readonly stack: string
  readonly span: Span
}

export interface Said {
  readonly level: 'warn' | 'debug'
  readonly text: string
  readonly isDeprecation: boolean
  readonly span: Span | undefined
}

/** Lines and columns count from 0. `url` is undefined in a text that has none. */
export interface Span {
  readonly url: string | undefined
  readonly start: { readonly line: number; readonly column: number }
  readonly text: string
  readonly context: string | undefined
}

/** Names the text being compiled in spans and source maps; no import is relative to it. */
const ENTRY_URL = new URL('page:entry')

export function compileSass(job: SassJob): SassAnswer | SassFault {
  const sass = loadPackage(job.compiler) as Compiler // the packages' own types
  try {
    return (isForLibSass(job) && likeLibSass(job, sass)) || likeDartSass(job, sass)
  } catch (error) {
    if (error instanceof sass.Exception) return faultOf(error)
    throw error
  }
}

function isForLibSass({ options, text }: SassJob): boolean {
  return options.manner === 'sassc' && !MODULES.test(text)
}

function likeDartSass({ options, text }: SassJob, sass: Compiler): SassAnswer {
  const said: Said[] = []
  const isCompressed = options.style === 'compressed'
  const { css, loadedUrls, sourceMap } = sass.compileString(text, {
    ...common(options, said),
    syntax: options.syntax,
    url: ENTRY_URL,
    style: isCompressed ? 'compressed' : 'expanded',
    charset: !isCompressed,
    sourceMap: options.sourceMap,
  })
  return { css, sourceMap, urls: loadedUrls.map(String), said }
}

/** Undefined for a stylesheet that LibSass could not have compiled, or that cannot be read again. */
function likeLibSass({ options, text }: SassJob, sass: Compiler): SassAnswer | undefined {
  const said: Said[] = []
  const { css, loadedUrls, sourceMap } = sass.compileString(WRAPPER, {
    ...common(options, said),
    url: WRAPPER_URL,
    importers: [wrappedImporter(text, options.syntax)],
    functions: mixFunctions(sass),
    style: 'expanded',
    charset: false,
    sourceMap: true,
  })
  const texts = sourceMap?.sourcesContent ?? []
  if (!sourceMap || texts.some((each) => MODULES.test(each))) return undefined
  const sources = sourceMap.sources.map((url, index) => ({
    text: texts[index] ?? '',
    syntax: url.startsWith('file:') ? syntaxOf(url) : options.syntax,
  }))
  const { mappings } = sourceMap
  const printed = inMannerOfLibSass({ css, mappings, sources }, options.style)
  return (
    printed && {
      css: printed.css,
      sourceMap: options.sourceMap ? { ...sourceMap, mappings: printed.mappings } : undefined,
      urls: loadedUrls.map(String),
      said,
    }
  )
}

function common({ loadPaths, quietDeps }: SassOptions, said: Said[]) {
  return {
    loadPaths,
    quietDeps,
    sourceMapIncludeSources: true,
    logger: listener(said),
    verbose: true, // else the compiler adds a warning about those it leaves out
  }
}

/** LibSass knows no modules: a stylesheet that loads some was made for Dart Sass. */
const MODULES = /^[ \t]*@(?:use|forward)\s/m

function syntaxOf(url: string): SassOptions['syntax'] {
  return url.endsWith('.sass') ? 'indented' : 'scss'
}

function listener(said: Said[]): Logger {
  return {
    warn(text, { deprecation, span }) {
      if (span?.url?.href === WRAPPER_URL.href) return
      said.push({
        level: 'warn',
        text,
        isDeprecation: deprecation,
        span: span && plain(span),
      })
    },
    debug(text) {
      said.push({ level: 'debug', text, isDeprecation: false, span: undefined })
    },
  }
}

/** What our own stylesheets have to do with it is left out: a fault of `mix()` is its caller's. */
function faultOf({ message, sassMessage, sassStack, span }: Exception): SassFault {
  const stack = sassStack.split('\n').filter((line) => !OWN.test(line))
  const isOwn = span.url !== undefined && OWN.test(span.url.href)
  return {
    message,
    what: sassMessage,
    stack: stack.join('\n'),
    span: (isOwn ? callerIn(stack) : undefined) ?? plain(span),
  }
}

const OWN = /\bpage:(?:prelude|wrapper)\b/

function callerIn(stack: readonly string[]): Span | undefined {
  const [, file, line, column] = /^\s*(.+?) (\d+):(\d+)\s/.exec(stack[0] ?? '') ?? []
  if (file === undefined) return undefined
  return {
    url: file === ENTRY_URL.href ? file : pathToFileURL(resolve(file)).href,
    start: { line: Number(line) - 1, column: Number(column) - 1 },
    text: '',
    context: undefined,
  }
}

function plain({ context, start, text, url }: SourceSpan): Span {
  const { column, line } = start
  return { url: url?.href, start: { line, column }, text, context }
}
