/**
 * jekyll-mentions: `@name` in the text of a page becomes a link to that user.
 *
 * Code, links, styles and scripts are left alone, and so is everything outside
 * the body. As with the gem, a body that mentions somebody is written anew as a
 * whole.
 */

import {
  type Config,
  isHash,
  type Plugin,
  type Renderable,
  type Site,
  SiteError,
} from '../plugin.ts'
import { changeTexts, inBody } from './html.ts'

const mentions: Plugin = {
  name: 'jekyll-mentions',
  isPure: true,
  hooks: { pages: { post_render: link }, documents: { post_render: link } },
}

export default mentions

const IGNORED: ReadonlySet<string> = new Set(['pre', 'code', 'a', 'style', 'script'])
const NOT_NAMES: ReadonlySet<string> = new Set(['mention', 'mentions', 'mentioned', 'mentioning'])

function link(item: Renderable, output: string, { config }: Site): string {
  if (!output.includes('@') || !isMentionable(item)) return output
  const base = baseOf(item, config)
  return inBody(output, (body) =>
    hasMention(body)
      ? changeTexts(
          body,
          (name) => IGNORED.has(name),
          (text) => linkText(text, base),
        )
      : body,
  )
}

function isMentionable(item: Renderable): boolean {
  if (item.kind === 'document' && !item.written) return false
  if (item.data.get('jekyll-mentions') === false) return false
  return item.outputExtension === '.html' || String(item.data.get('permalink') ?? '').endsWith('/')
}

function baseOf({ data }: Renderable, config: Config): string {
  const options = data.has('jekyll-mentions')
    ? data.get('jekyll-mentions')
    : config.data.get('jekyll-mentions')
  const base = isHash(options) ? (options.get('base_url') ?? '') : (options ?? undefined)
  if (base === undefined) return usualBase()
  if (typeof base === 'string') return /[/~]$/.test(base) ? base : `${base}/`
  throw new SiteError("'jekyll-mentions' has to be either a text or a mapping with 'base_url'.")
}

/** GitHub itself, or one of an enterprise that the environment tells of. */
function usualBase(): string {
  const { GITHUB_HOSTNAME: host, SSL: secure } = process.env
  if (!host || !secure) return 'https://github.com/'
  return `${secure === 'true' ? 'https' : 'http'}://${host.replace(/\/$/, '')}/`
}

const MENTION = /(^|\W)@(\w[\w-]*)/gm

/** Anywhere at all, for that is when the whole body is written anew. */
function hasMention(body: string): boolean {
  return Array.from(body.matchAll(MENTION)).some(({ 0: whole, index }) =>
    endsAName(body, index + whole.length),
  )
}

function linkText(text: string, base: string): string {
  return text.replace(MENTION, (whole, before, name, at: number) => {
    if (NOT_NAMES.has(name.toLowerCase()) || !endsAName(text, at + whole.length)) return whole
    return `${before}<a href="${base}${name}" class="user-mention">@${name}</a>`
  })
}

/** A name may end a sentence, but not go on as a path, an address or a decimal. */
function endsAName(text: string, index: number): boolean {
  const rest = text.slice(index, index + 1)
  if (rest === '/') return false
  if (rest !== '.') return true
  return /^\.+(?:\W|$)/.test(text.slice(index, index + 200))
}
