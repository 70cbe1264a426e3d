/**
 * Where the reading of text stands.
 *
 * Emphasis, links and HTML elements are opened on trust: each is a frame that
 * looks for its end at every stop. When the text ends first, the frame fails,
 * all behind its opening mark is undone and the mark becomes text. There is no
 * recursion, so nothing can nest too deep.
 *
 * Undoing costs time, so failures are remembered. A frame of some kind that
 * reaches a place where one of its kind already looked in vain (under the
 * same flags) fails at once, and no place is searched twice in vain.
 */

import { documentOf, type KramdownDocument } from './document.ts'
import { type Env, InlineBase, type MarkdownIt, Token } from './markdown-it.ts'
import type { KramdownOptions } from './options.ts'
import { Finder } from './text.ts'

/** Answers whether it took something at `state.pos`, and then has moved `state.pos` on. */
export type InlineRule = (state: InlineState) => boolean

/** What is open around the current position and changes how text is read. */
export const IN_EM = 1
export const IN_STRONG = 2
export const IN_LINK = 4
export const IN_RAW = 8

/** How frames of one kind end. */
export interface FrameKind {
  /** Tries to end the frame at `state.pos`. */
  readonly close: (state: InlineState, frame: Frame) => boolean
  /** The text is over. */
  readonly fail: (state: InlineState, frame: Frame) => void
  /** Whether it is undone without an end. HTML elements then end where the text does. */
  readonly isUncertain: boolean
}

export interface Frame {
  readonly kind: FrameKind
  /** The opening mark, or the name of the HTML element. */
  readonly mark: string
  /** Where the opening mark stands, and where the content begins. */
  readonly start: number
  readonly content: number
  /** Frames with the same key look for the same end under the same flags. */
  readonly key: number | undefined
  /** Where the frame looked for its end. */
  readonly visited: number[]
  /** Content positions of brackets within that wait for theirs. */
  readonly brackets: number[]
  /** What was there before it. */
  readonly tokens: number
  readonly pending: string
  readonly level: number
  readonly flags: number
}

export class InlineState extends InlineBase {
  readonly document: KramdownDocument
  readonly frames: Frame[] = []
  flags = 0
  /** How many of the frames may fail; HTML elements end where the text does. */
  private uncertain = 0
  private bracketEnds: Map<number, Map<number, number>> | undefined
  /** HTML elements by flags and position that are known to have no end tag. */
  unclosedElements: Set<string> | undefined
  private failures: Map<number, Set<number>> | undefined
  private finders: Map<RegExp | string, Finder> | undefined

  constructor(src: string, md: MarkdownIt, env: Env, tokens: Token[]) {
    super(src, md, env, tokens)
    this.document = documentOf(env)
  }

  get options(): KramdownOptions {
    return this.document.options
  }

  get top(): Frame | undefined {
    return this.frames.at(-1)
  }

  /** Where `pattern`, a text or a global expression, is next found; -1 if nowhere. */
  find(pattern: RegExp | string, position: number): number {
    this.finders ??= new Map()
    let finder = this.finders.get(pattern)
    if (!finder) {
      finder = new Finder(this.src, pattern)
      this.finders.set(pattern, finder)
    }
    return finder.next(position)
  }

  /** Takes the next `length` characters as text. */
  takeText(length: number): true {
    this.pending += this.src.slice(this.pos, this.pos + length)
    this.pos += length
    return true
  }

  override pushPending(): Token {
    const token = new Token('text', '', 0)
    token.content = this.pending
    token.level = this.pendingLevel
    this.tokens.push(token)
    this.pending = ''
    return token
  }

  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (this.pending !== '') this.pushPending()
    const token = new Token(type, tag, nesting)
    if (nesting < 0) this.level--
    token.level = this.level
    if (nesting > 0) this.level++
    this.pendingLevel = this.level
    this.tokens.push(token)
    return token
  }

  /** The element right before the current position; undefined if text is there. */
  get previousElement(): Token | undefined {
    if (this.pending !== '') return undefined
    const last = this.tokens.at(-1)
    if (!last || last.type === 'text' || last.nesting > 0) return undefined
    return last.nesting === 0 ? last : this.openerOf(last)
  }

  private openerOf(close: Token): Token | undefined {
    for (let i = this.tokens.length - 2; i >= 0; i--) {
      const token = this.tokens[i]!
      if (token.nesting > 0 && token.level === close.level) return token
    }
    return undefined
  }

  /** Opens a frame, to be called before its opening token is pushed; `flags` hold inside it. */
  enter(kind: FrameKind, mark: string, content: number, flags: number, key?: number): void {
    this.frames.push({
      kind,
      mark,
      start: this.pos,
      content,
      key,
      visited: [],
      brackets: [],
      tokens: this.tokens.length,
      pending: this.pending,
      level: this.level,
      flags: this.flags,
    })
    if (kind.isUncertain) this.uncertain++
    this.flags = flags
    this.pos = content
  }

  /** Leaves the innermost frame, whose end was found. */
  leave(): Frame {
    const frame = this.frames.pop()!
    if (frame.kind.isUncertain) this.uncertain--
    this.flags = frame.flags
    return frame
  }

  /** Leaves the innermost frame and undoes all that it gave. */
  undo(): void {
    const { tokens, pending, level, start } = this.leave()
    this.tokens.length = tokens
    this.pending = pending
    this.level = level
    this.pendingLevel = level
    this.pos = start
  }

  /** Whether something is open that needs an end to be what it is. */
  get isUncertain(): boolean {
    return this.uncertain > 0
  }

  /** Whether a frame with that key has already looked in vain from `position` on. */
  isHopeless(key: number, position: number): boolean {
    return this.failures?.get(key)?.has(position) ?? false
  }

  /** Notes where the innermost frame looks. Answers whether another did so in vain. */
  visit(): boolean {
    const frame = this.frames.at(-1)
    if (frame?.key === undefined) return false
    frame.visited.push(this.pos)
    return this.isHopeless(frame.key, this.pos)
  }

  /** Remembers that the innermost frame found no end. */
  rememberFailure(): void {
    const frame = this.frames.at(-1)!
    if (frame.key === undefined) return
    this.failures ??= new Map()
    const places = this.failures.get(frame.key) ?? new Set<number>()
    this.failures.set(frame.key, places)
    for (const place of frame.visited) places.add(place)
  }

  rememberBracket(flags: number, content: number, end: number): void {
    this.bracketEnds ??= new Map()
    const ends = this.bracketEnds.get(flags) ?? new Map<number, number>()
    this.bracketEnds.set(flags, ends)
    ends.set(content, end)
  }

  /** Where the bracket with that content ends; -1 if nowhere, undefined if nobody looked. */
  bracketEnd(flags: number, content: number): number | undefined {
    return this.bracketEnds?.get(flags)?.get(content)
  }
}
