/**
 * jekyll-toc: a list of a page's headings, by the filters `toc`, `toc_only` and
 * `inject_anchors` and the tag `toc`, on pages whose front matter asks for it.
 */

import {
  escapeHtml,
  type FilterContext,
  type Hash,
  isHash,
  isTruthy,
  type Plugin,
  type TagContext,
} from '../plugin.ts'
import { type Element, elementsOf, type Node, parseHtml, textOf, writeHtml } from './html.ts'

const toc: Plugin = {
  name: 'jekyll-toc',
  isPure: true,
  filters: {
    toc: (context, html) =>
      isWanted(context)
        ? contents(String(html), context).list() + withAnchors(html, context)
        : html,
    toc_only: (context, html) => (isWanted(context) ? contents(String(html), context).list() : ''),
    inject_anchors: (context, html) => (isWanted(context) ? withAnchors(html, context) : html),
  },
  tags: {
    toc: {
      parse: () => (context: TagContext) =>
        isTruthy(context.item.data.get('toc'))
          ? contents(String(context.get('page.content') ?? ''), context).list()
          : '',
    },
  },
}

export default toc

function isWanted({ item }: FilterContext): boolean {
  return item.data.get('toc') === true
}

function withAnchors(html: unknown, context: FilterContext): string {
  return contents(String(html), context).anchored()
}

interface Entry {
  readonly heading: Element
  readonly level: number
  readonly id: string
  readonly text: string
}

interface Settings {
  readonly tag: string
  option(key: string): string
}

function contents(html: string, { config }: FilterContext) {
  const written = config.data.get('toc')
  const options: Hash = isHash(written) ? written : new Map()
  const settings: Settings = {
    tag: isTruthy(options.get('ordered_list')) ? 'ol' : 'ul',
    option: (key) => String(options.get(key) ?? DEFAULTS.get(key) ?? ''),
  }
  const nodes = parseHtml(html)
  const entries = entriesOf(nodes, options, settings)
  return {
    list: () =>
      `<${settings.tag} id="${settings.option('list_id')}" class="${settings.option('list_class')}">\n` +
      `${listItems(entries, settings)}</${settings.tag}>`,
    anchored() {
      for (const { heading, id } of entries) addAnchor(heading, id)
      return writeHtml(nodes)
    },
  }
}

const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['min_level', '1'],
  ['max_level', '6'],
  ['no_toc_section_class', 'no_toc_section'],
  ['list_id', 'toc'],
  ['list_class', 'section-nav'],
  ['item_class', 'toc-entry'],
  ['item_prefix', 'toc-'],
])

function entriesOf(nodes: readonly Node[], options: Hash, { option }: Settings): Entry[] {
  const [min, max] = [Number(option('min_level')), Number(option('max_level'))]
  const without = options.get('no_toc_section_class')
  const closed = Array.isArray(without) ? without.map(String) : [option('no_toc_section_class')]
  const outside = (element: Element): boolean => {
    const { parent } = element
    if (parent === undefined) return true
    return !hasClass(parent, closed) && outside(parent)
  }

  /** Of made ids: those that are written stay as they are. */
  const counts = new Map<string, number>()
  return elementsOf(nodes).flatMap((heading) => {
    const level = Number(/^h([1-6])$/.exec(heading.name)?.[1] ?? 0)
    if (level < min || level > max || hasClass(heading, ['no_toc']) || !outside(heading)) return []
    const text = textOf(heading)
    const own = heading.attributes.get('id')
    if (own !== undefined) return [{ heading, level, id: own, text }]
    const slug = slugOf(text)
    const count = counts.get(slug) ?? 0
    counts.set(slug, count + 1)
    return [{ heading, level, id: count === 0 ? slug : `${slug}-${count}`, text }]
  })
}

function hasClass({ attributes }: Element, names: readonly string[]): boolean {
  const classes = (attributes.get('class') ?? '').split(/\s+/)
  return names.some((name) => classes.includes(name))
}

/** For a heading without an id, which gets a link but no id from it. */
function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
  return encodeURIComponent(slug)
}

/** Headings of the highest level there is, each with those below it as a list within. */
function listItems(entries: readonly Entry[], settings: Settings): string {
  const top = Math.min(...entries.map(({ level }) => level))
  let items = ''
  for (let at = 0; at < entries.length; ) {
    const entry = entries[at]!
    const isTop = entry.level === top
    const start = isTop ? at + 1 : at
    const found = entries.slice(start).findIndex(({ level }) => level === top)
    const end = found < 0 ? entries.length : start + found
    const below = listItems(entries.slice(start, end), settings)
    items += isTop ? item(entry, below, settings) : below
    at = end
  }
  return items
}

function item({ heading, id, text }: Entry, below: string, { option, tag }: Settings): string {
  const sublistClass = option('sublist_class')
  const attributes = sublistClass === '' ? '' : ` class="${sublistClass}"`
  const sublist = below === '' ? '' : `\n<${tag}${attributes}>\n${below}</${tag}>\n`
  const itemClass = `${option('item_class')} ${option('item_prefix')}${heading.name}`
  return `<li class="${itemClass}"><a href="#${id}">${escapeHtml(text)}</a>${sublist}</li>\n`
}

function addAnchor(heading: Element, id: string): void {
  if (heading.children.length === 0) return
  const anchor = parseHtml(
    `<a class="anchor" href="#${id}" aria-hidden="true"><span class="octicon octicon-link"></span></a>`,
  )
  heading.children = [...anchor, ...heading.children]
}
