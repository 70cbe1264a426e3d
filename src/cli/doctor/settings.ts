/**
 * What may be wrong with `_config.yml` although every value can be used.
 */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../../config/config.ts'
import { defaultSettings } from '../../config/defaults.ts'
import { type Renderable, renderables, type Site } from '../../site.ts'
import { nearest } from '../../util/nearest.ts'
import type { Finding } from './finding.ts'

/** In the words of Jekyll. */
export function checkUrl({ data }: Config): Finding[] {
  const url = data.get('url') ?? ''
  const found = (message: string, hint: string): Finding[] => [
    { level: 'problem', topic: 'Warning:', message, hint },
  ]
  if (url === '') {
    return found(
      "You didn't set an URL in the config file, you may encounter problems with some plugins.",
      'Set url: to where the site will be, such as https://example.com.',
    )
  }
  if (typeof url !== 'string' || !/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    return found(
      'Your site URL does not seem to be absolute, check the value of `url` in your config file.',
      'It should begin with https://.',
    )
  }
  if (URL.canParse(url)) return []
  return found(
    'The site URL does not seem to be valid, check the value of `url` in your config file.',
    'Write it as https://example.com.',
  )
}

/** Keys without a default that Jekyll, its plugins, or nearly every theme reads. */
const READ_BY_OTHERS: readonly string[] = (
  'archives asset_dest author avatar ci collections compose csv_reader data date_format description ' +
  'disable_disk_cache email environment exclude feed force_polling gems github github_username ' +
  'google_analytics google_site_verification header_pages ignore_theme_config image index_pages ' +
  'jekyll-archives jekyll-mentions jekyll_compose kramdown lang last-modified-at livereload ' +
  'livereload_ignore livereload_max_delay livereload_min_delay livereload_port locale logo mentions name ' +
  'open_url optional_front_matter page_excerpts paginate pagination port profile readme_index ' +
  'redirect_from relative_links remote_theme repository rss sass ' +
  'show_excerpts social ssl_cert ssl_key strict_front_matter tagline theme time title ' +
  'titles_from_headings tsv_reader twitter twitter_username url watch webmaster_verifications webrick'
).split(' ')

/** Settings that nothing reads, and what their author may have meant. */
export function checkKeys(config: Config, site: Site | undefined, cwd: string): Finding[] {
  const known = [...defaultSettings('').keys()].map(String).concat(READ_BY_OTHERS)
  const readBySite = site ? namesInTemplates(site) : new Set<string>()
  return [...config.data.keys()]
    .map(String)
    .filter((key) => !known.includes(key) && !readBySite.has(key))
    .flatMap((key) => {
      const near = nearest(key, known)
      const place = placeOf(key, config, cwd)
      if (place === undefined) return []
      const finding: Finding = {
        level: near ? 'problem' : 'note',
        topic: 'Config:',
        message: `Nothing reads the setting '${key}'.`,
        place,
        hint: near
          ? `Did you mean '${near}'?`
          : `Templates would see it as site.${key}; a plugin may read it.`,
      }
      return [finding]
    })
}

/** Every name that follows `site.` in a template. */
function namesInTemplates(site: Site): ReadonlySet<string> {
  const texts = [
    ...renderables(site).map(({ body }: Renderable) => body),
    ...[...site.layouts.values()].map(({ body }) => body),
    ...[...site.includes.values()].map(({ body }) => body),
  ]
  const names = new Set<string>()
  for (const text of texts) {
    for (const [, dotted, quoted] of text.matchAll(
      /\bsite(?:\.([\w-]+)|\[["']([^"'\]]+)["']\])/g,
    )) {
      names.add(dotted ?? quoted ?? '')
    }
  }
  return names
}

/** Undefined for a key that no file has at the top, such as one of a flag. */
function placeOf(key: string, { configFiles }: Config, cwd: string): Finding['place'] | undefined {
  for (const file of configFiles) {
    const lines = readFileSync(resolve(cwd, file), 'utf8').split(/\r\n|\n|\r/)
    const index = lines.findIndex((line) => {
      const start = line.replace(/^["']/, '')
      return start.startsWith(key) && /^["']?\s*[:=]/.test(start.slice(key.length))
    })
    if (index >= 0) return { file, line: index + 1 }
  }
  return undefined
}
