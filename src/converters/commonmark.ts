/**
 * `markdown: CommonMark`, as the gem jekyll-commonmark offers it, and
 * `CommonMarkGhPages`, as GitHub Pages does: plain CommonMark with the extensions
 * and options that `commonmark:` lists.
 *
 * Without `UNSAFE` among the options no HTML of the text comes through. Headings
 * get ids with `CommonMarkGhPages` alone.
 */

import MarkdownIt from 'markdown-it'
import type { Config } from '../config/config.ts'
import type { Highlighter } from '../highlight/highlighter.ts'
import { isHash } from '../util/values.ts'
import { escapeXml } from '../util/xml.ts'
import {
  allowAll,
  dashesAndDots,
  filterTags,
  headingIds,
  linkAsGitHub,
  omitHtml,
  writeAsGitHub,
} from './commonmark-rules.ts'
import type { MarkdownPlugin } from './markdown-plugins.ts'

export function createCommonMark(
  config: Config,
  highlighter: Highlighter | undefined,
  use: MarkdownPlugin,
): (text: string) => string {
  const options = new Set(words(config, 'options').map((word) => word.toUpperCase()))
  const extensions = new Set(words(config, 'extensions'))
  const parser = new MarkdownIt('commonmark', {
    html: true,
    xhtmlOut: true,
    breaks: options.has('HARDBREAKS'),
    linkify: extensions.has('autolink'),
    typographer: options.has('SMART'),
  })
  for (const extension of ['table', 'strikethrough']) {
    if (extensions.has(extension)) parser.enable(extension)
  }
  if (extensions.has('autolink')) parser.enable('linkify').use(linkAsGitHub)
  if (options.has('SMART')) parser.enable('smartquotes').use(dashesAndDots)
  if (config.markdown.toLowerCase() === 'commonmarkghpages') parser.use(headingIds)
  parser.use(writeAsGitHub).use(options.has('UNSAFE') ? allowAll : omitHtml)
  if (extensions.has('tagfilter') && options.has('UNSAFE')) parser.use(filterTags)
  parser.renderer.rules.fence = (tokens, index) => {
    const { content = '', info = '' } = tokens[index] ?? {}
    return codeBlock(content, info.trim().split(/\s+/)[0] ?? '', highlighter)
  }
  use(parser)
  return (text) => parser.render(text)
}

function codeBlock(code: string, language: string, highlighter: Highlighter | undefined): string {
  const html = language === '' ? undefined : highlighter?.highlight(code, language)
  const name = escapeXml(language)
  if (!highlighter || html === undefined) {
    const kind = language === '' ? '' : ` class="language-${name}"`
    return `<pre><code${kind}>${escapeXml(code)}</code></pre>\n`
  }
  const { name: by, frame } = highlighter
  const pre = frame
    ? `<pre class="highlight ${frame.class}" style="${frame.style}">`
    : '<pre class="highlight">'
  return (
    `<div class="language-${name} highlighter-${by}"><div class="highlight">` +
    `${pre}<code>${html}</code></pre></div></div>\n`
  )
}

function words({ data }: Config, key: string): string[] {
  const section = data.get('commonmark')
  const value = isHash(section) ? section.get(key) : undefined
  return Array.isArray(value) ? value.map(String) : []
}
