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
import { type Env, InlineBase, MarkdownIt, type StateInline, Token } from './markdown-it.ts'
import type { KramdownOptions } from './options.ts'
import { Finder } from './text.ts'

/** Answers whether it took something at `state.pos`, and then has moved `state.pos` on. */
export type InlineRule = (state: InlineState) => boolean

/** What is open around the current position and changes how text is read. */
export const IN_EM = 1
export const IN_STRONG = 2
export const IN_LINK = 4
export const IN_RAW = 8

export interface Frame {
  readonly kind: 'emphasis' | 'bracket' | 'html' | 'deleted'
  /** The opening mark, or the name of the HTML element. */
  readonly mark: string
  /** Where the opening mark stands, and where the content begins. */
  readonly start: number
  readonly content: number
  /** Tries to end the frame at `state.pos`. */
  readonly close: (state: InlineState, frame: Frame) => boolean
  /** The text is over. */
  readonly fail: (state: InlineState, frame: Frame) => void
  /** Frames with the same key look for the same end under the same flags. */
  readonly key: string | undefined
  /** Content positions of brackets within that wait for theirs. */
  readonly brackets: number[]
  readonly before: Snapshot
}

interface Snapshot {
  readonly tokens: number
  readonly pending: string
  readonly level: number
  readonly flags: number
  readonly posMax: number
}

interface OpenFrame extends Frame {
  readonly visited: number[]
}

export class InlineState extends InlineBase {
  readonly document: KramdownDocument
  readonly frames: OpenFrame[] = []
  flags = 0
  /** How many of the frames may fail; HTML elements end where the text does. */
  private uncertain = 0
  private bracketEnds: Map<number, Map<number, number>> | undefined
  /** HTML elements by flags and position that are known to have no end tag. */
  unclosedElements: Set<string> | undefined
  private failures: Map<string, Set<number>> | undefined
  private finders: Map<string, Finder> | undefined

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

  /** The finder of that name over this text. */
  finder(name: string, pattern: RegExp | string): Finder {
    this.finders ??= new Map()
    const known = this.finders.get(name)
    if (known) return known
    const finder = new Finder(this.src, pattern)
    this.finders.set(name, finder)
    return finder
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

  /** What to go back to if a frame that opens here fails. */
  snapshot(): Snapshot {
    return {
      tokens: this.tokens.length,
      pending: this.pending,
      level: this.level,
      flags: this.flags,
      posMax: this.posMax,
    }
  }

  /** Opens a frame; `flags` hold inside it. */
  enter(frame: Omit<Frame, 'brackets'>, flags: number): void {
    const { kind, mark, start, content, close, fail, key, before } = frame
    this.frames.push({
      kind,
      mark,
      start,
      content,
      close,
      fail,
      key,
      before,
      brackets: [],
      visited: [],
    })
    if (frame.kind !== 'html') this.uncertain++
    this.flags = flags
    this.pos = frame.content
  }

  /** Leaves the innermost frame, whose end was found. */
  leave(): void {
    const frame = this.pop()
    this.flags = frame.before.flags
    this.posMax = frame.before.posMax
  }

  /** Leaves the innermost frame and undoes all that it gave. */
  undo(): void {
    const frame = this.pop()
    const { tokens, pending, level, flags, posMax } = frame.before
    this.tokens.length = tokens
    this.pending = pending
    this.level = level
    this.pendingLevel = level
    this.flags = flags
    this.posMax = posMax
    this.pos = frame.start
  }

  private pop(): Frame {
    const frame = this.frames.pop()!
    if (frame.kind !== 'html') this.uncertain--
    return frame
  }

  /** Whether something is open that needs an end to be what it is. */
  get isUncertain(): boolean {
    return this.uncertain > 0
  }

  /** Whether a frame with that key has already looked in vain from `position` on. */
  isHopeless(key: string, position: number): boolean {
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

/** Characters at which some rule may start or some frame may end. */
const STOPS = new Uint8Array(128)
for (const character of '*_`<>[]!"\'${&-. \\~') STOPS[character.charCodeAt(0)] = 1

/** Rules by the character at the current position; the last list is for all other characters. */
interface Chain {
  readonly rules: readonly unknown[]
  readonly at: readonly (readonly InlineRule[])[]
}

export class InlineParser extends MarkdownIt.ParserInline {
  /** The characters that a rule may begin with. */
  private readonly beginnings = new Map<unknown, string>()
  private readonly chains = new Map<string, Chain>()

  constructor() {
    super()
    this.ruler = new MarkdownIt.Ruler()
    this.ruler2 = new MarkdownIt.Ruler()
    this.State = InlineState
  }

  override parse(text: string, md: MarkdownIt, env: Env, tokens: Token[]): void {
    if (!hasStop(text)) {
      const token = new Token('text', '', 0)
      token.content = text
      if (text !== '') tokens.push(token)
      return
    }
    super.parse(text, md, env, tokens)
  }

  override tokenize(state: InlineState): void {
    this.tokenizeChain(state, '')
  }

  /** Reads with the rules of one chain: all, or those that count in tables. */
  tokenizeChain(state: InlineState, name: string): void {
    const usual = this.chain(name)
    const raw = this.chain('raw')
    for (;;) {
      const frame = state.top
      if (state.pos >= state.posMax) {
        if (!frame) break
        frame.fail(state, frame)
        continue
      }
      takePlainText(state)
      if (state.pos >= state.posMax || frame?.close(state, frame)) continue
      if (state.visit()) {
        state.pos = state.posMax
        continue
      }
      if (!runRule(state, (state.flags & IN_RAW) === 0 ? usual : raw)) state.takeText(1)
    }
    if (state.pending !== '') state.pushPending()
  }

  /**
   * A rule of ours, which is asked at the characters of `beginnings` alone, or
   * everywhere if there are none. So is every rule that a plugin adds.
   */
  add(name: string, beginnings: string, rule: InlineRule, chains: readonly string[] = []): void {
    this.beginnings.set(rule, beginnings)
    this.ruler.push(name, rule as unknown as PlainRule, { alt: [...chains] }) // `State` above makes what it takes
  }

  /** Sorted by character once, and again when a plugin has changed the ruler. */
  private chain(name: string): Chain {
    const rules = this.ruler.getRules(name) as unknown as InlineRule[] // those of plugins take such a state too
    const known = this.chains.get(name)
    if (known?.rules === rules) return known
    const at = Array.from({ length: 129 }, (_, code) => {
      const character = code < 128 ? String.fromCharCode(code) : undefined
      return rules.filter((rule) => {
        const beginnings = this.beginnings.get(rule) ?? ''
        return beginnings === '' || (character !== undefined && beginnings.includes(character))
      })
    })
    const chain = { rules, at }
    this.chains.set(name, chain)
    return chain
  }
}

type PlainRule = (state: StateInline, silent: boolean) => boolean

function runRule(state: InlineState, { at }: Chain): boolean {
  const rules = at[Math.min(state.src.charCodeAt(state.pos), 128)]!
  for (let i = 0; i < rules.length; i++) if (rules[i]!(state)) return true
  return false
}

/** Most cells and many items are words and nothing else. */
function hasStop(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 128 && STOPS[code] === 1 && isStop(text, at, code)) return true
  }
  return false
}

function takePlainText(state: InlineState): void {
  const { src, posMax } = state
  let at = state.pos
  while (at < posMax) {
    const code = src.charCodeAt(at)
    if (code < 128 && STOPS[code] === 1 && isStop(src, at, code)) break
    at++
  }
  const code = src.charCodeAt(at)
  if (at < posMax && at > state.pos && (code === 34 || code === 39)) at = beforeQuote(src, at)
  if (at > state.pos) state.takeText(at - state.pos)
}

/** Most of these characters mean something in company alone. */
function isStop(text: string, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1)
  switch (code) {
    case 32: // two before a line end, or one before `>>`
      if (next === 32) return text.charCodeAt(at + 2) === 10
      return (next === 62 && text.charCodeAt(at + 2) === 62) || isQuote(next)
    case 46: // .
      return (next === 46 && text.charCodeAt(at + 2) === 46) || isQuote(next)
    case 33: // !
      return next === 91 || isQuote(next)
    case 36: // $
    case 45: // -
    case 62: // >
    case 126: // ~
      return next === code || isQuote(next)
    case 123: // {
      return next === 58 || isQuote(next)
    default:
      return true
  }
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39
}

/** A quote is judged together with the character before it. */
function beforeQuote(text: string, quote: number): number {
  const code = text.charCodeAt(quote - 1)
  if (code === 92) return quote
  return code >= 0xdc00 && code <= 0xdfff ? quote - 2 : quote - 1
}
