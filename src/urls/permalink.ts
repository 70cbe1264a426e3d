/**
 * Permalinks: a style or a template, filled in, becomes a URL.
 *
 * Pages and documents fill templates differently, as in Jekyll. A document's
 * template knows every key below and fails on others; a page's and a static
 * file's know a few, and leave other words with a colon as they are.
 */

import { compileFormat, type Time } from '../util/dates.ts'
import { SiteError } from '../util/errors.ts'
import { downcase, slugify } from '../util/slugs.ts'
import { escapePath } from './escape.ts'
import { withoutTrailingDots } from './names.ts'

const STYLES: ReadonlyMap<string, string> = new Map([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
  ['none', '/:categories/:title:output_ext'],
])

/** The template of a style; anything else is a template already. */
export function styleTemplate(style: string): string {
  return STYLES.get(style) ?? style
}

/**
 * How URLs of pages and collections end under the site's style. `weekdate` has
 * no ending of its own in Jekyll, so such pages lose their extension.
 */
export function styleEnding(style: string): string {
  if (style === 'pretty' || style.endsWith('/')) return '/'
  if (style === 'date' || style === 'ordinal' || style === 'none') return ':output_ext'
  return style.endsWith(':output_ext') ? ':output_ext' : ''
}

/** What a document's URL is made of. */
export interface DocumentUrlParts {
  readonly collection: string
  /** `relativePath` without extension and without the collection's folder. */
  readonly path: string
  /** The file's name without its extension. */
  readonly stem: string
  readonly slug: string | undefined
  readonly categories: readonly string[]
  readonly date: Time
  readonly outputExtension: string
}

type Fill = (parts: DocumentUrlParts) => string

const KEYS: ReadonlyMap<string, Fill> = new Map<string, Fill>([
  ['collection', ({ collection }) => collection],
  ['path', ({ path }) => path],
  ['output_ext', ({ outputExtension }) => outputExtension],
  ['name', ({ stem }) => slugify(stem)],
  ['title', ({ slug, stem }) => slugify(slug ?? stem, 'pretty', true)],
  ['slug', ({ slug, stem }) => slugify(slug ?? stem)],
  ['categories', ({ categories }) => joinDistinct(categories.map(downcase))],
  [
    'slugified_categories',
    ({ categories }) => joinDistinct(categories.map((name) => slugify(name))),
  ],
  ...Object.entries({
    year: '%Y',
    short_year: '%y',
    month: '%m',
    i_month: '%-m',
    short_month: '%b',
    long_month: '%B',
    day: '%d',
    i_day: '%-d',
    y_day: '%j',
    w_year: '%G',
    week: '%V',
    w_day: '%u',
    short_day: '%a',
    long_day: '%A',
    hour: '%H',
    minute: '%M',
    second: '%S',
  }).map(([key, format]): [string, Fill] => {
    const write = compileFormat(format)
    return [key, ({ date }) => write(date)]
  }),
])

/** @throws SiteError for a template with an unknown key */
export function documentUrl(template: string, parts: DocumentUrlParts, file: string): string {
  const filled = template.replace(/:([a-z_]+)/g, (word, name: string) => {
    // `:month_:day` means the key `month`: no key ends in an underscore.
    const key = name.endsWith('_') ? name.slice(0, -1) : name
    const fill = KEYS.get(key)
    if (fill === undefined) throw unknownKey(name, key, file)
    return escapePath(fill(parts)) + word.slice(1 + key.length)
  })
  return sanitizeUrl(filled)
}

function unknownKey(name: string, key: string, file: string): SiteError {
  const wanted = name === key ? name : `${key} or ${key}`
  return new SiteError(
    `The URL template doesn't have ${wanted} keys. Check your permalink template!`,
    {
      place: { file },
      hint: `The keys are ${[...KEYS.keys()].map((each) => `:${each}`).join(' ')}.`,
    },
  )
}

const HTML_EXTENSIONS: ReadonlySet<string> = new Set(['.html', '.xhtml', '.htm'])

export function isHtml(outputExtension: string): boolean {
  return HTML_EXTENSIONS.has(outputExtension)
}

export interface PageUrlParts {
  /** Folder in the source, empty or with a leading slash. */
  readonly folder: string
  readonly stem: string
  readonly outputExtension: string
}

/** `permalink` is the page's own; without one the site's style decides. */
export function pageUrl(parts: PageUrlParts, permalink: string | undefined, style: string): string {
  return fillKnown(permalink ?? pageTemplate(parts, style), [
    ['path', parts.folder],
    ['basename', withoutTrailingDots(parts.stem)],
    ['output_ext', parts.outputExtension],
  ])
}

function pageTemplate({ stem, outputExtension }: PageUrlParts, style: string): string {
  if (!isHtml(outputExtension)) return '/:path/:basename:output_ext'
  if (withoutTrailingDots(stem) === 'index') return '/:path/'
  return `/:path/:basename${styleEnding(style)}`
}

export interface StaticUrlParts {
  readonly collection: string
  /** Within the collection's folder, without extension. */
  readonly path: string
  readonly stem: string
  readonly extension: string
}

/** The URL of a static file in a collection; one elsewhere has its path as URL. */
export function collectionFileUrl(template: string, parts: StaticUrlParts): string {
  const url = fillKnown(template, [
    ['collection', parts.collection],
    ['path', withoutTrailingDots(parts.path)],
    ['output_ext', ''],
    ['name', withoutTrailingDots(parts.stem)],
    ['title', ''],
  ])
  return (url.endsWith('/') ? url.slice(0, -1) : url) + parts.extension
}

function fillKnown(template: string, values: readonly (readonly [string, string])[]): string {
  let url = template
  for (const [key, value] of values) url = url.replaceAll(`:${key}`, () => escapePath(value))
  return sanitizeUrl(url)
}

/** One leading slash, no doubled ones, and nothing that climbs. */
export function sanitizeUrl(url: string): string {
  return `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/')
}

function joinDistinct(names: readonly string[]): string {
  return [...new Set(names)].join('/')
}
