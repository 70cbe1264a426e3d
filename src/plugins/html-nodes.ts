/**
 * HTML as a tree.
 */

export type Node = Text | Markup | Element

export interface Text {
  readonly kind: 'text'
  data: string
}

/** A comment or a processing instruction, as it is written. */
export interface Markup {
  readonly kind: 'markup'
  readonly data: string
}

export interface Element {
  readonly kind: 'element'
  /** In lower case and without a prefix. */
  readonly name: string
  /** Undefined is the value of an attribute that has none, which is not the same as an empty one. */
  readonly attributes: Map<string, string | undefined>
  readonly parent: Element | undefined
  children: Node[]
}

/** Elements that never have a content, as HTML 4 has them. */
export const VOID: ReadonlySet<string> = new Set(
  'area base basefont br col frame hr img input isindex link meta param'.split(' '),
)

/** Elements whose content is text up to their end. */
export const RAW: ReadonlySet<string> = new Set(['script', 'style'])
