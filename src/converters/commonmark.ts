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
import { footnotes, strikethrough, taskLists } from './commonmark-extensions.ts'
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
  const isForPages = config.markdown.toLowerCase() === 'commonmarkghpages'
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
  if (extensions.has('strikethrough')) {
    parser.use(strikethrough, options.has('STRIKETHROUGH_DOUBLE_TILDE'))
  }
  if (extensions.has('autolink')) parser.enable('linkify').use(linkAsGitHub)
  if (extensions.has('tasklist')) parser.use(taskLists)
  if (options.has('FOOTNOTES')) parser.use(footnotes)
  if (options.has('SMART')) parser.enable('smartquotes').use(dashesAndDots)
  if (isForPages) parser.use(headingIds)
  parser.use(writeAsGitHub).use(options.has('UNSAFE') ? allowAll : omitHtml)
  if (extensions.has('tagfilter') && options.has('UNSAFE')) parser.use(filterTags)
  const { rules } = parser.renderer
  if (options.has('NOBREAKS') && !options.has('HARDBREAKS')) rules.softbreak = () => ' '
  const write = isForPages ? codeOnPages : codeBlock
  rules.fence = (tokens, index) => {
    const { content = '', info = '' } = tokens[index] ?? {}
    return write(content, info, highlighter)
  }
  rules.code_block = (tokens, index) => write(tokens[index]?.content ?? '', '', highlighter)
  use(parser)
  return (text) => parser.render(text)
}

/** Framed whatever its language, and without one. */
function codeBlock(code: string, info: string, highlighter: Highlighter | undefined): string {
  const language = info.trim().split(/\s+/)[0] ?? ''
  const html = language === '' ? undefined : highlighter?.highlight(code, language)
  const name = escapeXml(language)
  const inside = `<code${language && ` data-lang="${name}"`}>${html ?? escapeXml(code)}</code>`
  return frame(name, inside, html === undefined ? undefined : highlighter)
}

/** Framed where there are colours. */
function codeOnPages(code: string, info: string, highlighter: Highlighter | undefined): string {
  const language = info.trim().split(/[\s,]/)[0] ?? ''
  const html = language === '' ? undefined : highlighter?.highlight(code, language)
  const name = escapeXml(language)
  if (html !== undefined) return frame(name, `<code>${html}</code>`, highlighter)
  return `<pre><code${language && ` class="language-${name}"`}>${escapeXml(code)}</code></pre>\n`
}

function frame(language: string, code: string, highlighter: Highlighter | undefined): string {
  const { name = 'rouge', frame: theme } = highlighter ?? {}
  const pre = theme
    ? `<pre class="highlight ${theme.class}" style="${theme.style}">`
    : '<pre class="highlight">'
  return (
    `<div class="${language && `language-${language} `}highlighter-${name}">` +
    `<div class="highlight">${pre}${code}</pre></div></div>\n`
  )
}

function words({ data }: Config, key: string): string[] {
  const section = data.get('commonmark')
  const value = isHash(section) ? section.get(key) : undefined
  return Array.isArray(value) ? value.map(String) : []
}
