/** markdown-it's classes and types under the names that this room uses. */

import MarkdownItClass, {
  type Env,
  type MarkdownIt as MarkdownItInstance,
  type StateBlock,
  type StateCore,
  type StateInline,
  type Token,
} from 'markdown-it'

export type MarkdownIt = MarkdownItInstance
export type { Env, StateBlock, StateCore, StateInline, Token }
export const MarkdownIt: typeof MarkdownItClass = MarkdownItClass

/** A token's place for what only kramdown's rules know. */
export function metaOf(token: Token): Record<string, unknown> {
  token.meta ??= {}
  return token.meta
}
