/** Layouts around posts with liquidjs and its options for Jekyll. */

import { Liquid, Tag } from 'liquidjs'
import { layoutsOf, SILENT_TAGS } from './liquid-ours.mjs'

/** A function for each post that renders its page. */
export function theirPages({ config, contents, excerpts, items, site }) {
  const engine = new Liquid({
    jekyllInclude: true,
    jekyllWhere: true,
    dynamicPartials: false,
    cache: true,
    timezoneOffset: 0,
    preserveTimezones: true,
    templates: Object.fromEntries(Array.from(site.includes, ([name, { body }]) => [name, body])),
  })
  addWhatItLacks(engine, config)
  const templates = new Map(
    Array.from(site.layouts.values(), (layout) => [layout, parse(engine, layout.body)]),
  )
  const data = siteData({ config, contents, excerpts, items, site })

  return items.map((item, at) => {
    const layouts = layoutsOf(item, site)
    const page = data.chronological[at]
    return () => {
      let output = contents.get(item.path)
      let layout = {}
      const shared = { site: data.siteOf(at), page, jekyll: data.jekyll }
      for (const each of layouts) {
        layout = { ...plain(each.data), ...layout }
        output = engine.renderSync(templates.get(each), { ...shared, layout, content: output })
      }
      return output
    }
  })
}

function parse(engine, body) {
  try {
    return engine.parse(body)
  } catch {
    return undefined // not its syntax: pages with this layout are not compared
  }
}

function addWhatItLacks(engine, { baseurl = '', url = '' }) {
  class Silent extends Tag {
    render() {}
  }
  for (const name of SILENT_TAGS) engine.registerTag(name, Silent)
  const relative = (path) => `${baseurl ?? ''}/${String(path).replace(/^\//, '')}`
  const isWhole = (path) => /^[a-z]+:/.test(String(path))
  engine.registerFilter('relative_url', (path) => (isWhole(path) ? path : relative(path)))
  engine.registerFilter('divided_by', (a, b) => Math.floor(a / b)) // of integers, as all are here
  engine.registerFilter('absolute_url', (path) => (isWhole(path) ? path : url + relative(path)))
}

function siteData({ config, contents, excerpts, items, site }) {
  const chronological = items.map((item) => ({
    ...plain(item.data),
    title: item.data.get('title'),
    date: new Date(item.date.seconds * 1000),
    url: item.url,
    path: item.relativePath,
    id: item.url.replace(/\.html$|\/$/, ''),
    collection: 'posts',
    categories: item.categories,
    tags: item.tags,
    content: contents.get(item.path),
    excerpt: excerpts.get(item.path),
  }))
  for (const [at, post] of chronological.entries()) {
    post.previous = chronological[at - 1]
    post.next = chronological[at + 1]
  }
  const posts = chronological.toReversed()
  const common = {
    ...plain(config.data),
    time: new Date(site.time.seconds * 1000),
    data: plain(site.data),
    posts,
    pages: [],
    html_pages: [],
    static_files: [],
    tags: grouped(posts, 'tags'),
    categories: grouped(posts, 'categories'),
  }
  const newest = posts.slice(0, 11)
  return {
    chronological,
    jekyll: { version: '4.3.1', environment: config.environment },
    siteOf(at) {
      const related = newest.filter((post) => post !== chronological[at]).slice(0, 10)
      return { ...common, related_posts: related }
    },
  }
}

/** As pairs, which is what a loop over a hash gives. */
function grouped(posts, kind) {
  const groups = new Map()
  for (const post of posts.toReversed()) {
    for (const name of post[kind]) groups.set(name, [post, ...(groups.get(name) ?? [])])
  }
  return Object.fromEntries(groups)
}

function plain(value) {
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Map) {
    return Object.fromEntries(Array.from(value, ([key, item]) => [key, plain(item)]))
  }
  if (value !== null && typeof value === 'object') {
    if ('seconds' in value) return new Date(value.seconds * 1000)
    return value.valueOf()
  }
  return value
}
