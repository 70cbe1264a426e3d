/**
 * Layouts around posts with this package: what the build does for each post
 * once its text is converted, with what it notes of what was read.
 */

import { load } from '../conformance/compiled.mjs'

/** Of plugins that themes ask for; both sides print nothing there. */
export const SILENT_TAGS = ['seo', 'feed_meta', 'jekyll_toc', 'avatar', 'gist']

/** The site in `folder`, and for each post its text, its excerpt and the layouts around it. */
export async function readPrepared(dist, folder) {
  const { loadConfig } = await load(dist, 'config/load.js')
  const { createEngine } = await load(dist, 'engine.js')
  const { read } = await load(dist, 'reader/read.js')
  const { createLog } = await load(dist, 'util/log.js')
  const log = createLog()
  const flags = { plugins: [], theme: null, remote_theme: null, url: 'https://blog.example.org' }
  const config = await loadConfig({ cwd: folder, env: {}, flags, log })
  const engine = await createEngine(config, log)
  const { site } = await read(engine)
  const markdown = engine.converters.find(({ matches }) => matches('.md'))
  const items = site.collections.get('posts').documents
  const contents = new Map(
    items.map((item) => {
      if (!site.layouts.has(item.data.get('layout'))) item.data.set('layout', 'post')
      const { bodyLine: line, body, path } = item
      return [path, markdown.convert(body, { config, path, line, destination: undefined })]
    }),
  )
  const excerpts = new Map(
    Array.from(contents, ([path, html]) => [path, html.slice(0, html.indexOf('</p>') + 5)]),
  )
  return { config, contents, engine, excerpts, items, log, site }
}

/** The layouts around an item, from the inside out. */
export function layoutsOf(item, { layouts }) {
  const chain = []
  for (let name = item.data.get('layout'); name; ) {
    const layout = layouts.get(name)
    if (layout === undefined || chain.includes(layout)) break
    chain.push(layout)
    name = layout.data.get('layout')
  }
  return chain
}

/** A function for each post that renders its page. */
export async function ourPages(dist, { config, contents, excerpts, items, log, site }) {
  const { createLiquid } = await load(dist, 'liquid/liquid.js')
  const { createReads } = await load(dist, 'cache/reads.js')
  const { createValues } = await load(dist, 'cache/values.js')
  const { createRelatedPosts } = await load(dist, 'render/related-posts.js')
  const { createLayoutData } = await load(dist, 'render/layout-data.js')
  const silent = { parse: () => () => '' }
  const tags = Object.fromEntries(SILENT_TAGS.map((name) => [name, silent]))
  const liquid = createLiquid({ config, log, plugins: [{ name: 'silent', tags }] })
  const texts = {
    content: (item) => contents.get(item.path) ?? item.body,
    output: () => undefined,
    excerpt: (item) => excerpts.get(item.path),
    excerptSource: (item) => item.body,
    relatedPosts: createRelatedPosts(site),
    readSource: () => undefined,
  }
  const layoutData = createLayoutData()
  const reads = createReads(createValues(site, texts))
  const world = {
    ...texts,
    site,
    watchedSite: site,
    note: reads.note,
    key: reads.key,
    noteKey: reads.noteKey,
    remember: (_, make) => make(),
  }
  const templates = new Map(
    Array.from(site.layouts.values(), (layout) => [
      layout,
      liquid.parse(layout.body, { path: layout.path, line: layout.bodyLine }),
    ]),
  )

  function renderPage(item) {
    const scope = liquid.createScope(world, item)
    let output = contents.get(item.path)
    for (const layout of layoutsOf(item, site)) {
      scope.content = output
      scope.layout = layoutData(layout, scope.layout)
      output = templates.get(layout).render(scope)
    }
    return output
  }

  return items.map((item) => () => {
    const { answer, keys } = reads.record(() => renderPage(item))
    reads.withMarks(keys)
    return answer
  })
}
