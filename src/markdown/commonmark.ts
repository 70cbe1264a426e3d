/** `markdown: commonmark`: stock markdown-it, with the tables and the like of GFM. */

import { MarkdownIt } from './markdown-it.ts'

export function createCommonmark(): (text: string) => string {
  const md = new MarkdownIt({ html: true, xhtmlOut: true })
  return (text) => md.render(text, {})
}
