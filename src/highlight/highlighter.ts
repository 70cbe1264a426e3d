/**
 * What colours a site's code: lexers that answer as Rouge, or a package that the
 * site has in their stead.
 */

import { type HighlightOptions, highlight } from './highlight.ts'

export interface Highlighter {
  /** As `highlighter:` and the class `highlighter-NAME` have it. */
  readonly name: string
  /** The inside of a `code` element; undefined where no language has that name. */
  readonly highlight: typeof highlight
  /** What the `pre` of a block needs beyond Jekyll's classes. */
  readonly frame?: CodeFrame
}

export interface CodeFrame {
  readonly class: string
  readonly style: string
}

export type { HighlightOptions }

export const ROUGE: Highlighter = { name: 'rouge', highlight }
