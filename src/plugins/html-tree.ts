/**
 * Which elements end without being told, when another begins or ends.
 *
 * This is libxml2's idea of HTML 4, seen from outside: elements that came with
 * HTML 5 neither end others nor are ended by them, and some of HTML 4 nest that
 * no browser would nest.
 */

import { type Element, type Node, VOID } from './html-nodes.ts'

export interface Tree {
  /** What stands at the top. */
  readonly nodes: Node[]
  /** The innermost element that is open. */
  readonly open: () => string | undefined
  add(node: Exclude<Node, Element>): void
  /** `isClosed` for a tag that ends itself, such as `<path/>`. */
  begin(tag: string, attributes: Element['attributes'], isClosed: boolean): void
  end(tag: string): void
}

export function createTree(): Tree {
  const nodes: Node[] = []
  /** The names are those of the tags, with their prefixes. */
  const stack: { readonly tag: string; readonly element: Element }[] = []
  const siblings = () => stack.at(-1)?.element.children ?? nodes

  return {
    nodes,
    open: () => stack.at(-1)?.tag,
    add(node) {
      const last = siblings().at(-1)
      if (node.kind === 'text' && last?.kind === 'text') last.data += node.data
      else siblings().push(node)
    },
    begin(tag, attributes, isClosed) {
      const ended = ENDED_BY.get(tag)
      while (ended?.has(stack.at(-1)?.tag ?? '')) stack.pop()
      const parent = stack.at(-1)?.element
      const name = tag.replace(/^.*:(?=.)/, '')
      const element: Element = { kind: 'element', name, attributes, parent, children: [] }
      siblings().push(element)
      if (!isClosed && !VOID.has(tag)) stack.push({ tag, element })
    },
    end(tag) {
      const at = stack.findLastIndex((each) => each.tag === tag)
      if (at < 0) return
      const weight = weightOf(tag)
      if (stack.slice(at + 1).some((each) => weightOf(each.tag) > weight)) return
      stack.length = at
    },
  }
}

/** An end does not reach beyond an open element that weighs more. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['div', 1],
  ['td', 2],
  ['th', 2],
  ['tr', 3],
  ['tbody', 4],
  ['tfoot', 4],
  ['thead', 4],
  ['table', 5],
])

function weightOf(tag: string): number {
  return WEIGHTS.get(tag) ?? 0
}

const HEADINGS = 'h1 h2 h3 h4 h5 h6'
const PREFORMATTED = 'listing pre xmp'

/** What begins, and which elements end before it where they are the innermost. */
const RULES: Readonly<Record<string, string>> = {
  a: 'a',
  'address menu ol pre': 'p ul',
  [`blockquote caption dir div ${HEADINGS} hr listing title xmp`]: 'p',
  center: 'b font i p',
  col: 'caption p',
  colgroup: 'caption colgroup p',
  'dd dl': `address dir dt menu p ${PREFORMATTED}`,
  dt: `address dd dir menu p ${PREFORMATTED}`,
  fieldset: `a legend p ${HEADINGS} ${PREFORMATTED}`,
  form: `address dir dl form menu ol p ul ${HEADINGS} ${PREFORMATTED}`,
  frameset: 'p title',
  li: `address dl li p ${HEADINGS} ${PREFORMATTED}`,
  'optgroup option': 'option',
  p: `b big i p s small strike tt u ${HEADINGS}`,
  table: `a p ${HEADINGS} ${PREFORMATTED}`,
  tbody: 'caption colgroup p tbody td tfoot th thead tr',
  'td th': 'a b font i p span td th u',
  tfoot: 'caption colgroup p tbody td th thead tr',
  thead: 'caption colgroup',
  tr: 'caption colgroup p td th tr',
  ul: `address dir menu ol p ${PREFORMATTED}`,
}

const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(RULES).flatMap(([begun, ended]) =>
    begun.split(' ').map((tag) => [tag, new Set(ended.split(' '))] as const),
  ),
)
