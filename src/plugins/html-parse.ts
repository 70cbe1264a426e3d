/**
 * HTML taken apart as libxml2 does it, which forgives everything: what is no tag is
 * text, and what makes no sense in a tag is passed over.
 *
 * The text is taken for the content of a body, so tags of `html`, `head` and `body`
 * count for nothing, unless a line begins with `<body`.
 */

import { ENTITIES } from '../util/entities.ts'
import { type Element, type Node, RAW } from './html-nodes.ts'
import { createTree, type Tree } from './html-tree.ts'

export function parseHtml(html: string): Node[] {
  const tree = createTree()
  const text = html.replace(NO_CHARACTERS, '')
  for (let at = 0; at < text.length; ) {
    const open = tree.open()
    at = open !== undefined && RAW.has(open) ? readRaw(text, at, open, tree) : read(text, at, tree)
  }
  if (!/^[^\S\n]*<body/im.test(text)) return tree.nodes
  const body: Element = {
    kind: 'element',
    name: 'body',
    attributes: new Map(),
    parent: undefined,
    children: tree.nodes,
  }
  return [body]
}

/** What XML does not take for a character. */
const NO_CHARACTERS = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g

// ---------------------------------------------------------------- what comes next

/** Reads on from `at` and answers where it came to. */
function read(html: string, at: number, tree: Tree): number {
  if (html[at] !== '<') {
    const end = indexOf(html, '<', at)
    tree.add({ kind: 'text', data: decode(html.slice(at, end)) })
    return end
  }
  if (html.startsWith('<!--', at)) return readComment(html, at, tree)
  if (/^<!doctype/i.test(html.slice(at, at + 9))) return indexOf(html, '>', at) + 1
  if (html.startsWith('<?', at)) return readInstruction(html, at, tree)
  if (html.startsWith('</', at)) return readEnd(html, at + 2, tree)
  const tag = match(TAG_NAME, html, at + 1)
  if (tag !== undefined) return readTag(html, at + 1 + tag.length, tag.toLowerCase(), tree)
  tree.add({ kind: 'text', data: '<' })
  return at + 1
}

/** Where `part` is, or the end. */
function indexOf(html: string, part: string, from: number): number {
  const index = html.indexOf(part, from)
  return index < 0 ? html.length : index
}

const TAG_NAME = /[a-z][\w.:-]*/iy
const ATTRIBUTE_NAME = /[a-z_:.][\w.:-]*/iy
const BLANKS = /[ \t\r\n]*/y
/** Up to the next attribute or the end of the tag. */
const NONSENSE = /(?:[^ \t\r\n>/]|\/(?!>))+/y
const UNQUOTED = /[^ \t\r\n>]*/y

function match(pattern: RegExp, html: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(html)?.[0]
}

function afterBlanks(html: string, at: number): number {
  return at + (match(BLANKS, html, at)?.length ?? 0)
}

/** One without an end swallows the rest. */
function readComment(html: string, at: number, tree: Tree): number {
  const end = /--!?>/g
  end.lastIndex = at + 4
  const found = end.exec(html)
  if (!found) return html.length
  tree.add({ kind: 'markup', data: `<!--${html.slice(at + 4, found.index)}-->` })
  return end.lastIndex
}

function readInstruction(html: string, at: number, tree: Tree): number {
  const end = html.indexOf('>', at)
  if (end < 0) return at + 2
  tree.add({ kind: 'markup', data: html.slice(at, end + 1) })
  return end + 1
}

function readEnd(html: string, at: number, tree: Tree): number {
  const tag = match(TAG_NAME, html, at)
  if (tag === undefined) return at
  tree.end(tag.toLowerCase())
  return indexOf(html, '>', at) + 1
}

/** The text of a script or a style, up to what looks like its end. */
function readRaw(html: string, at: number, tag: string, tree: Tree): number {
  const ending = new RegExp(`</${tag}`, 'gi')
  ending.lastIndex = at
  const end = ending.exec(html)?.index ?? html.length
  if (end > at) tree.add({ kind: 'text', data: html.slice(at, end) })
  return end < html.length ? readEnd(html, end + 2, tree) : end
}

// ---------------------------------------------------------------- tags

const OUTERMOST: ReadonlySet<string> = new Set(['html', 'head', 'body'])

function readTag(html: string, from: number, tag: string, tree: Tree): number {
  const attributes: Element['attributes'] = new Map()
  let at = afterBlanks(html, from)
  while (at < html.length && html[at] !== '>' && !html.startsWith('/>', at)) {
    at = afterBlanks(html, readAttribute(html, at, attributes))
  }
  const isClosed = html[at] === '/'
  if (!OUTERMOST.has(tag)) tree.begin(tag, attributes, isClosed)
  return at + (isClosed ? 2 : 1)
}

/** Of two with one name the first counts. */
function readAttribute(html: string, from: number, attributes: Element['attributes']): number {
  const name = match(ATTRIBUTE_NAME, html, from)
  if (name === undefined) return from + (match(NONSENSE, html, from)?.length ?? 1)
  const equals = afterBlanks(html, from + name.length)
  const isFirst = !attributes.has(name.toLowerCase())
  if (html[equals] !== '=') {
    if (isFirst) attributes.set(name.toLowerCase(), undefined)
    return equals
  }
  const at = afterBlanks(html, equals + 1)
  const quote = html[at] === '"' || html[at] === "'" ? html[at] : undefined
  const start = quote === undefined ? at : at + 1
  const end =
    quote === undefined
      ? at + (match(UNQUOTED, html, at)?.length ?? 0)
      : indexOf(html, quote, start)
  if (isFirst) attributes.set(name.toLowerCase(), decode(html.slice(start, end)))
  return quote === undefined ? end : end + 1
}

// ---------------------------------------------------------------- entities

/** Names need their semicolon, numbers do not. What stands for no character is nothing. */
function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&#(?:x([\da-f]*)|(\d*));?|&([a-z]\w*);/gi,
    (whole, hexadecimal: string | undefined, decimal: string | undefined, name: string) => {
      if (hexadecimal !== undefined) return characterOf(Number.parseInt(hexadecimal, 16))
      if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10))
      const code = ENTITIES.get(name)
      return code === undefined ? whole : String.fromCodePoint(code)
    },
  )
}

function characterOf(code: number): string {
  if (!(code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return ''
  return String.fromCodePoint(code).replace(NO_CHARACTERS, '')
}
