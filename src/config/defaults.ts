/**
 * What Jekyll 4.3 takes for granted: the bottom layer of every configuration.
 */

import { join } from 'node:path'
import { type Hash, toHash } from '../util/values.ts'

/** Added to every `exclude`. */
export const EXCLUDED: readonly string[] = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
]

/** `cwd` is the working folder, where a site lies unless it says otherwise. */
export function defaultSettings(cwd: string): Hash {
  return toHash({
    source: cwd,
    destination: join(cwd, '_site'),
    collections_dir: '',
    cache_dir: '.jekyll-cache',
    plugins_dir: '_plugins',
    layouts_dir: '_layouts',
    data_dir: '_data',
    includes_dir: '_includes',
    collections: {},

    safe: false,
    include: ['.htaccess'],
    exclude: [],
    keep_files: ['.git', '.svn'],
    encoding: 'utf-8',
    markdown_ext: 'markdown,mkdown,mkdn,mkd,md',
    strict_front_matter: false,

    show_drafts: null,
    limit_posts: 0,
    future: false,
    unpublished: false,

    whitelist: [],
    plugins: [],

    markdown: 'kramdown',
    highlighter: 'rouge',
    lsi: false,
    excerpt_separator: '\n\n',
    incremental: false,

    detach: false,
    port: '4000',
    host: '127.0.0.1',
    baseurl: null,
    show_dir_listing: false,

    permalink: 'date',
    paginate_path: '/page:num',
    timezone: null,

    quiet: false,
    verbose: false,
    defaults: [],

    liquid: { error_mode: 'warn', strict_filters: false, strict_variables: false },

    kramdown: {
      auto_ids: true,
      toc_levels: [1, 2, 3, 4, 5, 6],
      entity_output: 'as_char',
      smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
      input: 'GFM',
      hard_wrap: false,
      guess_lang: true,
      footnote_nr: 1,
      show_warnings: false,
    },
  })
}
