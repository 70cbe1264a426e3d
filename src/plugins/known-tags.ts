/**
 * Tags that plugins of Jekyll bring, by the gem they come with. Where a template has
 * one that nothing here brings, the error says what to do about it.
 */

const HERE: Readonly<Record<string, string>> = {
  'jekyll-avatar': 'avatar',
  'jekyll-feed': 'feed_meta',
  'jekyll-gist': 'gist',
  'jekyll-github-metadata': 'github_edit_link',
  'jekyll-include-cache': 'include_cached',
  'jekyll-last-modified-at': 'last_modified_at',
  'jekyll-seo-tag': 'seo',
  'jekyll-toc': 'toc',
}

const ELSEWHERE: Readonly<Record<string, string>> = {
  'jekyll-assets': 'asset',
  'jekyll-contentblocks': 'contentblock contentfor ifhascontent ifnothascontent',
  'jekyll-figure': 'figure',
  'jekyll-graphviz': 'graphviz',
  'jekyll-inline-svg': 'svg',
  'jekyll-maps': 'google_map',
  'jekyll-mermaid': 'mermaid',
  'jekyll-multiple-languages-plugin': 't tf tl translate translate_file translate_link',
  'jekyll-octicons': 'octicon',
  'jekyll-picture-tag': 'picture',
  'jekyll-plantuml': 'plantuml',
  'jekyll-polyglot': 'I18n_Headers static_href',
  'jekyll-remote-include': 'remote_include',
  'jekyll-responsive-image': 'responsive_image responsive_image_block',
  'jekyll-scholar': 'bibliography bibliography_count cite cite_details nocite quote reference',
  'jekyll-twitter-plugin': 'twitter',
  'jekyll-webmention_io': 'webmention_count webmention_head webmentions webmentions_head',
  'jekyll-youtube': 'youtube',
  jekyll_image_encode: 'base64',
  jekyll_oembed: 'oembed',
}

/** For each tag, what to do to have it. */
export const tagAdvice: ReadonlyMap<string, string> = new Map([
  ...advise(HERE, (gem) => `It is a tag of ${gem}: add '${gem}' to 'plugins' in _config.yml.`),
  ...advise(
    ELSEWHERE,
    (gem) =>
      `It is a tag of the gem ${gem}, which newcomen does not have. ` +
      'Write the tag as a plugin in _plugins/, or take it out.',
  ),
])

function advise(
  gems: Readonly<Record<string, string>>,
  advice: (gem: string) => string,
): (readonly [string, string])[] {
  return Object.entries(gems).flatMap(([gem, tags]) =>
    tags.split(' ').map((tag) => [tag, advice(gem)] as const),
  )
}
