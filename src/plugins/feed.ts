/**
 * jekyll-feed: Atom feeds of the posts and, where configured, of collections,
 * categories and tags; and the tag `feed_meta` for a page's head.
 *
 * Which documents a feed has is settled here. Their content is not rendered yet
 * at that moment, so the text of the feed is a template.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Config,
  type Document,
  type GeneratorContext,
  type Hash,
  isHash,
  isTruthy,
  type Plugin,
  postsBy,
  type Site,
  toHash,
} from '../plugin.ts'

const feed: Plugin = {
  name: 'jekyll-feed',
  isPure: true,
  generators: [{ name: 'jekyll-feed', priority: 'lowest', generate: addFeeds }],
  tags: {
    feed_meta: {
      parse: () => (context) =>
        metaTag(context.config, (path) => context.filter('absolute_url', path)),
    },
  },
}

export default feed

/** One feed to be made. */
interface Feed {
  readonly path: string
  /** What follows the site's title. */
  readonly about: readonly string[]
  /** As templates get them, posts newest first; those of one moment end up the other way round. */
  readonly documents: readonly Document[]
  /** As other templates see the page of the feed. */
  readonly data: Readonly<Record<string, unknown>>
}

function addFeeds(site: Site, { virtualPage }: GeneratorContext): void {
  const { config } = site
  const options = feedOptions(config)
  if (isTruthy(options.get('disable_in_development')) && config.environment === 'development')
    return

  const isThere = (path: string) => existsSync(join(config.source, path))
  const xsl = isThere('feed.xslt.xml')
  for (const feed of [...collectionFeeds(site, options), ...tagFeeds(site, options)]) {
    if (isThere(feed.path)) continue
    const data = toHash({ layout: null, sitemap: false, xsl, ...feed.data })
    data.set('feed_title', titleOf(config, feed))
    data.set('feed_entries', entriesOf(site, feed, options))
    site.pages.push({ ...virtualPage(feed.path, FEED, data), name: feed.path })
  }
}

// ---------------------------------------------------------------- which feeds

function collectionFeeds(site: Site, options: Hash): Feed[] {
  return [...collectionOptions(options)].flatMap(([name, meta]) => {
    const prefix = name === 'posts' ? '/feed' : `/feed/${name}`
    const inOrder = site.collections.get(name)?.documents ?? []
    const documents = name === 'posts' ? [...inOrder].reverse() : inOrder
    const about = name === 'posts' ? [] : [name]
    const whole: Feed = {
      path: text(meta.get('path')) ?? `${prefix}.xml`,
      about,
      documents,
      data: { collection: name, category: null, tags: null },
    }
    const parts = [...new Set(list(meta.get('categories')))].map((category): Feed => {
      const ofCategory = ({ categories }: Document) => categories.includes(category)
      return {
        path: `${prefix}/${category}.xml`,
        about: [...about, category],
        documents: documents.filter(ofCategory),
        data: { collection: name, category, tags: null },
      }
    })
    return [...parts, whole]
  })
}

/** By name of the collection. The posts have a feed even where nothing is configured. */
function collectionOptions(options: Hash): Map<string, Hash> {
  const configured = options.get('collections')
  const all = new Map<string, Hash>()
  if (isHash(configured)) {
    for (const [name, meta] of configured) all.set(String(name), isHash(meta) ? meta : new Map())
  } else {
    for (const name of list(configured)) all.set(name, new Map())
  }
  const ofPosts = all.get('posts')
  const path = ofPosts?.get('path') ?? options.get('path')
  const categories = ofPosts?.get('categories') ?? options.get('categories')
  return all.set(
    'posts',
    new Map([
      ['path', path],
      ['categories', categories],
    ]),
  )
}

function tagFeeds(site: Site, options: Hash): Feed[] {
  const wanted = options.get('tags')
  const groups = postsBy(site, 'tags')
  if (!isTruthy(wanted) || groups.size === 0) return []

  const rules: Hash = isHash(wanted) ? wanted : new Map()
  const only = isTruthy(rules.get('only'))
    ? list(rules.get('only'))
    : [...groups.keys()].map(String)
  const except = new Set(list(rules.get('except')))
  const folder = text(rules.get('path')) ?? '/feed/by_tag/'
  return only
    .filter((tag) => !except.has(tag) && /^[a-zA-Z0-9_]*$/.test(tag))
    .map((tag) => ({
      path: `${folder}${tag}.xml`,
      about: [],
      documents: groups.get(tag) ?? [],
      data: { collection: 'posts', category: null, tags: tag },
    }))
}

// ---------------------------------------------------------------- what is in a feed

function titleOf({ data }: Config, { about }: Feed): string | null {
  const title = [data.get('title'), data.get('name')].find(
    (value) => isTruthy(value) && value !== '',
  )
  const parts = about.map((part) => ` | ${capitalized(part)}`).join('')
  if (title === undefined && parts === '') return null
  return `${title ?? ''}${parts}`
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()
}

function entriesOf(site: Site, { documents }: Feed, options: Hash): Hash[] {
  const { data } = site.config
  const listed = documents
    .filter(({ draft }) => site.config.showDrafts || !draft)
    .sort((a, b) => a.date.compare(b.date))
    .reverse()
  const limit = Math.max(0, Number(options.get('posts_limit') ?? 10))
  const excerptOnly = (document: Document) =>
    [hashOf(document.data.get('feed')).get('excerpt_only'), options.get('excerpt_only')].some(
      isTruthy,
    )
  return listed.slice(0, limit).map(
    (document) =>
      new Map<unknown, unknown>([
        ['post', document],
        ['author', authorOf(document, data, site.data)],
        ['terms', termsOf(document)],
        ['excerpt_only', excerptOnly(document)],
        ['image', imageOf(document)],
      ]),
  )
}

/** An author may be a name, a key of `_data/authors`, or a mapping. */
function authorOf({ data }: Document, config: Hash, siteData: Hash): Hash {
  const authors = data.get('authors')
  const [first] = Array.isArray(authors) ? authors : []
  const author = [data.get('author'), first, config.get('author')].find(isPresent)
  const known = hashOf(siteData.get('authors')).get(author)
  const details = isPresent(known) ? known : author
  if (!isHash(details)) return toHash({ name: isPresent(details) ? details : '' })
  const name = details.get('name')
  // Without a name the original prints the mapping itself.
  return new Map([...details, ['name', isPresent(name) ? name : details]])
}

function termsOf({ categories, data, tags }: Document): unknown[] {
  const single = data.get('category')
  const written = data.get('categories')
  // With a number among them these are more than the categories: it is there as a text too.
  const all = Array.isArray(written) ? written : categories
  return [...(isTruthy(single) ? [single] : all), ...tags]
}

function imageOf({ data }: Document): unknown {
  const image = data.get('image')
  const path = isHash(image) ? image.get('path') : undefined
  return [path, image].find(isPresent) ?? null
}

/** Written over many lines, and free of them in what it makes. */
const FEED = `<?xml version="1.0" encoding="utf-8"?>
{% if page.xsl %}<?xml-stylesheet type="text/xml" href="{{ '/feed.xslt.xml' | absolute_url }}"?>{% endif %}
{% assign self = page.url | absolute_url %}
<feed xmlns="http://www.w3.org/2005/Atom" {% if site.lang %}xml:lang="{{ site.lang }}"{% endif %}>
  <generator uri="https://jekyllrb.com/" version="{{ jekyll.version }}">Jekyll</generator>
  <link href="{{ self }}" rel="self" type="application/atom+xml" />
  <link href="{{ '/' | absolute_url }}" rel="alternate" type="text/html" {% if site.lang %}hreflang="{{ site.lang }}" {% endif %}/>
  <updated>{{ site.time | date_to_xmlschema }}</updated>
  <id>{{ self | xml_escape }}</id>
  {% if page.feed_title %}<title type="html">{{ page.feed_title | smartify | xml_escape }}</title>{% endif %}
  {% if site.description %}<subtitle>{{ site.description | xml_escape }}</subtitle>{% endif %}
  {% if site.author %}
    {% assign person = site.author %}
    <author>
      <name>{{ person.name | default: person | xml_escape }}</name>
      {% if person.email %}<email>{{ person.email | xml_escape }}</email>{% endif %}
      {% if person.uri %}<uri>{{ person.uri | xml_escape }}</uri>{% endif %}
    </author>
  {% endif %}
  {% for entry in page.feed_entries %}
    {% assign post = entry.post %}
    {% assign link = post.url | absolute_url %}
    {% assign title = post.title | smartify | strip_html | normalize_whitespace | xml_escape %}
    <entry{% if post.lang %} xml:lang="{{ post.lang }}"{% endif %}>
      <title type="html">{{ title }}</title>
      <link href="{{ link }}" rel="alternate" type="text/html" title="{{ title }}" />
      <published>{{ post.date | date_to_xmlschema }}</published>
      <updated>{{ post.last_modified_at | default: post.date | date_to_xmlschema }}</updated>
      <id>{{ post.id | absolute_url | xml_escape }}</id>
      {% unless entry.excerpt_only %}
        <content type="html" xml:base="{{ link | xml_escape }}"><![CDATA[{{ post.content | strip }}]]></content>
      {% endunless %}
      <author>
        <name>{{ entry.author.name | xml_escape }}</name>
        {% if entry.author.email %}<email>{{ entry.author.email | xml_escape }}</email>{% endif %}
        {% if entry.author.uri %}<uri>{{ entry.author.uri | xml_escape }}</uri>{% endif %}
      </author>
      {% for term in entry.terms %}<category term="{{ term | xml_escape }}" />{% endfor %}
      {% assign summary = post.description | default: post.excerpt %}
      {% if summary and summary != empty %}
        <summary type="html"><![CDATA[{{ summary | strip_html | normalize_whitespace }}]]></summary>
      {% endif %}
      {% if entry.image %}
        {% assign image = entry.image %}
        {% unless image contains '://' %}{% assign image = image | absolute_url %}{% endunless %}
        <media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="{{ image | xml_escape }}" />
        <media:content medium="image" url="{{ image | xml_escape }}" xmlns:media="http://search.yahoo.com/mrss/" />
      {% endif %}
    </entry>
  {% endfor %}
</feed>`.replace(/\n\s*/g, '')

// ---------------------------------------------------------------- the tag

function metaTag(config: Config, absoluteUrl: (path: string) => unknown): string {
  const options = feedOptions(config)
  const path = options.get('path') ?? collectionOptions(options).get('posts')?.get('path')
  const title = [config.data.get('title'), config.data.get('name')].find(isTruthy)
  const href = absoluteUrl(text(path) ?? 'feed.xml')
  const named = title === undefined ? '' : ` title=${quoted(title)}`
  return `<link type="application/atom+xml" rel="alternate" href=${quoted(href)}${named} />`
}

function quoted(value: unknown): string {
  const text = String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `"${text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`
}

// ---------------------------------------------------------------- values

function feedOptions({ data }: Config): Hash {
  return hashOf(data.get('feed'))
}

function hashOf(value: unknown): Hash {
  return isHash(value) ? value : new Map()
}

function list(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : []
  return values.filter((each) => each !== null).map(String)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** As the filter `default` judges: an empty text counts for nothing. */
function isPresent(value: unknown): boolean {
  return isTruthy(value) && value !== '' && !(Array.isArray(value) && value.length === 0)
}
