/**
 * Templates with their surroundings, for tests: data as YAML, includes as text,
 * and a site of posts that are there without files.
 */

import type { Liquid as LiquidJs } from 'liquidjs'
import { Key } from '../../src/cache/reads.ts'
import { loadConfig } from '../../src/config/load.ts'
import { ROUGE } from '../../src/highlight/highlighter.ts'
import { createLiquid } from '../../src/liquid/liquid.ts'
import type { World } from '../../src/liquid/world.ts'
import type { Plugin } from '../../src/plugin.ts'
import type { Collection, Document, Page, Site } from '../../src/site.ts'
import { findZone, Time } from '../../src/util/dates.ts'
import { createLog, type Log } from '../../src/util/log.ts'
import { type Hash, isHash } from '../../src/util/values.ts'
import { parseYaml } from '../../src/util/yaml.ts'

export interface Surroundings {
  /** Variables, as YAML. */
  readonly data?: string
  /** The page's front matter, as YAML. */
  readonly page?: string
  /** Configuration keys. */
  readonly config?: Readonly<Record<string, unknown>>
  /** Texts by the names of includes. */
  readonly includes?: Readonly<Record<string, string>>
  /** Texts by path, for `include_relative`. */
  readonly files?: Readonly<Record<string, string>>
  readonly posts?: readonly Document[]
  readonly plugins?: readonly Plugin[]
  /** Registers tags and filters written for liquidjs. */
  readonly register?: (engine: LiquidJs) => void
  readonly log?: Log
  /** The line of the file on which the template begins. */
  readonly line?: number
}

export async function render(template: string, surroundings: Surroundings = {}): Promise<string> {
  const { line = 1, log = createLog(), plugins = [], register } = surroundings
  const config = await loadConfig({
    cwd: '/site',
    env: {},
    flags: { timezone: 'UTC', time: NOW, ...surroundings.config },
    log: createLog(),
  })
  const liquid = createLiquid({
    config,
    log,
    plugins,
    highlighter: config.highlighter === 'rouge' ? ROUGE : undefined,
    convertMarkdown: (text) => `<p>${text}</p>\n`,
    smartify: (text) => text,
    convertSass: (text) => text,
  })
  register?.(liquid.engine)
  const page = makePage(template, yaml(surroundings.page))
  const world = makeWorld(makeSite(config, surroundings), surroundings.files ?? {})
  const scope = liquid.createScope(world, page, yaml(surroundings.data))
  return liquid.parse(template, { path: page.path, line }).render(scope)
}

const NOW = Time.local(findZone('UTC'), 2024, 2, 29, 12, 34, 56)

function yaml(text: string | undefined): Hash {
  const value = text === undefined ? undefined : parseYaml(text, { zone: findZone('UTC') })
  return isHash(value) ? value : new Map()
}

function makePage(body: string, data: Hash): Page {
  return {
    kind: 'page',
    path: 'docs/index.html',
    url: '/docs/',
    destination: 'docs/index.html',
    data,
    body,
    bodyLine: 1,
    extension: '.html',
    outputExtension: '.html',
    name: 'index.html',
    dir: '/docs/',
  }
}

/** A post of `2024-01-DAY`. */
export function makePost(day: number, data: Hash): Document {
  const name = `2024-01-0${day}-post-${day}`
  const date = Time.utc(2024, 1, day)
  return {
    kind: 'document',
    collection: 'posts',
    path: `_posts/${name}.md`,
    relativePath: `_posts/${name}.md`,
    url: `/2024/${day}.html`,
    destination: `2024/${day}.html`,
    data: new Map([['date', date], ...data]),
    body: `Body ${day}`,
    bodyLine: 1,
    extension: '.md',
    outputExtension: '.html',
    date,
    slug: `post-${day}`,
    draft: false,
    categories: [],
    tags: Array.isArray(data.get('tags')) ? (data.get('tags') as unknown[]) : [],
    written: true,
  }
}

function makeSite(config: Site['config'], { includes = {}, posts = [] }: Surroundings): Site {
  const collection: Collection = {
    label: 'posts',
    metadata: new Map(),
    directory: '_posts',
    output: true,
    documents: [...posts],
    staticFiles: [],
  }
  return {
    config,
    time: NOW,
    data: new Map(),
    layouts: new Map(),
    includes: new Map(
      Object.entries(includes).map(([name, body]) => [
        name,
        { name, path: `_includes/${name}`, file: `${config.source}/_includes/${name}`, body },
      ]),
    ),
    pages: [],
    collections: new Map([['posts', collection]]),
    staticFiles: [],
    payload: new Map(),
  }
}

function makeWorld(site: Site, files: Readonly<Record<string, string>>): World {
  return {
    site,
    watchedSite: site,
    note: () => {},
    key: (kind, name) => new Key(kind, name),
    noteKey: () => {},
    remember: (_key, make) => make(),
    content: (item) => item.body,
    output: () => undefined,
    excerpt: () => undefined,
    relatedPosts: () => [],
    sourceMapPages: () => [],
    readSource: (path) => files[path],
  }
}
