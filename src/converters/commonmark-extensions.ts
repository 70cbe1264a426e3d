/**
 * Syntax that the gem commonmarker has beyond CommonMark, with the HTML that it
 * writes: each a plugin of markdown-it.
 */

import type { MarkdownIt, StateInline, Token } from 'markdown-it'
import readFootnotes from 'markdown-it-footnote'

/** Numbers lead to footnotes, and from each one arrow leads back, to its first number. */
export function footnotes(parser: MarkdownIt): void {
  parser.use(readFootnotes).disable('footnote_inline')
  const { rules } = parser.renderer
  rules.footnote_block_open = () => '<section class="footnotes">\n<ol>\n'
  rules.footnote_open = (tokens, at) => `<li id="fn${numberOf(tokens[at])}">\n`
  rules.footnote_ref = (tokens, at) => {
    const number = numberOf(tokens[at])
    return `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">${number}</a></sup>`
  }
  rules.footnote_anchor = (tokens, at) => {
    if (Number(tokens[at]?.meta?.subId) > 0) return ''
    const arrow = `<a href="#fnref${numberOf(tokens[at])}" class="footnote-backref">↩</a>`
    const next = tokens.slice(at + 1).find(({ type }) => type !== 'footnote_anchor')
    return next?.type === 'paragraph_close' ? ` ${arrow}` : `${arrow}\n`
  }
}

function numberOf(token: Token | undefined): number {
  return Number(token?.meta?.id) + 1
}

const BOX = /^\[([ x])\](?:[ \t]+|(?=\n)|$)/i

/** Items that begin with `[ ]` or `[x]` get a box that nobody can tick. */
export function taskLists({ core, renderer }: MarkdownIt): void {
  core.ruler.before('inline', 'task lists', ({ tokens }) => {
    for (const [at, item] of tokens.entries()) {
      const inline = tokens[at + 2]
      if (item.type !== 'list_item_open' || tokens[at + 1]?.type !== 'paragraph_open') continue
      const box = BOX.exec(inline?.content ?? '')
      if (!box || !inline) continue
      inline.content = inline.content.slice(box[0].length)
      item.meta = { box: box[1] === ' ' ? '' : 'checked="" ' }
    }
  })
  renderer.rules.list_item_open = (tokens, at, options, _env, self) => {
    const start = self.renderToken(tokens, at, options)
    const box = tokens[at]?.meta?.box
    if (typeof box !== 'string') return start
    return start.replace('>', `><input type="checkbox" ${box}disabled="" /> `)
  }
}

const TILDE = 0x7e
/** A number that no character has. */
const ONE_TILDE = 0x11007e

/** Between tildes, two or, unless they have to be two, one. */
export function strikethrough(parser: MarkdownIt, needsTwo: boolean): void {
  const { ruler, ruler2 } = parser.inline
  ruler.at('strikethrough', (state, silent) => {
    if (silent || state.src.charCodeAt(state.pos) !== TILDE) return false
    const { can_close, can_open, length } = state.scanDelims(state.pos, true)
    state.push('text', '', 0).content = '~'.repeat(length)
    if (length === 2 || (length === 1 && !needsTwo)) {
      state.delimiters.push({
        marker: length === 2 ? TILDE : ONE_TILDE,
        length: 0,
        token: state.tokens.length - 1,
        end: -1,
        open: can_open,
        close: can_close,
      })
    }
    state.pos += length
    return true
  })
  ruler2.at('strikethrough', strikePairs)
}

function strikePairs(state: StateInline): boolean {
  const lists = [state.delimiters, ...state.tokens_meta.map((meta) => meta?.delimiters ?? [])]
  for (const delimiters of lists) {
    for (const { end, marker, token } of delimiters) {
      const closing = end < 0 ? undefined : delimiters[end]
      if (closing === undefined || (marker !== TILDE && marker !== ONE_TILDE)) continue
      become(state.tokens[token], 's_open', 1)
      become(state.tokens[closing.token], 's_close', -1)
    }
  }
  return true
}

function become(token: Token | undefined, type: string, nesting: 1 | -1): void {
  if (token) Object.assign(token, { type, tag: 'del', nesting, content: '' })
}
