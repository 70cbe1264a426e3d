/**
 * jekyll-archives: a page for each tag, category, year, month and day that
 * `enabled` names, in the layout `archive` or one of its own.
 *
 * Templates see `page.type`, `page.title` (of tags and categories), `page.date`
 * (of the others) and `page.posts`, newest first; and all of them as
 * `site.archives`.
 */

import {
  CalendarDate,
  type Document,
  type GeneratorContext,
  type Hash,
  isHash,
  type Page,
  type Plugin,
  posts,
  postsBy,
  type Site,
  slugify,
  strftime,
} from '../plugin.ts'

const archives: Plugin = {
  name: 'jekyll-archives',
  isPure: true,
  generators: [{ name: 'jekyll-archives', generate: addArchives }],
}

export default archives

type Type = 'tag' | 'category' | 'year' | 'month' | 'day'

interface Archive {
  readonly type: Type
  readonly title: unknown
  readonly date: CalendarDate | undefined
  /** What stands for each word with a colon in the permalink. */
  readonly words: ReadonlyMap<string, string>
  readonly posts: readonly Document[]
}

const PERMALINKS: Readonly<Record<Type, string>> = {
  tag: '/tag/:name/',
  category: '/category/:name/',
  year: '/:year/',
  month: '/:year/:month/',
  day: '/:year/:month/:day/',
}

function addArchives(site: Site, context: GeneratorContext): void {
  const options = hashOf(site.config.data.get('jekyll-archives'))
  const isEnabled = enabledBy(options.get('enabled'))
  const all = [
    ...(isEnabled('tags') ? named(site, 'tag', 'tags') : []),
    ...(isEnabled('categories') ? named(site, 'category', 'categories') : []),
    ...dated(site).filter(({ type }) => isEnabled(type)),
  ]
  const pages = all.map((archive) => pageOf(archive, options, context))
  site.pages.push(...pages)
  site.config.data.set('archives', pages)
}

function enabledBy(value: unknown): (kind: string) => boolean {
  if (value === true || value === 'all') return () => true
  return (kind) => Array.isArray(value) && value.includes(kind)
}

function named(site: Site, type: Type, attribute: 'tags' | 'categories'): Archive[] {
  return [...postsBy(site, attribute)].map(([title, documents]) => ({
    type,
    title,
    date: undefined,
    words: new Map([['name', slugify(String(title))]]),
    posts: documents,
  }))
}

/** Years from the oldest, each followed by its months and their days from the newest. */
function dated(site: Site): Archive[] {
  return [...groupBy(posts(site), '%Y').values()].flatMap((oldestFirst) => {
    const ofYear = [...oldestFirst].reverse()
    return [
      archiveOf('year', ofYear),
      ...[...groupBy(ofYear, '%m').values()].flatMap((ofMonth) => [
        archiveOf('month', ofMonth),
        ...[...groupBy(ofMonth, '%d').values()].map((ofDay) => archiveOf('day', ofDay)),
      ]),
    ]
  })
}

function archiveOf(type: 'year' | 'month' | 'day', newestFirst: readonly Document[]): Archive {
  const [first] = newestFirst
  const part = (format: string) => (first ? strftime(first.date, format) : '')
  const month = type === 'year' ? 1 : Number(part('%m'))
  const day = type === 'day' ? Number(part('%d')) : 1
  return {
    type,
    title: null,
    date: new CalendarDate(Number(part('%Y')), month, day),
    words: new Map([
      ['year', part('%Y')],
      ['month', part('%m')],
      ['day', part('%d')],
    ]),
    posts: newestFirst,
  }
}

function groupBy(documents: readonly Document[], format: string): Map<string, Document[]> {
  const groups = new Map<string, Document[]>()
  for (const document of documents) {
    const key = strftime(document.date, format)
    const group = groups.get(key)
    if (group) group.push(document)
    else groups.set(key, [document])
  }
  return groups
}

function pageOf(archive: Archive, options: Hash, { virtualPage }: GeneratorContext): Page {
  const { date, posts, title, type, words } = archive
  const template = hashOf(options.get('permalinks')).get(type) ?? PERMALINKS[type]
  const filled = (encode: (word: string) => string) =>
    String(template).replace(/:(\w+)/g, (whole, word) =>
      word === 'type' ? type : encode(words.get(word) ?? whole),
    )
  const layout = hashOf(options.get('layouts')).get(type) ?? options.get('layout') ?? 'archive'
  const data: Hash = new Map<unknown, unknown>([
    ['layout', layout],
    ['type', type],
    ['title', title],
    ['date', date ?? null],
    ['posts', posts],
    ['permalink', filled(encodeURI)],
  ])
  const place = filled((word) => word).replace(/\/{2,}/g, '/')
  const page = virtualPage(place.endsWith('/') ? `${place}index.html` : place, '', data, type)
  page.data.delete('permalink') // it gave the address; templates of the original see none
  return { ...page, dir: '', name: page.name.replace(/\.[^.]*$/, '') }
}

function hashOf(value: unknown): Hash {
  return isHash(value) ? value : new Map()
}
