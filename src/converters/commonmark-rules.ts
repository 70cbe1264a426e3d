/**
 * Where CommonMark as GitHub writes it differs from what markdown-it writes: each a
 * plugin of markdown-it.
 */

import type { MarkdownIt } from 'markdown-it'

/** Attributes where those of markdown-it are others; names of hosts in addresses are no exception. */
export function writeAsGitHub(parser: MarkdownIt): void {
  const { core, utils } = parser
  parser.normalizeLink = (url) => utils.lib.mdurl.encode(url)
  parser.normalizeLinkText = (url) => url
  core.ruler.push('alignment', ({ tokens }) => {
    for (const token of tokens) {
      const align = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1]
      if (align !== undefined) token.attrs = [['align', align]]
    }
  })
}

/** Addresses with a scheme or `www.` become links, bare names of hosts do not. */
export function linkAsGitHub({ linkify }: MarkdownIt): void {
  linkify.set({ fuzzyLink: false })
  linkify.add('//', null)
  for (const scheme of ['http:', 'https:', 'ftp:']) {
    linkify.add(scheme, {
      validate: (text, at) => addressLength(text, at, /^\/\/[\p{L}\p{N}\p{S}]/u),
    })
  }
  linkify.add('www.', {
    validate: (text, at) => addressLength(text, at, /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}/),
    normalize(match) {
      match.url = `http://${match.url}`
    },
  })
}

/** Up to a blank or a tag, without signs at its end that belong to the sentence. */
function addressLength(text: string, at: number, start: RegExp): number {
  let address = /^[^\s<]*/.exec(text.slice(at, at + 3000))?.[0] ?? ''
  if (!start.test(address)) return 0
  for (;;) {
    const shorter = address.replace(/(?:&\w{1,32};|[?!.,:*_~'"])$/, '')
    const isClosed = shorter.endsWith(')') && countOf(shorter, ')') > countOf(shorter, '(')
    const next = isClosed ? shorter.slice(0, -1) : shorter
    if (next === address) return address.length
    address = next
  }
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1
}

export function dashesAndDots({ core }: MarkdownIt): void {
  core.ruler.before('smartquotes', 'dashes and dots', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== 'text') continue
      token.content = token.content
        .replaceAll('...', '…')
        .replace(/-{2,}/g, ({ length }) => dashes(length))
    }
  })
}

/** As many long dashes as there can be, but of one kind if that comes out even. */
function dashes(hyphens: number): string {
  if (hyphens % 3 === 0) return '—'.repeat(hyphens / 3)
  if (hyphens % 2 === 0) return '–'.repeat(hyphens / 2)
  const short = hyphens % 3 === 2 ? 1 : 2
  return '—'.repeat((hyphens - 2 * short) / 3) + '–'.repeat(short)
}

/** From what a heading says in letters of ASCII and digits, each once in a text. */
export function headingIds({ core }: MarkdownIt): void {
  core.ruler.push('heading ids', ({ tokens }) => {
    const counts = new Map<string, number>()
    for (const [at, token] of tokens.entries()) {
      if (token.type !== 'heading_open') continue
      const text = (tokens[at + 1]?.children ?? []).map(({ content }) => content).join('')
      const id = slugOf(text) || 'section'
      const count = counts.get(id) ?? 0
      counts.set(id, count + 1)
      token.attrSet('id', count === 0 ? id : `${id}-${count}`)
    }
  })
}

function slugOf(text: string): string {
  const letters = text.replace(/^[^a-zA-Z]+/, '').replace(/[^a-zA-Z0-9 -]/g, '')
  return letters.replaceAll(' ', '-').toLowerCase()
}

export function allowAll(parser: MarkdownIt): void {
  parser.validateLink = () => true
}

const OMITTED = '<!-- raw HTML omitted -->'

/** HTML leaves a comment; a link that a browser would run leads nowhere. */
export function omitHtml(parser: MarkdownIt): void {
  const { rules } = parser.renderer
  rules.html_block = () => `${OMITTED}\n`
  rules.html_inline = () => OMITTED
  const isSafe = parser.validateLink.bind(parser)
  const normalize = parser.normalizeLink.bind(parser)
  parser.validateLink = () => true
  parser.normalizeLink = (url) => (isSafe(url) ? normalize(url) : '')
}

/** Tags that would swallow or run what is on the page are shown instead. */
const FILTERED =
  /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))/gi

export function filterTags({ renderer: { rules } }: MarkdownIt): void {
  for (const kind of ['html_block', 'html_inline'] as const) {
    rules[kind] = (tokens, index) => tokens[index]?.content.replace(FILTERED, '&lt;') ?? ''
  }
}
