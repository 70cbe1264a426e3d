/**
 * markdown-it's classes and types under the names that this room uses.
 *
 * Tokens and states are made by functions of ours that share the prototype of
 * markdown-it's classes: they are instances of those to every plugin, but cost
 * a fraction. The compiled constructors of markdown-it define each field by a
 * call, and StateBlock measures each line's indentation, which no rule here needs.
 */

import MarkdownItClass, {
  type Env,
  type MarkdownIt as MarkdownItInstance,
  type StateBlock,
  type StateCore,
  type StateInline,
  type Token as TokenInstance,
} from 'markdown-it'

export type MarkdownIt = MarkdownItInstance
export type { Env, StateBlock, StateCore, StateInline }
export type Token = TokenInstance
export type MarkdownItOptions = MarkdownItInstance['options']
export type RenderRules = InstanceType<typeof MarkdownItClass.Renderer>['rules']
export const MarkdownIt: typeof MarkdownItClass = MarkdownItClass

type TokenClass = typeof MarkdownItClass.Token

function LeanToken(this: Token, type: string, tag: string, nesting: -1 | 0 | 1): void {
  this.type = type
  this.tag = tag
  this.attrs = null
  this.map = null
  this.nesting = nesting
  this.level = 0
  this.children = null
  this.content = ''
  this.markup = ''
  this.info = ''
  this.meta = null
  this.block = false
  this.hidden = false
}
LeanToken.prototype = MarkdownItClass.Token.prototype

/** Tokens of markdown-it, made faster. */
export const Token: TokenClass = LeanToken as unknown as TokenClass // called with `new`, it makes them

function LeanStateInline(
  this: StateInline,
  src: string,
  md: MarkdownIt,
  env: Env,
  tokens: Token[],
): void {
  this.src = src
  this.env = env
  this.md = md
  this.tokens = tokens
  this.tokens_meta = []
  this.Token = Token
  this.pos = 0
  this.posMax = src.length
  this.level = 0
  this.pending = ''
  this.pendingLevel = 0
  this.cache = {}
  this.delimiters = []
  this.backticks = {}
  this.backticksScanned = false
  this.linkLevel = 0
}
LeanStateInline.prototype = MarkdownItClass.StateInline.prototype

export const InlineBase: typeof StateInline = LeanStateInline as unknown as typeof StateInline // as above

/** Lines are found and nothing more: kramdown's rules look at the text itself. */
function LeanStateBlock(
  this: StateBlock,
  src: string,
  md: MarkdownIt,
  env: Env,
  tokens: Token[],
): void {
  this.src = src
  this.md = md
  this.env = env
  this.tokens = tokens
  this.Token = Token
  this.bMarks = []
  this.eMarks = []
  this.tShift = []
  this.sCount = []
  this.bsCount = []
  this.blkIndent = 0
  this.line = 0
  this.tight = false
  this.listIndent = -1
  this.parentType = 'root'
  this.level = 0
  for (let start = 0; start < src.length; ) {
    const newline = src.indexOf('\n', start)
    const end = newline === -1 ? src.length : newline
    this.bMarks.push(start)
    this.eMarks.push(end)
    start = end + 1
  }
  this.lineMax = this.bMarks.length
  this.bMarks.push(src.length)
  this.eMarks.push(src.length)
}
LeanStateBlock.prototype = MarkdownItClass.StateBlock.prototype

export const BlockBase: typeof StateBlock = LeanStateBlock as unknown as typeof StateBlock // as above

/** A token's place for what only kramdown's rules know. */
export function metaOf(token: Token): Record<string, unknown> {
  token.meta ??= {}
  return token.meta
}
