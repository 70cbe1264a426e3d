/**
 * One item: Liquid, then converters, then its layouts from the inside out.
 *
 * A layout's file is never converted, whatever its extension. An excerpt goes
 * the same way as its document, but without layouts and in a scope of its own.
 */

import { ANYTHING, createNoReads, createReads, type Key, type Recording } from '../cache/reads.ts'
import { createValues } from '../cache/values.ts'
import { watchSite } from '../cache/watched-site.ts'
import type { BuildOptions, Engine } from '../engine.ts'
import { EXCERPT } from '../liquid/excerpt-path.ts'
import type { Scope } from '../liquid/liquid.ts'
import type { World } from '../liquid/world.ts'
import type { ConvertContext, Converter } from '../plugin.ts'
import type { Layout, Renderable, Rendered, Site } from '../site.ts'
import { SiteError, withCaller } from '../util/errors.ts'
import { nearest } from '../util/nearest.ts'
import type { Hash } from '../util/values.ts'
import { type Excerpt, extractExcerpt } from './excerpt.ts'
import { createLayoutData } from './layout-data.ts'
import { createRelatedPosts } from './related-posts.ts'
import { createSourceMapPages } from './source-map-pages.ts'
import { sourceReader } from './source-reader.ts'

export interface Renderer {
  (item: Renderable): Rendered
  /** Whether rendering again would answer the same: all that was read for it is as it was. */
  holds(rendered: Rendered): boolean
  /** Lets converters begin with what they will be asked to convert. */
  prepare(item: Renderable): void
}

/**
 * The rendering of an item that comes before the one being rendered; undefined
 * for one that comes later, whose text is still as written.
 */
export type Earlier = (item: Renderable) => Rendered | undefined

/** Types that Jekyll never puts into a layout. */
const STYLES_AND_SCRIPTS: ReadonlySet<string> = new Set(['.sass', '.scss', '.coffee'])
const BARE_EXTENSIONS: ReadonlySet<string> = new Set([...STYLES_AND_SCRIPTS, '.yml', '.yaml'])
const HTML_EXTENSIONS: ReadonlySet<string> = new Set(['.html', '.xhtml', '.htm'])
/** What every item notes of itself. */
const OWN: ReadonlySet<string> = new Set(['body', 'self', 'item'])
const NO_FILES: ReadonlyMap<string, string> = new Map()

export interface RendererOptions extends BuildOptions {
  /** What the last build of the same engine made of each item. */
  readonly before?: ReadonlyMap<string, Rendered> | undefined
}

/**
 * The function that renders items of `site`. What templates may see of other
 * items it asks `earlier`.
 *
 * @throws SiteError (the function) for what fails in a template or converter
 */
export function createRenderer(
  engine: Engine,
  site: Site,
  earlier: Earlier,
  { before, isLast = false }: RendererOptions = {},
): Renderer {
  const { config, hooks, liquid, log } = engine
  const convertersOf = memo((extension: string): Converter[] =>
    engine.converters.filter((converter) => converter.matches(extension)),
  )
  /** Templates may read these two, and set them for the figures that follow. */
  const figureVariables = memo((extension: string): Hash => {
    const around = convertersOf(extension)[0]?.aroundFigures ?? ''
    return new Map([
      ['highlighter_prefix', around],
      ['highlighter_suffix', around],
    ])
  })
  const layoutTemplate = memo((layout: Layout) =>
    liquid.parse(layout.body, { path: layout.path, line: layout.bodyLine }),
  )

  const layoutData = createLayoutData()

  /** Converted texts of items whose layouts are still being put around them. */
  const converted = new Map<string, string>()
  const excerpts = new WeakMap<Renderable, Excerpt>()
  const excerptItems = new WeakSet<Renderable>()
  /** What was made once, with all that was read for it. */
  const remembered = new Map<string, Recording<unknown>>()
  /** The path of the item being rendered. */
  let current = ''
  const hasHooks = engine.plugins.some(({ hooks }) => hooks !== undefined)

  const values = createValues(site, {
    content: (item) => world.content(item),
    output: (item) => world.output(item),
    excerptSource: (item) => excerptOf(item)?.text,
    relatedPosts: (item) => world.relatedPosts(item),
    readSource: (path) => world.readSource(path),
  })
  const reads = isLast ? createNoReads() : createReads(values)

  const world: World = {
    site,
    watchedSite: isLast ? site : watchSite(site, reads.note),
    note: reads.note,
    key: reads.key,
    noteKey: reads.noteKey,
    remember: (key, make) => remember(`plugin:${key}`, () => noteWhoMade(make)),
    content: (item) => converted.get(item.path) ?? earlier(item)?.content ?? item.body,
    output: (item) => earlier(item)?.output,
    excerpt: (item) => {
      reads.note('excerpt', item.path)
      reads.note('item', item.path)
      return remember(`excerpt:${item.path}`, () => renderExcerpt(item))
    },
    relatedPosts: createRelatedPosts(site),
    sourceMapPages: createSourceMapPages(engine, site, earlier, reads.note),
    readSource: sourceReader(config.source),
  }

  function renderAndNote(item: Renderable): Rendered {
    const outer = current
    current = item.path
    const { answer, keys } = reads.record(() => {
      reads.note('self', item.path)
      reads.note('body', item.path)
      reads.note('item', item.path)
      return renderItem(item)
    })
    current = outer
    const others = keys.filter((key) => !isBecoming(key, item))
    return { ...answer, reads: reads.withMarks(others) }
  }

  function remember<T>(key: string, make: () => T): T {
    const known = remembered.get(key) ?? reads.record(make)
    remembered.set(key, known)
    reads.noteAll(known.keys)
    return known.answer as T // under a key there is only what its maker makes
  }

  /** What a plugin made with the help of one page is right again only if that page makes it again. */
  function noteWhoMade<T>(make: () => T): T {
    const { answer, keys } = reads.record(make)
    reads.noteAll(keys)
    if (keys.some(({ name }) => name === current)) reads.note(ANYTHING)
    return answer
  }

  function renderItem(item: Renderable): Omit<Rendered, 'reads'> {
    hooks.beforeRender(item, world.watchedSite)
    if (site.payload.size > 0) reads.note(ANYTHING)
    const scope = liquid.createScope(world, item, figureVariables(item.extension.toLowerCase()))
    const first = layoutOf(item)
    scope.layout = first?.data
    const { text, files } = convertedBefore(item) ?? convert(item, renderBody(item, scope))
    const content = hooks.changed('post_convert', item, text, world.watchedSite)
    converted.set(item.path, content)
    const whole = first ? placeInLayouts(content, first, scope) : content
    converted.delete(item.path)
    const output = hooks.changed('post_render', item, whole, world.watchedSite)
    return { content, output, files }
  }

  function renderBody(item: Renderable, scope: Scope): string {
    if (!hasLiquid(item)) return item.body
    return liquid.parse(item.body, { path: item.path, line: item.bodyLine }).render(scope)
  }

  function convert(item: Renderable, source: string) {
    let text = source
    let files = NO_FILES
    for (const converter of convertersOf(item.extension.toLowerCase())) {
      const answer = converter.convert(text, contextOf(item))
      if (typeof answer === 'string') text = answer
      else {
        text = answer.text
        files = new Map([...files, ...answer.files])
        for (const source of answer.sources ?? []) reads.note('disk', source)
      }
    }
    return { text, files }
  }

  /**
   * What came of a body without Liquid last time, if it would be the same again: most often a
   * layout changed and not the text within.
   */
  function convertedBefore(item: Renderable) {
    const known = before?.get(item.path)
    if (known === undefined || hasHooks || hasLiquid(item) || readsFiles(known)) return undefined
    const own = known.reads.filter(({ kind, name }) => name === item.path && OWN.has(kind))
    if (own.length === 0 || !reads.holds({ reads: own })) return undefined
    return { text: known.content, files: NO_FILES }
  }

  function contextOf(item: Renderable): ConvertContext {
    const isWhole = item.kind === 'page' && !excerptItems.has(item)
    const destination = isWhole ? item.destination : undefined
    return { config, path: item.path, line: item.bodyLine, destination }
  }

  /** Only the first converter, for what the others will get is not known. */
  function prepare(item: Renderable): void {
    const [first] = convertersOf(item.extension.toLowerCase())
    first?.prepare?.(hasLiquid(item) ? undefined : item.body, contextOf(item))
  }

  /** The innermost layout, with Jekyll's warning where the site has none of that name. */
  function layoutOf(item: Renderable): Layout | undefined {
    const name = item.data.get('layout')
    if (name === undefined || name === null || name === 'none') return undefined
    if (isBare(item)) return undefined
    const layout = findLayout(name)
    if (!layout && name !== '') {
      const near = nearest(String(name), site.layouts.keys())
      const hint = near ? ` Did you mean '${near}'?` : ''
      const what = `Layout '${name}' requested in ${item.path} does not exist.`
      log.warn('Build Warning:', what + hint)
    }
    return layout
  }

  function findLayout(named: unknown): Layout | undefined {
    const name = String(named ?? '')
    if (name === '') return undefined
    reads.note('layout', name)
    return site.layouts.get(name)
  }

  function placeInLayouts(content: string, first: Layout, scope: Scope): string {
    const used = new Set<Layout>()
    let output = content
    let layout: Layout | undefined = first
    scope.layout = undefined
    while (layout && !used.has(layout)) {
      used.add(layout)
      scope.content = output
      scope.layout = layoutData(layout, scope.layout)
      output = renderLayout(layout, scope)
      layout = findLayout(layout.data.get('layout'))
    }
    return output
  }

  /** @throws SiteError that names the item too, for a layout may fail for one of many */
  function renderLayout(layout: Layout, scope: Scope): string {
    try {
      return layoutTemplate(layout).render(scope)
    } catch (error) {
      throw error instanceof SiteError ? withCaller(error, { file: scope.item.path }) : error
    }
  }

  /** Undefined for what has no excerpt but, at most, one in its front matter. */
  function excerptOf(item: Renderable): Excerpt | undefined {
    const separator = separatorOf(item)
    if (separator === '' || excerptItems.has(item)) return undefined
    if (item.kind === 'page' && !hasPageExcerpt(item)) return undefined
    const known =
      excerpts.get(item) ?? extractExcerpt(item.excerptBody ?? item.body, separator, liquid.isBlock)
    excerpts.set(item, known)
    return known
  }

  function separatorOf({ data }: Renderable): string {
    return String(data.get('excerpt_separator') ?? config.excerptSeparator)
  }

  function renderExcerpt(item: Renderable): string | undefined {
    const own = item.data.get('excerpt')
    if (own !== undefined && own !== null && !excerptItems.has(item)) return String(own)
    const parts = excerptOf(item)
    if (!parts) return undefined
    if (parts.closed.length > 0) warnOfClosedBlocks(item, separatorOf(item), parts.closed)
    const excerpt: Renderable = { ...item, path: item.path + EXCERPT, body: parts.text }
    excerptItems.add(excerpt)
    const scope = liquid.createScope(world, excerpt, figureVariables(item.extension.toLowerCase()))
    if (hasLiquid(excerpt)) scope.layout = findLayout(item.data.get('layout'))?.data
    return convert(excerpt, renderBody(excerpt, scope)).text
  }

  function hasPageExcerpt(item: Renderable): boolean {
    return config.pageExcerpts && HTML_EXTENSIONS.has(item.outputExtension)
  }

  function warnOfClosedBlocks(item: Renderable, separator: string, closed: readonly string[]) {
    const tags = closed.map((name) => `{% end${name} %}`).join(', ')
    log.warn(
      'Warning:',
      `Excerpt modified in ${item.path}! The excerpt separator ${JSON.stringify(separator)} ` +
        `stands inside a Liquid block; ${tags} was added. Set excerpt or excerpt_separator ` +
        'in the front matter to choose the excerpt yourself.',
      { file: item.path, line: item.bodyLine },
    )
  }

  return Object.assign(renderAndNote, { holds: reads.holds, prepare })
}

/** What an item becomes is no news to itself. */
function isBecoming({ kind, name }: Key, { path }: Renderable): boolean {
  return (kind === 'content' || kind === 'output') && name === path
}

/** Whether a conversion looked at more than its text, as that of Sass does. */
function readsFiles({ files, reads }: Rendered): boolean {
  return files.size > 0 || reads.some(({ kind }) => kind === 'disk')
}

/** Of these, only a page in YAML gets a layout. */
function isBare({ extension, kind }: Renderable): boolean {
  const lower = extension.toLowerCase()
  return kind === 'page' ? STYLES_AND_SCRIPTS.has(lower) : BARE_EXTENSIONS.has(lower)
}

/** Documents in CoffeeScript and YAML are left as they are; pages are not. */
function hasLiquid({ body, data, extension, kind }: Renderable): boolean {
  if (data.get('render_with_liquid') === false) return false
  const isPlain = ['.coffee', '.yml', '.yaml'].includes(extension.toLowerCase())
  if (isPlain && kind === 'document') return false
  return body.includes('{{') || body.includes('{%')
}

function memo<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}
