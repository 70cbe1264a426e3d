/** The package comes without types. */
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it'

  /** Reads footnotes, and writes them unless the renderer has rules of its own. */
  export default function footnotes(parser: MarkdownIt): void
}
