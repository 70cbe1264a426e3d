/** The table of contents, in the place of the first list marked `{:toc}`. */

import { hasReference } from '../attributes.ts'
import { documentOf } from '../document.ts'
import { metaOf, type StateCore, Token } from '../markdown-it.ts'

interface Entry {
  readonly level: number
  readonly id: string
  readonly children: readonly Token[]
  readonly entries: Entry[]
}

export function toc(state: StateCore): void {
  if (!documentOf(state.env).references.has('toc')) return
  const start = state.tokens.findIndex(
    (token) => /^(?:bullet|ordered)_list_open$/.test(token.type) && hasReference(token, 'toc'),
  )
  if (start === -1) return
  const open = state.tokens[start]!
  const end = state.tokens.findIndex(
    (token, index) => index > start && token.nesting < 0 && token.level === open.level,
  )
  const entries = collect(state, [...state.tokens.slice(0, start), ...state.tokens.slice(end)])
  const tokens = entries.length === 0 ? [] : write(open, state.tokens[end]!, entries)
  replace(state, start, end - start + 1, tokens)
}

/** Puts other tokens in the place of a list. What holds it is not empty, even if they are none. */
export function replace(
  state: StateCore,
  start: number,
  count: number,
  tokens: readonly Token[],
): void {
  const kept = tokens.length > 0 ? tokens : [new Token('nothing', '', 0)]
  state.tokens = [...state.tokens.slice(0, start), ...kept, ...state.tokens.slice(start + count)]
}

/** Headers inside the list that is replaced do not count. */
function collect(state: StateCore, tokens: readonly Token[]): Entry[] {
  const { options } = documentOf(state.env)
  const root: Entry = { level: 0, id: '', children: [], entries: [] }
  const path = [root]
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return
    const level = Number(token.meta?.level ?? token.tag.slice(1)) // as written, without an offset
    const id = token.attrGet('id')
    if (id === null || !options.tocLevels.has(level) || hasClass(token, 'no_toc')) return
    const entry = {
      level,
      id: String(id),
      children: tokens[index + 1]!.children ?? [],
      entries: [],
    }
    while (path.length > 1 && path.at(-1)!.level >= level) path.pop()
    path.at(-1)!.entries.push(entry)
    path.push(entry)
  })
  return root.entries
}

function hasClass(token: Token, name: string): boolean {
  return String(token.attrGet('class') ?? '')
    .split(' ')
    .includes(name)
}

function write(open: Token, close: Token, entries: readonly Entry[]): Token[] {
  if (open.attrGet('id') === null) open.attrPush(['id', 'markdown-toc'])
  metaOf(open).apart = true
  const prefix = String(open.attrGet('id'))
  const tokens = [open]
  const pending: (Entry | Token)[] = [...entries, close].reverse()
  let level = open.level
  const push = (token: Token): void => {
    if (token.nesting < 0) level--
    token.level = level
    if (token.nesting > 0) level++
    tokens.push(token)
  }
  level++
  while (pending.length > 0) {
    const next = pending.pop()!
    if ('nesting' in next) {
      push(next)
      continue
    }
    push(new Token('toc_item_open', 'li', 1))
    push(linkTo(next, prefix))
    pending.push(new Token('toc_item_close', 'li', -1))
    if (next.entries.length > 0) {
      push(new Token(open.type, open.tag, 1))
      pending.push(new Token(close.type, close.tag, -1), ...[...next.entries].reverse())
    }
  }
  return tokens
}

function linkTo(entry: Entry, prefix: string): Token {
  const inline = new Token('inline', '', 0)
  const link = new Token('link_open', 'a', 1)
  link.attrs = [
    ['href', `#${entry.id}`],
    ['id', `${prefix}-${entry.id}`],
  ]
  const content = entry.children.filter(
    ({ type }) => !/^(?:link_open|link_close|footnote_ref)$/.test(type),
  )
  inline.children = [link, ...content, new Token('link_close', 'a', -1)]
  return inline
}
