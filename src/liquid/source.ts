/**
 * Template text to the tokens that liquidjs builds its tree from, cut as Ruby's
 * Liquid cuts them.
 *
 * One scan knows nothing of strings: a tag ends at the next `%}` and an output
 * at the next `}`, whatever quotes stand between. Text beside a dash is trimmed
 * here. `raw` is taken whole, because it ends at the first `{% endraw %}` even
 * inside what looks like an output.
 */

import type { Liquid as LiquidJs, TagToken, TopLevelToken } from 'liquidjs'
import type { LiquidOptions } from '../config/config.ts'
import type { Mark } from './errors.ts'
import type { Origin } from './liquid.ts'
import { liquidjs } from './liquidjs.ts'
import { isSpace, isWordCharacter, lstrip, rstrip } from './text.ts'

/** A text being parsed, and how. */
export interface Source {
  readonly text: string
  readonly origin: Origin
  /** Of an include: its path on disk, which Ruby's messages name. */
  readonly included: string | undefined
  readonly options: LiquidOptions
  /** What to do about tags that are not here, by tag. */
  readonly absentTags: ReadonlyMap<string, string>
  /** How many blocks the parser is within. */
  readonly nesting: { depth: number }
  /** Takes a syntax error that lax parsing gets past. */
  warn(message: string, mark: Mark): void
}

/** The names under which liquidjs finds the tags that stand for what is no tag in the text. */
export const OUTPUT = '{{'
export const UNKNOWN = '{%'

/** Marks tag classes of this room: they read `SourceToken`s. */
export const OWN_TAG: unique symbol = Symbol('own tag')

export class TextToken extends liquidjs.Token {
  readonly text: string

  constructor(source: Source, begin: number, end: number, text: string) {
    super(liquidjs.TokenKind.HTML, source.text, begin, end, source.origin.path)
    this.text = text
  }

  getContent(): string {
    return this.text
  }
}

interface TokenParts {
  /** What liquidjs looks up. */
  readonly name: string
  /** The tag's name as written; undefined for an output and for what is no tag. */
  readonly tag?: string
  /** Whether a tag of that name is registered. Ends and parts of blocks are not. */
  readonly isKnown?: boolean
  readonly markup: string
  /** Where in the source it begins. */
  readonly markupAt?: number
  /** What `raw` encloses; undefined where it is not closed. */
  readonly body?: string
}

/** A tag or an output. */
export class SourceToken extends liquidjs.Token {
  readonly name: string
  readonly source: Source
  readonly tag: string | undefined
  readonly isKnown: boolean
  readonly markup: string
  readonly body: string | undefined
  readonly #markupAt: number

  constructor(source: Source, [begin, end]: Range, parts: TokenParts) {
    super(liquidjs.TokenKind.Tag, source.text, begin, end, source.origin.path)
    this.source = source
    this.name = parts.name
    this.tag = parts.tag
    this.isKnown = parts.isKnown ?? true
    this.markup = parts.markup
    this.body = parts.body
    this.#markupAt = parts.markupAt ?? begin
  }

  /** Ruby counts the lines before and behind a tag's name, but none within its markup. */
  get mark(): Mark {
    return { source: this.source, at: this.begin, countedAt: this.#markupAt }
  }
}

type Range = readonly [begin: number, end: number]

export function cut(source: Source, engine: LiquidJs): TopLevelToken[] {
  const { text } = source
  const tokens: (TextToken | SourceToken | TagToken)[] = []
  const find = createFinder(text)
  let at = 0
  let trimNext = false
  while (at < text.length) {
    const begin = findOpening(text, at)
    if (begin > at) {
      const whole = text.slice(at, begin)
      const left = trimNext ? lstrip(whole) : whole
      tokens.push(new TextToken(source, at, begin, text[begin + 2] === '-' ? rstrip(left) : left))
      trimNext = false
    }
    if (begin === text.length) break
    const range: Range = [begin, find(begin)]
    const isTag = text[begin + 1] === '%'
    const token = isTag ? tagToken(source, range, engine) : outputToken(source, range)
    trimNext = text[range[1] - 3] === '-'
    const raw = token instanceof SourceToken && token.tag === 'raw'
    const last = raw ? rawToken(source, token, find) : token
    tokens.push(last)
    at = last.end
  }
  // liquidjs asks of a token no more than its kind, name and text
  return tokens as unknown[] as TopLevelToken[]
}

/** Where the next `{{` or `{%` is; the end of the text where there is none. */
function findOpening(text: string, from: number): number {
  for (let at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
    const next = text[at + 1]
    if (next === '%' || next === '{') return at
  }
  return text.length
}

/** A function from the begin of a token to its end; what is not closed is two characters long. */
function createFinder(text: string): (begin: number) => number {
  const none = { '%}': false, '}': false }

  function search(closing: '%}' | '}', from: number): number {
    if (none[closing]) return -1
    const found = text.indexOf(closing, from)
    if (found < 0) none[closing] = true
    return found
  }

  return (begin) => {
    if (text[begin + 1] === '%') {
      const closing = search('%}', begin + 2)
      return closing < 0 ? begin + 2 : closing + 2
    }
    const closing = search('}', begin + 2)
    if (closing < 0) return begin + 2
    return text[closing + 1] === '}' ? closing + 2 : closing + 1
  }
}

function outputToken(source: Source, range: Range): SourceToken {
  const [begin, end] = range
  const { text } = source
  if (end - begin < 4 || text[end - 2] !== '}') return brokenToken(source, range)
  return new SourceToken(source, range, { name: OUTPUT, markup: inside(text, begin, end) })
}

/** What stands between the delimiters and their dashes. */
function inside(text: string, begin: number, end: number): string {
  const from = text[begin + 2] === '-' && begin + 2 < end - 2 ? begin + 3 : begin + 2
  const to = text[end - 3] === '-' && end - 3 >= from ? end - 3 : end - 2
  return text.slice(from, to)
}

function brokenToken(source: Source, range: Range): SourceToken {
  return new SourceToken(source, range, { name: UNKNOWN, markup: '' })
}

function tagToken(source: Source, range: Range, engine: LiquidJs): SourceToken | TagToken {
  const [begin, end] = range
  const { text } = source
  if (end - begin < 4) return brokenToken(source, range)
  const content = inside(text, begin, end)
  const nameAt = skipSpace(content, 0)
  const nameEnd = endOfName(content, nameAt)
  if (nameEnd === nameAt) return brokenToken(source, range)
  const name = content.slice(nameAt, nameEnd)
  const markupBegin = skipSpace(content, nameEnd)
  const markup = content.slice(markupBegin)
  if (isForeign(engine, name)) {
    return new liquidjs.TagToken(text, begin, end, engine.options, source.origin.path)
  }
  const contentAt = text[begin + 2] === '-' ? begin + 3 : begin + 2
  return namedToken(source, range, engine, name, markup, contentAt + markupBegin)
}

/** Whether the tag was written for liquidjs. */
function isForeign(engine: LiquidJs, name: string): boolean {
  const tag = Object.hasOwn(engine.tags, name) ? engine.tags[name] : undefined
  return tag !== undefined && !(OWN_TAG in tag)
}

export function namedToken(
  source: Source,
  range: Range,
  engine: LiquidJs,
  name: string,
  markup: string,
  markupAt: number = range[0],
): SourceToken {
  const isKnown = Object.hasOwn(engine.tags, name)
  return new SourceToken(source, range, { name, tag: name, isKnown, markup, markupAt })
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

function endOfName(text: string, from: number): number {
  if (text[from] === '#') return from + 1
  let at = from
  while (isWordCharacter(text[at])) at++
  return at
}

/** `raw` with its body, as one token up to the end of its `endraw`. */
function rawToken(source: Source, open: SourceToken, find: (begin: number) => number): SourceToken {
  const { text } = source
  const { begin, markup } = open
  let at = findOpening(text, open.end)
  while (at < text.length) {
    const end = find(at)
    const closing = text.lastIndexOf('{%', end - 2)
    if (closing >= at && isEndOfRaw(text, closing, end)) {
      const body = text.slice(open.end, closing)
      return new SourceToken(source, [begin, end], { name: 'raw', tag: 'raw', markup, body })
    }
    at = findOpening(text, end)
  }
  return new SourceToken(source, [begin, text.length], { name: 'raw', tag: 'raw', markup })
}

function isEndOfRaw(text: string, begin: number, end: number): boolean {
  const nameAt = skipSpace(text, begin + 2)
  const nameEnd = endOfName(text, nameAt)
  return text.startsWith('%}', end - 2) && text.slice(nameAt, nameEnd) === 'endraw'
}
