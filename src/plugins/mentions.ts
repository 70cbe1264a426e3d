/**
 * jekyll-mentions: `@name` in the text of a page becomes a link to that user.
 *
 * Code, links, styles and scripts are left alone, and so is everything outside
 * the body. Only the names change; the original writes the whole body anew,
 * which turns `<br />` into `<br>` on pages that mention somebody.
 */

import {
  type Config,
  isHash,
  type Plugin,
  type Renderable,
  type Site,
  SiteError,
} from '../plugin.ts'

const mentions: Plugin = {
  name: 'jekyll-mentions',
  isPure: true,
  hooks: { pages: { post_render: link }, documents: { post_render: link } },
}

export default mentions

function link(item: Renderable, output: string, { config }: Site): string {
  if (!output.includes('@') || !isMentionable(item)) return output
  const base = baseOf(item, config)
  const { head, body, tail } = splitAtBody(output)
  return `${head}${linkMentions(body, base)}${tail}`
}

const IGNORED: ReadonlySet<string> = new Set(['pre', 'code', 'tt', 'a', 'style', 'script'])
const NOT_NAMES: ReadonlySet<string> = new Set(['mention', 'mentions', 'mentioned', 'mentioning'])

function isMentionable(item: Renderable): boolean {
  if (item.kind === 'document' && !item.written) return false
  if (item.data.get('jekyll-mentions') === false) return false
  return item.outputExtension === '.html' || String(item.data.get('permalink') ?? '').endsWith('/')
}

function baseOf({ data }: Renderable, config: Config): string {
  const options = data.has('jekyll-mentions')
    ? data.get('jekyll-mentions')
    : config.data.get('jekyll-mentions')
  const base = isHash(options) ? (options.get('base_url') ?? undefined) : (options ?? undefined)
  if (base === undefined) return 'https://github.com/'
  if (typeof base === 'string') return /[/~]$/.test(base) ? base : `${base}/`
  throw new SiteError("'jekyll-mentions' has to be either a text or a mapping with 'base_url'.")
}

function splitAtBody(output: string) {
  const opening = /<body[^>]*>\s*/.exec(output)
  if (!opening) return { head: '', body: output, tail: '' }
  const start = opening.index + opening[0].length
  const end = output.indexOf('</body>', start)
  if (end === -1) return { head: output.slice(0, start), body: output.slice(start), tail: '' }
  return { head: output.slice(0, start), body: output.slice(start, end), tail: output.slice(end) }
}

function linkMentions(html: string, base: string): string {
  let within = 0
  return html.replace(
    /<!--[\s\S]*?-->|<(\/?)([a-z][a-z\d]*)[^>]*>|[^<]+/gi,
    (part, slash, name) => {
      if (name === undefined)
        return within > 0 || part.startsWith('<!--') ? part : linkText(part, base)
      if (IGNORED.has(name.toLowerCase())) within = Math.max(0, within + (slash ? -1 : 1))
      return part
    },
  )
}

function linkText(text: string, base: string): string {
  return text.replace(/(^|\W)@(\w[\w-]*)/g, (whole, before, name, at: number) => {
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
