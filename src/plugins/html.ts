/**
 * HTML taken apart and written again, for plugins that change the texts of a
 * finished page. The gems do so with libxml2, and this writes what that would:
 * entities as characters, void elements without a slash, addresses escaped, and
 * a line end here and there between block elements.
 */

import { type Element, type Node, RAW, VOID } from './html-nodes.ts'
import { parseHtml } from './html-parse.ts'

export type { Element, Node } from './html-nodes.ts'
export { parseHtml } from './html-parse.ts'

export function writeHtml(nodes: readonly Node[]): string {
  return writeNodes(nodes, undefined)
}

/** Every element, in order of the document. */
export function elementsOf(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) =>
    node.kind === 'element' ? [node, ...elementsOf(node.children)] : [],
  )
}

export function textOf(node: Node): string {
  if (node.kind === 'text') return node.data
  return node.kind === 'element' ? node.children.map(textOf).join('') : ''
}

/** What the texts outside of some elements become; `change` gets and answers HTML. */
export function changeTexts(
  html: string,
  isLeftAlone: (name: string) => boolean,
  change: (text: string) => string,
): string {
  const changed = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node) => {
      if (node.kind === 'text') {
        const before = escapeText(node.data)
        const after = change(before)
        return after === before ? [node] : parseHtml(after)
      }
      if (node.kind === 'markup' || isLeftAlone(node.name)) return [node]
      node.children = changed(node.children)
      return [node]
    })
  return writeHtml(changed(parseHtml(html)))
}

/** `change` for what stands in the body, or for all where there is no body. */
export function inBody(html: string, change: (body: string) => string): string {
  const opening = /<body[^>]*>\s*/.exec(html)
  if (!opening) return change(html)
  const start = opening.index + opening[0].length
  const end = html.indexOf('</body>', start)
  const stop = end < 0 ? html.length : end
  return html.slice(0, start) + change(html.slice(start, stop)) + html.slice(stop)
}

// ---------------------------------------------------------------- writing

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/** Elements that libxml2 knows and sets on lines of their own. */
const BLOCKS = words(
  'address area base blockquote body caption center col colgroup dd dir div dl dt fieldset form ' +
    'frame frameset h1 h2 h3 h4 h5 h6 head hr html isindex legend li link menu meta noframes ' +
    'noscript ol optgroup option p param pre style table tbody td tfoot th thead title tr ul',
)
const BOOLEAN = words(
  'checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap readonly selected',
)

function writeNodes(nodes: readonly Node[], parent: Element | undefined): string {
  return nodes.map((node, at) => writeNode(node, nodes[at + 1], parent)).join('')
}

function writeNode(node: Node, next: Node | undefined, parent: Element | undefined): string {
  if (node.kind === 'markup') return node.data
  if (node.kind === 'element') return writeElement(node, next, parent)
  return parent !== undefined && RAW.has(parent.name) ? node.data : escapeText(node.data)
}

function writeElement(node: Element, next: Node | undefined, parent: Element | undefined): string {
  const { attributes, children, name } = node
  const written = inOrder(attributes, parent).map(([key, value]) =>
    writeAttribute(name, key, value),
  )
  const start = `<${[name, ...written].join(' ')}>`
  const after = endsLine(name, next, parent) ? '\n' : ''
  if (VOID.has(name) || (name === 'li' && children.length === 0)) return start + after
  const spreads = BLOCKS.has(name) && !name.startsWith('p') && children.length > 1
  const first = spreads && children[0]?.kind !== 'text' ? '\n' : ''
  const last = spreads && children.at(-1)?.kind !== 'text' ? '\n' : ''
  return `${start}${first}${writeNodes(children, node)}${last}</${name}>${after}`
}

/** Of the outermost elements those with a prefix come last. */
function inOrder(
  attributes: Element['attributes'],
  parent: Element | undefined,
): [string, string | undefined][] {
  const all = [...attributes]
  if (parent !== undefined) return all
  const hasPrefix = ([name]: (typeof all)[number]) => /.:./.test(name)
  return [...all.filter((pair) => !hasPrefix(pair)), ...all.filter(hasPrefix)]
}

/** Behind a block element whose next sibling is no text, but not in `p` and `pre`. */
function endsLine(name: string, next: Node | undefined, parent: Element | undefined): boolean {
  if (!BLOCKS.has(name) || next === undefined || next.kind === 'text') return false
  return parent !== undefined && !parent.name.startsWith('p')
}

function writeAttribute(element: string, name: string, value: string | undefined): string {
  if (BOOLEAN.has(name) || value === undefined) return name
  const isAddress = ['href', 'action', 'src'].includes(name) || (name === 'name' && element === 'a')
  const escaped = escapeText(isAddress ? escapeAddress(value) : value)
  if (!escaped.includes('"')) return `${name}="${escaped}"`
  return escaped.includes("'")
    ? `${name}="${escaped.replaceAll('"', '&quot;')}"`
    : `${name}='${escaped}'`
}

/** What stands for itself in an address; everything else becomes its bytes in hexadecimal. */
const PLAIN = /[^A-Za-z0-9\-_.!~*'()@/:=?;#%&,+]+/g

function escapeAddress(value: string): string {
  return value
    .trimStart()
    .replace(PLAIN, (text) =>
      [...new TextEncoder().encode(text)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join(''),
    )
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
