/**
 * Leads the reading of text: passes over what is plain, asks the frames and
 * the rules at all other places.
 */

import { IN_RAW, type InlineRule, InlineState } from './inline-state.ts'
import { type Env, MarkdownIt, type StateInline, Token } from './markdown-it.ts'
import { sortByCharacter } from './sorted-rules.ts'

/** Characters at which some rule may start or some frame may end. A break is found by its line end. */
const STOPS = /[*_`<>[\]!"'${&\-.\\~\n]/g

/** With rules of plugins, all at which markdown-it's own parser stops. */
const PLUGIN_STOPS = /[*_`<>[\]!"'${&\-.\\~\n#%+:=@^}]/g

/** Rules by the character at the current position; the last list is for all other characters. */
interface Chain {
  readonly rules: readonly unknown[]
  readonly at: readonly (readonly InlineRule[])[]
  readonly stops: RegExp
}

type PlainRule = (state: StateInline, silent: boolean) => boolean

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
    const stop = nextStop(text, 0, this.chain('').stops)
    if (stop === text.length) {
      if (text !== '') tokens.push(plainText(text))
      return
    }
    const state = new InlineState(text, md, env, tokens)
    state.takeText(stop)
    this.tokenize(state)
    for (const rule of this.ruler2.getRules('')) rule(state)
  }

  override tokenize(state: InlineState): void {
    this.tokenizeChain(state, '')
  }

  /** Reads with the rules of one chain: all, or those that count in tables. Within elements all do. */
  tokenizeChain(state: InlineState, name: string): void {
    const outside = this.chain(name)
    const inside = this.chain('')
    for (;;) {
      const frame = state.top
      if (state.pos >= state.posMax) {
        if (!frame) break
        frame.kind.fail(state, frame)
        continue
      }
      takePlainText(state, inside.stops)
      if (state.pos >= state.posMax || frame?.kind.close(state, frame)) continue
      if (state.visit()) {
        state.pos = state.posMax
        continue
      }
      const chain = (state.flags & IN_RAW) === 0 ? inside : this.chain('raw')
      if (!runRule(state, frame ? chain : outside)) state.takeText(1)
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
    const at = sortByCharacter(rules, this.beginnings)
    const stops = rules.every((rule) => this.beginnings.has(rule)) ? STOPS : PLUGIN_STOPS
    const chain = { rules, at, stops }
    this.chains.set(name, chain)
    return chain
  }
}

function plainText(content: string): Token {
  const token = new Token('text', '', 0)
  token.content = content
  return token
}

function runRule(state: InlineState, { at }: Chain): boolean {
  const rules = at[Math.min(state.src.charCodeAt(state.pos), 128)]!
  for (let i = 0; i < rules.length; i++) if (rules[i]!(state)) return true
  return false
}

function takePlainText(state: InlineState, stops: RegExp): void {
  const stop = Math.min(nextStop(state.src, state.pos, stops), state.posMax)
  if (stop > state.pos) state.takeText(stop - state.pos)
}

/** The first place at or behind `from` that is not plain text; the text's end, if all is. */
function nextStop(text: string, from: number, stops: RegExp): number {
  for (let at = from; ; at++) {
    stops.lastIndex = at
    if (!stops.test(text)) return text.length
    at = stops.lastIndex - 1
    const stop = stopAt(text, at, from)
    if (stop !== -1) return stop
    if (stops === PLUGIN_STOPS) return at
  }
}

/**
 * Where to stop for the character at `at`, with what belongs to it before it;
 * -1 if it is text. Most of these characters mean something in company alone.
 */
function stopAt(text: string, at: number, from: number): number {
  switch (text.charCodeAt(at)) {
    case 10: // two spaces before it are a break
      return at - 2 >= from && text.startsWith('  ', at - 2) ? at - 2 : -1
    case 34: // a quote is judged together with the character before it
    case 39:
      return at > from ? beforeQuote(text, at) : at
    case 62: // >
      if (text.charCodeAt(at + 1) !== 62) return -1
      return at > from && text.charCodeAt(at - 1) === 32 ? at - 1 : at
    case 46: // .
      return text.startsWith('..', at + 1) ? at : -1
    case 33: // !
      return text.charCodeAt(at + 1) === 91 ? at : -1
    case 123: // {
      return text.charCodeAt(at + 1) === 58 ? at : -1
    case 36: // $
    case 45: // -
    case 126: // ~
      return text.charCodeAt(at + 1) === text.charCodeAt(at) ? at : -1
    default:
      return at
  }
}

function beforeQuote(text: string, quote: number): number {
  const code = text.charCodeAt(quote - 1)
  if (code === 92) return quote
  return code >= 0xdc00 && code <= 0xdfff ? quote - 2 : quote - 1
}
