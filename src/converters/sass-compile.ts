/**
 * One stylesheet through Dart Sass: plain data in, plain data out, so that it
 * can be done in another thread.
 *
 * Dart Sass knows two styles of its own. For those of LibSass it compiles in the
 * expanded one, and with the source map that leads back to the Sass.
 */

import type { CompileResult, Exception, Logger, SourceSpan } from 'sass'
import { loadPackage } from '../util/packages.ts'
import { inMannerOfLibSass } from './libsass/manner.ts'
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

export function compileSass({ compiler, options, text }: SassJob): SassAnswer | SassFault {
  const { Exception, compileString } = loadPackage(compiler) as Compiler // the packages' own types
  const said: Said[] = []
  try {
    const { loadPaths, quietDeps, sourceMap, syntax } = options
    const isReshaped = options.manner === 'sassc'
    const result = compileString(text, {
      syntax,
      loadPaths,
      quietDeps,
      style: options.style === 'compressed' && !isReshaped ? 'compressed' : 'expanded',
      charset: options.style !== 'compressed' && !isReshaped,
      sourceMap: sourceMap || isReshaped,
      sourceMapIncludeSources: true,
      url: ENTRY_URL,
      logger: listener(said),
      verbose: true, // else the compiler adds a warning about those it leaves out
    })
    const urls = result.loadedUrls.map(String)
    const { css, sourceMap: map } = isReshaped ? reshaped(result, options) : result
    return { css, sourceMap: sourceMap ? map : undefined, urls, said }
  } catch (error) {
    if (error instanceof Exception) return faultOf(error)
    throw error
  }
}

/** A stylesheet that loads modules is none for LibSass, which knows none: it stays as it is. */
function reshaped({ css, sourceMap }: CompileResult, { style, syntax }: SassOptions) {
  const texts = sourceMap?.sourcesContent ?? []
  if (!sourceMap || texts.some((text) => MODULES.test(text))) return { css, sourceMap }
  const sources = sourceMap.sources.map((url, index) => ({
    text: texts[index] ?? '',
    syntax: url.startsWith('file:') ? syntaxOf(url) : syntax,
  }))
  const printed = inMannerOfLibSass({ css, mappings: sourceMap.mappings, sources }, style)
  if (!printed) return { css, sourceMap }
  return { css: printed.css, sourceMap: { ...sourceMap, mappings: printed.mappings } }
}

const MODULES = /^[ \t]*@(?:use|forward)\s/m

function syntaxOf(url: string): SassOptions['syntax'] {
  return url.endsWith('.sass') ? 'indented' : 'scss'
}

function listener(said: Said[]): Logger {
  return {
    warn(text, { deprecation, span }) {
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

function faultOf({ message, sassMessage, sassStack, span }: Exception): SassFault {
  return { message, what: sassMessage, stack: sassStack, span: plain(span) }
}

function plain({ context, start, text, url }: SourceSpan): Span {
  const { column, line } = start
  return { url: url?.href, start: { line, column }, text, context }
}
