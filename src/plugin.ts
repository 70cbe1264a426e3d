/**
 * The plugin interface, whole. This is version 1 of it: what is here stays, and
 * what is added later is optional.
 *
 * A plugin is a value: the default export of a module, with a name and any of
 * the parts below. Types of liquidjs and markdown-it do not appear here, so
 * either can be replaced without breaking a plugin. Generators, commands and the
 * hooks of a site may wait; everything else answers at once.
 */

import type { Config } from './config/config.ts'
import type { Document, Page, Renderable, Site } from './site.ts'
import type { Time } from './util/dates.ts'
import type { Place } from './util/errors.ts'
import type { Log } from './util/log.ts'
import type { Hash } from './util/values.ts'

export type { Config } from './config/config.ts'
export type {
  Collection,
  Document,
  Layout,
  Page,
  Renderable,
  Rendered,
  Site,
  StaticFile,
} from './site.ts'
export { posts, postsBy, renderables } from './site.ts'
export { CalendarDate, strftime, Time } from './util/dates.ts'
export { SiteError } from './util/errors.ts'
export { compileGlob } from './util/globs.ts'
export { slugify } from './util/slugs.ts'
export { type Hash, isHash, isTruthy, toHash } from './util/values.ts'
export { escapeHtml, escapeXml } from './util/xml.ts'

export interface Plugin {
  readonly name: string
  /**
   * Says that the plugin depends on nothing but the site and the item at hand
   * and changes nothing else, so that it need not run again for what did not
   * change. While watching, all of a site is rendered again if one of its plugins
   * does not say so.
   */
  readonly isPure?: true
  readonly generators?: readonly Generator[]
  readonly converters?: readonly Converter[]
  readonly tags?: Readonly<Record<string, Tag>>
  readonly filters?: Readonly<Record<string, Filter>>
  /** Tags that exist for Jekyll and not here: what to do about each, for errors. */
  readonly absentTags?: ReadonlyMap<string, string>
  readonly hooks?: Hooks
  /** By name. */
  readonly commands?: Readonly<Record<string, PluginCommand>>
  /** Settings that count where neither the site nor its theme says anything. */
  readonly defaults?: Readonly<Record<string, unknown>>
}

/** Jekyll's five: lowest -100, low -10, normal 0, high 10, highest 100. Higher runs first. */
export type Priority = 'lowest' | 'low' | 'normal' | 'high' | 'highest'

/** Adds to the site or alters it, after reading and before rendering. */
export interface Generator {
  readonly name: string
  readonly priority?: Priority
  generate(site: Site, context: GeneratorContext): void | Promise<void>
}

export interface GeneratorContext {
  readonly log: Log
  /**
   * A page without a file. `path` is where a file of that page would lie in the
   * source and gives the URL unless `data` has a `permalink`. What `defaults:`
   * has for such a path is added to `data`; `type` is what a scope may call the
   * page there, `pages` unless given.
   */
  virtualPage(path: string, body: string, data?: Hash, type?: string): Page
  /** As the filters of those names write them. */
  absoluteUrl(path: string): string
  relativeUrl(path: string): string
  convertMarkdown(text: string): string
  /** The moment `ms` after 1970 as the clocks of the site's zone show it. */
  time(ms: number): Time
}

/** Turns one kind of text into another, chosen by the file's extension. */
export interface Converter {
  readonly name: string
  readonly priority?: Priority
  /** `extension` has its dot and is in lower case. */
  matches(extension: string): boolean
  /** The extension of what comes out, with its dot. */
  outputExtension(extension: string): string
  /** What stands before and after each figure of the `highlight` tag in a text of this kind. */
  readonly aroundFigures?: string
  convert(text: string, context: ConvertContext): string | Converted
  /**
   * Told before anything is rendered what `convert` will be asked, so that slow
   * work can begin beside the rendering; the text is undefined where Liquid is
   * yet to make it. Nobody waits for it, and nothing may depend on it.
   */
  prepare?(text: string | undefined, context: ConvertContext): void
}

/** A conversion that brings files besides its text, as Sass does with a source map. */
export interface Converted {
  readonly text: string
  /** By their path in the destination. */
  readonly files: ReadonlyMap<string, string>
  /** Other files that it read, and folders it looked for them in; absolute. */
  readonly sources?: readonly string[]
}

export interface ConvertContext {
  readonly config: Config
  /** The file the text is from. */
  readonly path: string
  /** The line of that file on which the text begins. */
  readonly line: number
  /** Where a page's output goes, relative to the destination; undefined for documents and for parts. */
  readonly destination: string | undefined
}

/** A Liquid tag: parsed once, rendered often. A block also gets its body. */
export interface Tag {
  /** Whether the tag encloses a body up to `endNAME`. */
  readonly block?: boolean
  parse(markup: string, place: Place): TagRenderer
}

/** `body` renders what the block encloses; for a plain tag it answers an empty text. */
export type TagRenderer = (context: TagContext, body: () => string) => string

export interface TagContext {
  readonly site: Site
  readonly config: Config
  readonly log: Log
  /** The item whose page is being made. */
  readonly item: Renderable
  /** A variable as a template would write it, such as `page.title`. */
  get(name: string): unknown
  /** What a template's filter makes of `input`, such as `absolute_url` of a path. */
  filter(name: string, input: unknown, ...args: readonly unknown[]): unknown
  /** Text as a template would make of it. */
  renderLiquid(source: string): string
  convertMarkdown(text: string): string
  /**
   * What `make` answers, made once a build for each key. Keep nothing else in
   * mind from one item to the next: what `make` reads counts for every item
   * that gets its answer, so that all of them are rendered again when it changes.
   */
  remember<T>(key: string, make: () => T): T
}

/** Gets its surroundings, the value before the bar, then the arguments. */
export type Filter = (
  context: FilterContext,
  input: unknown,
  ...args: readonly unknown[]
) => unknown

export type FilterContext = Omit<TagContext, 'renderLiquid'>

/**
 * Jekyll's points, under Jekyll's names. A hook that changes HTML answers the new
 * HTML, and one that only looks answers nothing. Those of a site may wait for
 * something, those of items answer at once.
 */
export interface Hooks {
  readonly site?: SiteHooks
  readonly pages?: ItemHooks<Page>
  readonly posts?: ItemHooks<Document>
  /** Of every collection, posts among them; after those of the collection itself. */
  readonly documents?: ItemHooks<Document>
  /** By label. */
  readonly collections?: Readonly<Record<string, ItemHooks<Document>>>
  readonly clean?: CleanHooks
}

/** One function, or several, each with its priority if it needs one. */
export type Hooked<Run> = Run | Prioritized<Run> | readonly (Run | Prioritized<Run>)[]

export interface Prioritized<Run> {
  /** Low is 10, normal 20, high 30. Higher runs first. */
  readonly priority: 'low' | 'normal' | 'high' | number
  readonly run: Run
}

type Work = void | Promise<void>

export interface SiteHooks {
  /** The configuration is whole. */
  readonly after_init?: Hooked<(config: Config) => Work>
  /** A build begins. */
  readonly after_reset?: Hooked<(config: Config) => Work>
  /** The site is read, generators have not run. */
  readonly post_read?: Hooked<(site: Site) => Work>
  /** Generators have run. What is put into `payload` is a variable of every template. */
  readonly pre_render?: Hooked<(site: Site, payload: Hash) => Work>
  /** All items are rendered, nothing is written. */
  readonly post_render?: Hooked<(site: Site, payload: Hash) => Work>
  /** All files are written. */
  readonly post_write?: Hooked<(site: Site) => Work>
}

export interface ItemHooks<Item extends Renderable> {
  /** The item is read, or made by a generator. */
  readonly post_init?: Hooked<(item: Item, site: Site) => void>
  /** Its turn has come. It may get another `body`; `payload` is that of the site. */
  readonly pre_render?: Hooked<(item: Item, payload: Hash, site: Site) => void>
  /** Its text is converted, its layouts are not yet around it. */
  readonly post_convert?: Hooked<(item: Item, content: string, site: Site) => string | undefined>
  /** It is whole. */
  readonly post_render?: Hooked<(item: Item, output: string, site: Site) => string | undefined>
  /** Its file is written. */
  readonly post_write?: Hooked<(item: Item, site: Site) => void>
}

export interface CleanHooks {
  /** These files, with their whole paths, are about to be removed. */
  readonly on_obsolete?: Hooked<(paths: readonly string[]) => void>
}

/** A command of the command line: `newcomen NAME words…`. */
export interface PluginCommand {
  readonly description: string
  run(words: readonly string[], context: CommandContext): void | Promise<void>
}

export interface CommandContext {
  readonly config: Config
  readonly log: Log
  /** Writes to the standard output. */
  print(text: string): void
}
