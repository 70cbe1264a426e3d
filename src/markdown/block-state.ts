/**
 * Where the reading of blocks stands.
 *
 * A container's content (item, quote, footnote) is cut out, de-indented and
 * read by a state of its own, whose lines map one to one onto the lines of the
 * text around it. A line may begin behind an HTML tag: then its mark in
 * `bMarks` is moved there, and to every rule it looks like any other line.
 */

import { type AttributeList, listOf, mergeLists } from './attributes.ts'
import { documentOf, type KramdownDocument } from './document.ts'
import { BlockBase, type Env, type MarkdownIt, metaOf, Token } from './markdown-it.ts'
import type { KramdownOptions } from './options.ts'
import { Finder, isBlank, matchAt } from './text.ts'

const BARE_BRACE = /(?<!\\)\}/g

/** Answers whether it took the block at `state.line`, and then has moved `state.line` on. */
export type BlockRule = (state: BlockState) => boolean

/** A piece of a container's content: `line` is its first line in the text around it. */
export interface Part {
  text: string
  readonly line: number
}

interface Unclosed {
  /** By the fence's last character: the shortest run without an end. */
  readonly fences: Map<string, number>
  readonly extensions: Set<string>
}

export class BlockState extends BlockBase {
  readonly document: KramdownDocument
  /** The line of the document at which `src` begins. */
  lineOffset = 0
  /** What the open container holds so far, each by its first token. */
  siblings: Token[] = []
  /** The level of the open container's children. */
  baseLevel = 0
  /** An attribute list that waits for the next element. */
  pending: AttributeList | undefined
  /** The HTML element whose content is being read, and whether its end tag has come. */
  element: { readonly name: string; closed: boolean } | undefined
  private braceFinder: Finder | undefined
  private dollarFinder: Finder | undefined
  private pipeFinder: Finder | undefined
  /** What is known to have no end further down. */
  private unclosedThings: Unclosed | undefined

  constructor(src: string, md: MarkdownIt, env: Env, tokens: Token[]) {
    super(src, md, env, tokens)
    this.document = documentOf(env)
  }

  get braces(): Finder {
    this.braceFinder ??= new Finder(this.src, BARE_BRACE)
    return this.braceFinder
  }

  get dollars(): Finder {
    this.dollarFinder ??= new Finder(this.src, '$$')
    return this.dollarFinder
  }

  get pipes(): Finder {
    this.pipeFinder ??= new Finder(this.src, '|')
    return this.pipeFinder
  }

  get unclosed(): Unclosed {
    this.unclosedThings ??= { fences: new Map(), extensions: new Set() }
    return this.unclosedThings
  }

  get options(): KramdownOptions {
    return this.document.options
  }

  /** Where the current line begins. */
  get start(): number {
    return this.bMarks[this.line]!
  }

  get last(): Token | undefined {
    return this.siblings.at(-1)
  }

  /** The text of a line, with its line end. */
  lineAt(line: number): string {
    return this.src.slice(this.bMarks[line], this.eMarks[line]! + 1)
  }

  match(pattern: RegExp, line: number = this.line): RegExpExecArray | null {
    return matchAt(pattern, this.src, this.bMarks[line]!)
  }

  isBlankLine(line: number): boolean {
    for (let i = this.bMarks[line]!; i < this.eMarks[line]!; i++) {
      if (!isBlank(this.src.charCodeAt(i))) return false
    }
    return true
  }

  /** Goes on at a position, which may be in the middle of a line. */
  moveTo(position: number): void {
    while (this.line < this.lineMax && position > this.eMarks[this.line]!) this.line++
    if (this.line < this.lineMax && position > this.start) this.bMarks[this.line] = position
  }

  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = new Token(type, tag, nesting)
    token.block = true
    if (nesting < 0) this.level--
    token.level = this.level
    if (nesting > 0) this.level++
    this.tokens.push(token)
    if (nesting >= 0 && token.level === this.baseLevel) {
      this.siblings.push(token)
      if (this.pending) mergeLists(listOf(token), this.pending)
      this.pending = undefined
    }
    return token
  }

  /** A token that takes no attributes: a list that waits goes on waiting. */
  pushUnlisted(type: string): Token {
    const { pending } = this
    this.pending = undefined
    const token = this.push(type, '', 0)
    this.pending = pending
    return token
  }

  /** Marks a token as standing for the lines from `first` to before `end`. */
  map(token: Token, first: number, end: number = this.line): Token {
    token.map = [this.lineOffset + first, this.lineOffset + end]
    return token
  }

  /** The text of an element, parsed when all blocks are known. */
  pushInline(text: string, first: number, end: number = this.line): Token {
    const token = this.push('inline', '', 0)
    token.content = text
    token.children = []
    return this.map(token, first, end)
  }

  /** The text of `open`, where later rules will want to find it. */
  pushText(open: Token, text: string, first: number): Token {
    const token = this.pushInline(text, first)
    metaOf(open).text = token
    return token
  }

  /**
   * A hidden token in the place of something that has no output. Text behind
   * it starts a block of its own.
   */
  pushMarker(kind: string): Token {
    const token = this.push('marker', '', 0)
    token.info = kind
    token.hidden = true
    return this.map(token, this.line)
  }

  pushBlank(first: number, end: number): Token {
    return this.map(this.push('blank', '', 0), first, end)
  }

  /**
   * Takes the blank away that the element just read ends with; its lines.
   * To be called before the element is closed.
   */
  popBlank(children: readonly Token[]): [number, number] | undefined {
    const last = children.at(-1)
    if (last?.type !== 'blank' || !last.map) return undefined
    this.tokens.pop()
    return [last.map[0] - this.lineOffset, last.map[1] - this.lineOffset]
  }

  /** Removes the last `count` siblings with all they hold. */
  dropSiblings(count: number): void {
    const dropped = this.siblings.splice(-count)
    this.tokens.length = this.tokens.lastIndexOf(dropped[0]!)
  }

  /** Whether a block that needs room before it may start here. */
  hasBoundaryBefore(): boolean {
    const last = this.last
    if (!last || this.pending) return true
    return last.type === 'blank' || (last.type === 'marker' && last.info === 'end')
  }

  /** Containers that nest deeper than anyone writes stay text. */
  isTooDeep(): boolean {
    return this.level >= this.md.options.maxNesting
  }

  /** Reads the parts one behind the other as the content of the open element. */
  nest(parts: readonly Part[]): Token[] {
    const siblings: Token[] = []
    for (const { text, line } of parts) {
      if (text === '') continue
      const inner = new BlockState(text, this.md, this.env, this.tokens)
      inner.level = this.level
      inner.baseLevel = this.level
      inner.lineOffset = this.lineOffset + line
      inner.siblings = siblings
      this.md.block.tokenize(inner, 0, inner.lineMax)
    }
    return siblings
  }
}

/** A letter of ASCII, or any character beyond it: no sign begins with these. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 128
}

/** The text of a paragraph, which `pushText` tied to its opening token. */
export function textOf(open: Token): Token {
  return open.meta!.text as Token
}

export function setMeta(token: Token, key: string, value: unknown): void {
  metaOf(token)[key] = value
}
