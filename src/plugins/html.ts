/**
 * HTML taken apart and written again, for plugins that change the texts of a
 * finished page. The gems do so with libxml2, and this writes what that would:
 * entities as characters, void elements without a slash, addresses escaped, and
 * a line end here and there between block elements.
 */

import {
  type ChildNode,
  Comment,
  DomHandler,
  type Element,
  isTag,
  isText,
  ProcessingInstruction,
} from 'domhandler'
import { Parser } from 'htmlparser2'

export type { ChildNode, Element } from 'domhandler'

export function parseHtml(html: string): ChildNode[] {
  const handler = new Handler()
  new Parser(handler, { decodeEntities: true }).end(html)
  return handler.root.children
}

/** The value of an attribute that has none, which is not the same as an empty one. */
const NO_VALUE = '\0'

class Handler extends DomHandler {
  #bare: string[] = []
  #isStray = false

  onattribute(name: string, _value: string, quote?: string | null): void {
    if (quote === undefined) this.#bare.push(name)
  }

  override onopentag(name: string, attribs: Record<string, string>, isImplied?: boolean): void {
    this.#isStray = isImplied === true && name === 'p'
    if (this.#isStray) return
    for (const bare of this.#bare) attribs[bare] = NO_VALUE
    this.#bare = []
    super.onopentag(name, attribs)
  }

  /** The end of a paragraph that is none opens one in HTML 5, and not in libxml2. */
  override onclosetag(): void {
    if (!this.#isStray) super.onclosetag()
    this.#isStray = false
  }
}

export function writeHtml(nodes: readonly ChildNode[]): string {
  return nodes.map((node) => writeNode(node, nodes)).join('')
}

/** Every element, in order of the document. */
export function elementsOf(nodes: readonly ChildNode[]): Element[] {
  return nodes.flatMap((node) => (isTag(node) ? [node, ...elementsOf(node.children)] : []))
}

export function textOf(node: ChildNode): string {
  if (isText(node)) return node.data
  return isTag(node) ? node.children.map(textOf).join('') : ''
}

/** What the texts outside of some elements become; `change` gets and answers HTML. */
export function changeTexts(
  html: string,
  isLeftAlone: (name: string) => boolean,
  change: (text: string) => string,
): string {
  const changed = (nodes: readonly ChildNode[]): ChildNode[] =>
    nodes.flatMap((node) => {
      if (isText(node)) {
        const before = escapeText(node.data)
        const after = change(before)
        return after === before ? [node] : parseHtml(after)
      }
      if (!isTag(node) || isLeftAlone(node.name)) return [node]
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

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

const VOID = words('area base basefont br col frame hr img input isindex link meta param')
/** Elements that libxml2 knows and sets on lines of their own. */
const BLOCKS = words(
  'address area base blockquote body caption center col colgroup dd dir div dl dt fieldset form ' +
    'frame frameset h1 h2 h3 h4 h5 h6 head hr html isindex legend li link menu meta noframes ' +
    'noscript ol optgroup option p param pre style table tbody td tfoot th thead title tr ul',
)
const BOOLEAN = words(
  'checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap readonly selected',
)
const RAW = words('script style')

function writeNode(node: ChildNode, siblings: readonly ChildNode[]): string {
  if (isText(node)) return isIn(node, RAW) ? node.data : escapeText(node.data)
  if (node instanceof Comment) return `<!--${node.data}-->`
  if (node instanceof ProcessingInstruction) return `<${node.data}>`
  return isTag(node) ? writeElement(node, siblings) : ''
}

function isIn(node: ChildNode, names: ReadonlySet<string>): boolean {
  const { parent } = node
  return parent !== null && isTag(parent) && names.has(parent.name)
}

function writeElement(node: Element, siblings: readonly ChildNode[]): string {
  const { attribs, children, name } = node
  const attributes = Object.entries(attribs).map((pair) => writeAttribute(name, ...pair))
  const start = `<${[name, ...attributes].join(' ')}>`
  const after = endsLine(node, siblings) ? '\n' : ''
  if (VOID.has(name)) return start + after
  const spreads = BLOCKS.has(name) && !name.startsWith('p') && children.length > 1
  const first = spreads && !isText(children[0]!) ? '\n' : ''
  const last = spreads && !isText(children.at(-1)!) ? '\n' : ''
  return `${start}${first}${writeHtml(children)}${last}</${name}>${after}`
}

/** Behind a block element whose next sibling is no text, but not in `p` and `pre`. */
function endsLine(node: Element, siblings: readonly ChildNode[]): boolean {
  const next = siblings[siblings.indexOf(node) + 1]
  if (!BLOCKS.has(node.name) || next === undefined || isText(next)) return false
  const { parent } = node
  return parent !== null && isTag(parent) && !parent.name.startsWith('p')
}

function writeAttribute(element: string, name: string, value: string): string {
  if (BOOLEAN.has(name) || value === NO_VALUE) return name
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
