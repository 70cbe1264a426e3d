/**
 * The plugin interface, whole.
 *
 * A plugin is a value: the default export of a module, with a name and any of
 * the parts below. Types of liquidjs and markdown-it do not appear here, so
 * either can be replaced without breaking a plugin. Only generators may wait;
 * everything else answers at once.
 */

import type { Config } from './config/config.ts'
import type { Page, Renderable, Site } from './site.ts'
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
export { escapeXml } from './util/xml.ts'

export interface Plugin {
  readonly name: string
  /**
   * Says that the plugin depends on nothing but the site and the item at hand
   * and changes nothing else, so that it may run on several threads at once. A
   * large site is rendered on one thread if any of its plugins does not say so.
   */
  readonly isPure?: true
  readonly generators?: readonly Generator[]
  readonly converters?: readonly Converter[]
  readonly tags?: Readonly<Record<string, Tag>>
  readonly filters?: Readonly<Record<string, Filter>>
  readonly hooks?: Hooks
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
   * has for such a path is added to `data`.
   */
  virtualPage(path: string, body: string, data?: Hash): Page
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
  /** Where the output goes, relative to the destination; undefined for a part, such as an excerpt. */
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

/** Jekyll's points. A hook that changes HTML answers the new HTML. */
export interface Hooks {
  /** The site is read, generators have not run. */
  afterRead?(site: Site): void | Promise<void>
  /** Generators have run. */
  beforeRender?(site: Site): void | Promise<void>
  /** An item's text is converted, its layouts are not yet around it. */
  afterConvert?(item: Renderable, content: string, site: Site): string
  /** An item is whole. */
  afterRenderItem?(item: Renderable, output: string, site: Site): string
  /** All files are written. */
  afterWrite?(site: Site): void | Promise<void>
}
