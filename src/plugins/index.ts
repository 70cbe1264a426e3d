/**
 * The plugins that come with newcomen, by the name of the gem they stand for.
 * Each is loaded only where a site names it.
 */

import type { Plugin } from '../plugin.ts'

type Load = () => Promise<{ readonly default: Plugin }>

export const firstParty: ReadonlyMap<string, Load> = new Map<string, Load>([
  ['jekyll-archives', () => import('./archives.ts')],
  ['jekyll-avatar', () => import('./avatar.ts')],
  ['jekyll-coffeescript', () => import('./coffeescript.ts')],
  ['jekyll-default-layout', () => import('./default-layout.ts')],
  ['jekyll-feed', () => import('./feed.ts')],
  ['jekyll-gist', () => import('./gist.ts')],
  ['jekyll-github-metadata', () => import('./github-metadata.ts')],
  ['jekyll-include-cache', () => import('./include-cache.ts')],
  ['jekyll-last-modified-at', () => import('./last-modified-at.ts')],
  ['jekyll-mentions', () => import('./mentions.ts')],
  ['jekyll-optional-front-matter', () => import('./optional-front-matter.ts')],
  ['jekyll-paginate', () => import('./paginate.ts')],
  ['jekyll-paginate-v2', () => import('./paginate-v2.ts')],
  ['jekyll-readme-index', () => import('./readme-index.ts')],
  ['jekyll-redirect-from', () => import('./redirect-from.ts')],
  ['jekyll-relative-links', () => import('./relative-links.ts')],
  ['jekyll-seo-tag', () => import('./seo-tag.ts')],
  ['jekyll-sitemap', () => import('./sitemap.ts')],
  ['jekyll-titles-from-headings', () => import('./titles-from-headings.ts')],
  ['jekyll-toc', () => import('./toc.ts')],
  ['jemoji', () => import('./jemoji.ts')],
  ['jekyll-target-blank', () => import('./target-blank.ts')],
])

/** Gems whose work is part of newcomen itself, so that naming them changes nothing. */
export const builtIn: ReadonlySet<string> = new Set([
  'github-pages',
  'jekyll-commonmark',
  'jekyll-commonmark-ghpages',
  'jekyll-compose',
  'jekyll-remote-theme',
  'jekyll-sass-converter',
  'jekyll-watch',
  'kramdown',
  'kramdown-parser-gfm',
  'rouge',
  'webrick',
])
