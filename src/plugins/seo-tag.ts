/**
 * jekyll-seo-tag: `{% seo %}` writes the title, description, addresses, pictures
 * and authors of a page for search engines and for previews elsewhere.
 *
 * Texts go through Markdown and lose their tags. What the original prints
 * without escaping is printed so here, but for `</` in the JSON.
 */

import { type Hash, isHash, isTruthy, type Plugin, type TagContext, toHash } from '../plugin.ts'

const seoTag: Plugin = {
  name: 'jekyll-seo-tag',
  isPure: true,
  tags: {
    seo: {
      parse(markup) {
        const showTitle = !/title=false/i.test(markup)
        return (context) => write(describe(context), showTitle)
      },
    },
  },
}

export default seoTag

const VERSION = '2.8.0'

/** All that is said of a page. What is undefined is left out. */
interface Description {
  readonly context: TagContext
  readonly siteTitle: string | undefined
  readonly pageTitle: string | undefined
  readonly title: string | undefined
  readonly text: string | undefined
  readonly locale: string
  readonly canonicalUrl: unknown
  readonly author: Hash
  readonly authorName: unknown
  readonly image: Hash | undefined
  readonly logo: string | undefined
  readonly isHomeOrAbout: boolean
  readonly hasDate: boolean
}

function describe(context: TagContext): Description {
  const get = (name: string) => context.get(name)
  const siteTitle = plain(context, firstTrue(get('site.title'), get('site.name')))
  const pageTitle = plain(context, get('page.title')) ?? siteTitle
  const author = authorOf(context)
  const description = firstTrue(get('page.description'), get('page.excerpt'))
  return {
    context,
    siteTitle,
    pageTitle,
    title: wholeTitle(context, siteTitle, pageTitle),
    text: plain(context, description) ?? plain(context, get('site.description')),
    locale: localeOf(context),
    canonicalUrl: canonicalUrl(context),
    author,
    authorName: firstTrue(author.get('name')),
    image: imageOf(context),
    logo: logoOf(context),
    isHomeOrAbout: /^\/(?:about\/)?(?:index\.html?)?$/.test(String(get('page.url') ?? '')),
    hasDate: isTruthy(get('page.date')),
  }
}

// ---------------------------------------------------------------- the parts

function plain(context: TagContext, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const filters = ['markdownify', 'strip_html', 'normalize_whitespace', 'escape_once']
  const text = filters.reduce<unknown>((input, name) => context.filter(name, input), value)
  return text === '' ? undefined : String(text)
}

function wholeTitle(
  context: TagContext,
  siteTitle: string | undefined,
  pageTitle: string | undefined,
): string | undefined {
  const title = titleWithin(context, siteTitle, pageTitle)
  if (title === undefined) return undefined
  return `${pageNumber(context)}${title}`
}

function titleWithin(
  context: TagContext,
  siteTitle: string | undefined,
  pageTitle: string | undefined,
): string | undefined {
  if (siteTitle === undefined) return pageTitle
  if (pageTitle !== siteTitle) return `${pageTitle} | ${siteTitle}`
  const description = plain(context, context.get('site.description'))
  if (description === undefined) return siteTitle
  return `${siteTitle} | ${plain(context, context.get('site.tagline')) ?? description}`
}

/** `Page 2 of 5 for `, from the second page on. */
function pageNumber(context: TagContext): string {
  const current = context.get('paginator.page')
  if (typeof current !== 'number' || current <= 1) return ''
  const values: ReadonlyMap<string, unknown> = new Map([
    ['current', current],
    ['total', context.get('paginator.total_pages')],
  ])
  const message = firstTrue(context.get('site.seo_paginator_message'))
  return String(message ?? 'Page %<current>s of %<total>s for ').replace(
    /%<(\w+)>[sd]|%\{(\w+)\}/g,
    (_, formatted, bare) => String(values.get(formatted ?? bare) ?? ''),
  )
}

function localeOf({ get }: TagContext): string {
  const locale = firstTrue(
    get('page.locale'),
    get('site.locale'),
    get('page.lang'),
    get('site.lang'),
  )
  return String(locale ?? 'en_US').replaceAll('-', '_')
}

function canonicalUrl(context: TagContext): unknown {
  const given = context.get('page.canonical_url')
  if (isGiven(given)) return given
  return absoluteUrl(context, context.get('page.url')).replace(/\/index\.html$/, '/')
}

/**
 * The first of the page's and the site's authors that is given, with what is known
 * of it. A page has none by `author: false`.
 */
function authorOf({ get }: TagContext): Hash {
  const authors = get('page.authors')
  const [first] = Array.isArray(authors) ? authors : []
  const author = [get('page.author'), first, get('site.author')].find(
    (value) => value === false || isGiven(value),
  )
  if (isHash(author)) return author
  if (typeof author !== 'string') return new Map()
  const known = get('site.data.authors')
  const details = isHash(known) ? known.get(author) : undefined
  return new Map([['name', author], ...(isHash(details) ? details : [])])
}

/** `path` is what is shown: made absolute, or taken from the pictures for other sites. */
function imageOf(context: TagContext): Hash | undefined {
  const image = context.get('page.image')
  const keys: Hash = isHash(image) ? image : new Map([['path', image]])
  const path = firstTrue(keys.get('path'), keys.get('facebook'), keys.get('twitter'))
  if (path === undefined || (!isHash(image) && typeof image !== 'string')) return undefined
  const url = typeof path === 'string' && !hasScheme(path) ? absoluteUrl(context, path) : path
  return new Map([...keys, ['path', context.filter('uri_escape', url)]])
}

function logoOf(context: TagContext): string | undefined {
  const logo = context.get('site.logo')
  if (!isTruthy(logo)) return undefined
  const url = hasScheme(String(logo)) ? logo : absoluteUrl(context, logo)
  return String(context.filter('uri_escape', url))
}

function absoluteUrl(context: TagContext, path: unknown): string {
  return String(context.filter('absolute_url', path))
}

function hasScheme(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(text)
}

// ---------------------------------------------------------------- the lines

function write(page: Description, showTitle: boolean): string {
  const { get } = page.context
  return [
    `<!-- Begin Jekyll SEO tag v${VERSION} -->`,
    showTitle && page.title !== undefined && `<title>${page.title}</title>`,
    `<meta name="generator" content="Jekyll v${show(get('jekyll.version'))}" />`,
    meta('property', 'og:title', page.pageTitle),
    meta('name', 'author', page.authorName),
    meta('property', 'og:locale', page.locale),
    meta('name', 'description', page.text),
    meta('property', 'og:description', page.text),
    ...(isTruthy(get('site.url'))
      ? [
          `<link rel="canonical" href="${show(page.canonicalUrl)}" />`,
          meta('property', 'og:url', page.canonicalUrl),
        ]
      : []),
    meta('property', 'og:site_name', page.siteTitle),
    ...imageLines(page),
    ...kindLines(page),
    ...neighbourLines(page),
    ...twitterLines(page),
    ...facebookLines(page),
    ...verificationLines(page),
    `<script type="application/ld+json">\n${linkedData(page)}</script>`,
    '<!-- End Jekyll SEO tag -->\n',
  ]
    .filter((line) => line !== false)
    .join('\n')
}

function meta(attribute: 'name' | 'property', key: string, content: unknown): string | false {
  return isTruthy(content) && `<meta ${attribute}="${key}" content="${show(content)}" />`
}

function imageLines({ image }: Description) {
  if (!image) return []
  return [
    meta('property', 'og:image', image.get('path')),
    meta('property', 'og:image:height', image.get('height')),
    meta('property', 'og:image:width', image.get('width')),
    meta('property', 'og:image:alt', image.get('alt')),
  ]
}

function kindLines({ context, hasDate }: Description) {
  if (!hasDate) return [meta('property', 'og:type', 'website')]
  return [
    meta('property', 'og:type', 'article'),
    meta('property', 'article:published_time', xmlDate(context, context.get('page.date'))),
  ]
}

function neighbourLines({ context }: Description) {
  const link = (rel: string, kind: string) =>
    isTruthy(context.get(`paginator.${kind}_page`)) &&
    `<link rel="${rel}" href="${absoluteUrl(context, context.get(`paginator.${kind}_page_path`))}" />`
  return [link('prev', 'previous'), link('next', 'next')]
}

function twitterLines({ author, context, image, pageTitle }: Description) {
  const { get } = context
  const card = [get('page.twitter.card'), get('site.twitter.card')].find(isGiven)
  const name = firstTrue(author.get('twitter'), author.get('name'))
  const withoutAt = (value: unknown) => show(value).replaceAll('@', '')
  return [
    meta('name', 'twitter:card', image ? (card ?? 'summary_large_image') : 'summary'),
    image !== undefined && meta('property', 'twitter:image', image.get('path')),
    image !== undefined && meta('name', 'twitter:image:alt', image.get('alt')),
    meta('property', 'twitter:title', pageTitle),
    ...(isTruthy(get('site.twitter'))
      ? [
          meta('name', 'twitter:site', `@${withoutAt(get('site.twitter.username'))}`),
          typeof name === 'string' && meta('name', 'twitter:creator', `@${withoutAt(name)}`),
        ]
      : []),
  ]
}

function facebookLines({ context: { get } }: Description) {
  return [
    meta('property', 'fb:admins', get('site.facebook.admins')),
    meta('property', 'article:publisher', get('site.facebook.publisher')),
    meta('property', 'fb:app_id', get('site.facebook.app_id')),
  ]
}

/** The name of the element for each key of `webmaster_verifications`. */
const VERIFICATIONS: ReadonlyMap<string, string> = new Map([
  ['google', 'google-site-verification'],
  ['bing', 'msvalidate.01'],
  ['alexa', 'alexaVerifyID'],
  ['yandex', 'yandex-verification'],
  ['baidu', 'baidu-site-verification'],
  ['facebook', 'facebook-domain-verification'],
])

function verificationLines({ context: { get } }: Description) {
  if (!isTruthy(get('site.webmaster_verifications'))) {
    return [meta('name', 'google-site-verification', get('site.google_site_verification'))]
  }
  return [...VERIFICATIONS].map(([key, name]) =>
    meta('name', name, get(`site.webmaster_verifications.${key}`)),
  )
}

// ---------------------------------------------------------------- linked data

/** Keys in order of the alphabet, as the original sorts them. */
function linkedData(page: Description): string {
  const { canonicalUrl, context, pageTitle, text } = page
  const { get } = context
  const type = typeOf(page)
  const modified = firstTrue(
    get('page.seo.date_modified'),
    get('page.last_modified_at'),
    get('page.date'),
  )
  const isEntity = type === 'BlogPosting' || type === 'CreativeWork'
  const entries: readonly (readonly [string, unknown])[] = [
    ['@context', 'https://schema.org'],
    ['@type', type],
    ['author', linkedAuthor(page)],
    ['dateModified', modified === undefined ? undefined : xmlDate(context, modified)],
    ['datePublished', page.hasDate ? xmlDate(context, get('page.date')) : undefined],
    ['description', text],
    ['headline', pageTitle],
    ['image', linkedImage(page)],
    [
      'mainEntityOfPage',
      isEntity ? toHash({ '@type': 'WebPage', '@id': canonicalUrl }) : undefined,
    ],
    ['name', nameOf(page)],
    ['publisher', publisherOf(page)],
    ['sameAs', linksOf(page)],
    ['url', canonicalUrl],
  ]
  const given: Hash = new Map(entries.filter(([, value]) => value !== undefined))
  return show(context.filter('jsonify', given)).replaceAll('</', '<\\/')
}

function typeOf({ context, hasDate, isHomeOrAbout }: Description): unknown {
  const own = firstTrue(context.get('page.seo.type'))
  if (own !== undefined) return own
  if (isHomeOrAbout) return 'WebSite'
  return hasDate ? 'BlogPosting' : 'WebPage'
}

function linkedAuthor({ author, authorName }: Description): Hash | undefined {
  if (authorName === undefined) return undefined
  const type = firstTrue(author.get('type')) ?? 'Person'
  if (type !== 'Person' && type !== 'Organization') return undefined
  const url = firstTrue(author.get('url'))
  return toHash({ '@type': type, name: authorName, ...(url === undefined ? {} : { url }) })
}

function linkedImage({ image }: Description): unknown {
  if (!image) return undefined
  const { path, rest } = splitPath(image)
  if (rest.size === 0) return path
  return new Map([...rest, ['url', path], ['@type', 'imageObject']])
}

function splitPath(image: Hash) {
  const rest = new Map(image)
  rest.delete('path')
  return { path: image.get('path'), rest }
}

function nameOf({ context, isHomeOrAbout, siteTitle }: Description): string | undefined {
  const own = context.get('page.seo.name')
  if (isTruthy(own)) return plain(context, own)
  if (!isHomeOrAbout) return undefined
  const social = context.get('site.social.name')
  return isTruthy(social) ? plain(context, social) : siteTitle
}

function publisherOf({ authorName, logo }: Description): Hash | undefined {
  if (logo === undefined) return undefined
  return toHash({
    '@type': 'Organization',
    logo: { '@type': 'ImageObject', url: logo },
    ...(authorName === undefined ? {} : { name: authorName }),
  })
}

function linksOf({ context, isHomeOrAbout }: Description): unknown {
  const own = firstTrue(context.get('page.seo.links'))
  if (own !== undefined) return own
  return isHomeOrAbout ? firstTrue(context.get('site.social.links')) : undefined
}

// ---------------------------------------------------------------- values

function xmlDate(context: TagContext, date: unknown): unknown {
  return context.filter('date_to_xmlschema', date)
}

function show(value: unknown): string {
  if (Array.isArray(value)) return value.map(show).join('')
  return value === undefined || value === null ? '' : String(value)
}

function firstTrue(...values: readonly unknown[]): unknown {
  return values.find(isTruthy)
}

function isGiven(value: unknown): boolean {
  return isTruthy(value) && value !== '' && !(Array.isArray(value) && value.length === 0)
}
