/**
 * GitHub's own build of a branch: what it puts beneath a site's configuration, and
 * what it puts above whatever the site says. Follows the gem github-pages 232.
 *
 * Templates see these settings like any others. What GitHub's build has of an
 * older Jekyll is not imitated.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deepMerge, type Hash, isHash, toHash } from '../util/values.ts'
import { readGemNames } from './gemfile.ts'

/** Where a site names no theme. */
export const PAGES_THEME = 'jekyll-theme-primer'

const ALWAYS_ON: readonly string[] = [
  'jekyll-coffeescript',
  'jekyll-commonmark-ghpages',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-paginate',
  'jekyll-relative-links',
  'jekyll-optional-front-matter',
  'jekyll-readme-index',
  'jekyll-default-layout',
  'jekyll-titles-from-headings',
]

const ALLOWED: readonly string[] = [
  ...ALWAYS_ON,
  'jekyll-avatar',
  'jekyll-feed',
  'jekyll-include-cache',
  'jekyll-mentions',
  'jekyll-octicons',
  'jekyll-redirect-from',
  'jekyll-remote-theme',
  'jekyll-seo-tag',
  'jekyll-sitemap',
  'jemoji',
]

/**
 * Why a site is to be built as GitHub does it; undefined where it is not.
 * `written` is what its configuration says. Without `looksAround` that alone
 * counts, as JEKYLL_NO_BUNDLER_REQUIRE asks for.
 */
export function reasonForPages(
  written: Hash,
  source: string,
  looksAround: boolean,
): string | undefined {
  const plugins = written.get('plugins')
  if (Array.isArray(plugins) && plugins.includes('github-pages'))
    return 'plugins names github-pages'
  if (!looksAround) return undefined
  if (readGemNames(source).includes('github-pages')) return 'the Gemfile has github-pages'
  if (written.get('repository') && hasPagesWorkflow(source)) {
    return 'a workflow builds with actions/jekyll-build-pages'
  }
  return undefined
}

function hasPagesWorkflow(source: string): boolean {
  const folder = join(source, '.github', 'workflows')
  return namesIn(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .some((name) =>
      /^[-\s]*uses:\s*["']?actions\/jekyll-build-pages@/m.test(
        readFileSync(join(folder, name), 'utf8'),
      ),
    )
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // most sites have none
  }
}

/** Counts where the site says nothing. */
export function pagesDefaults(environment: string): Hash {
  return toHash({
    future: true,
    markdown: 'kramdown',
    kramdown: {
      input: 'GFM',
      hard_wrap: false,
      gfm_quirks: 'paragraph_end',
      syntax_highlighter_opts: { default_lang: 'plaintext' },
    },
    exclude: ['CNAME'],
    jailed: false,
    ...(environment === 'production' ? { sass: { style: 'compressed' } } : {}),
  })
}

/** `data` with what GitHub lets nobody change. */
export function withPagesForced(data: Hash): Hash {
  const forced = toHash({
    lsi: false,
    safe: true,
    highlighter: 'rouge',
    kramdown: { template: '', math_engine: 'mathjax', syntax_highlighter: 'rouge' },
    gist: { noscript: false },
    whitelist: ALLOWED,
    ...markdownSettings(data.get('markdown')),
  })
  return deepMerge(withMappings(data, forced), forced).set('plugins', pluginsOf(data))
}

/** A setting that ought to be a mapping and is none gives way to one. */
function withMappings(data: Hash, forced: Hash): Hash {
  const wrong = [...forced].filter(([key, value]) => isHash(value) && !isHash(data.get(key)))
  return new Map([...data, ...wrong])
}

const GITHUB_MARKDOWN = {
  options: ['unsafe', 'footnotes'],
  extensions: ['table', 'strikethrough', 'autolink', 'tagfilter'],
}

function markdownSettings(written: unknown): Readonly<Record<string, unknown>> {
  const name = String(written).toLowerCase()
  if (name === 'gfm') return { markdown: 'CommonMarkGhPages', commonmark: GITHUB_MARKDOWN }
  return name === 'commonmarkghpages' ? {} : { markdown: 'kramdown' }
}

function pluginsOf(data: Hash): string[] {
  const value = data.get('plugins')
  const written = Array.isArray(value) ? value.map(String) : []
  const remote = data.get('remote_theme') ? ['jekyll-remote-theme'] : []
  return [...new Set([...written, ...ALWAYS_ON, ...remote])]
}
