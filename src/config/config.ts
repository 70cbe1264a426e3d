/**
 * The configuration of one site: known keys checked and typed, and `data` with
 * everything as it was written, which is what templates see as `site.KEY`.
 *
 * `config/load.ts` is the only maker. Folders named by the user stay relative
 * to `source`; `source` and `destination` are absolute.
 */

import type { Time } from '../util/dates.ts'
import type { Hash } from '../util/values.ts'
import type { Theme, ThemePlaces } from './theme.ts'

export interface Config {
  readonly source: string
  readonly destination: string
  /** The files that were read, relative to the working folder as the user named them. */
  readonly configFiles: readonly string[]
  /** `JEKYLL_ENV`, or `development`. */
  readonly environment: string

  readonly collectionsDir: string
  readonly cacheDir: string
  readonly pluginsDirs: readonly string[]
  readonly layoutsDir: string
  readonly includesDir: string
  readonly dataDir: string

  /** Label to metadata, in order of configuration; `posts` is always there. */
  readonly collections: ReadonlyMap<string, Hash>

  readonly safe: boolean
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly keepFiles: readonly string[]
  readonly encoding: string
  /** Extensions of Markdown without their dot, in lower case. */
  readonly markdownExtensions: readonly string[]
  readonly strictFrontMatter: boolean

  readonly showDrafts: boolean
  readonly limitPosts: number
  readonly future: boolean
  readonly unpublished: boolean

  readonly plugins: readonly string[]
  /** Whether the Gemfile's group of plugins counts: `JEKYLL_NO_BUNDLER_REQUIRE` turns it off. */
  readonly usesBundler: boolean
  readonly whitelist: readonly string[]

  readonly markdown: string
  readonly highlighter: string
  readonly lsi: boolean
  readonly excerptSeparator: string
  readonly pageExcerpts: boolean
  readonly incremental: boolean
  readonly diskCache: boolean

  readonly permalink: string
  readonly paginate: number | undefined
  readonly paginatePath: string
  /** An IANA name; undefined means the machine's zone, as in Jekyll. */
  readonly timezone: string | undefined
  /** `time:` of the configuration; undefined means now. */
  readonly time: Time | undefined

  readonly url: string | undefined
  readonly baseurl: string | undefined
  /** The name that was written. */
  readonly theme: string | undefined
  /** The theme of a site that names none, if it can be had. */
  readonly themeIfAny: string | undefined
  /** Whether the site is built as GitHub's own build does it. */
  readonly isForPages: boolean
  /** Such as `owner/name@ref`. */
  readonly remoteTheme: string | undefined
  readonly themePlaces: ThemePlaces
  /** The theme itself, once it is found; `themes/load.ts` sets it. */
  readonly themeFiles: Theme | undefined
  readonly ignoreThemeConfig: boolean

  readonly defaults: readonly DefaultSet[]
  readonly liquid: LiquidOptions
  readonly kramdown: Hash
  readonly sass: Hash

  readonly quiet: boolean
  readonly verbose: boolean
  readonly profile: boolean

  readonly data: Hash
}

/** One entry of `defaults:`. */
export interface DefaultSet {
  /** As written; empty for everything. */
  readonly path: string
  readonly type: string | undefined
  readonly values: Hash
}

export interface LiquidOptions {
  readonly errorMode: 'warn' | 'lax' | 'strict'
  readonly strictFilters: boolean
  readonly strictVariables: boolean
}
