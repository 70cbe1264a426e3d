/**
 * What a tag is made of: a rule that reads it from the tokens, and the piece
 * that it answers. liquidjs finds the rule's class by the tag's name and calls
 * it with the tokens that follow; blocks take theirs from these.
 */

import type { Liquid as LiquidJs, Parser, TagToken, TopLevelToken } from 'liquidjs'
import { nearest } from '../../util/nearest.ts'
import { compileNodes } from '../body.ts'
import type { LiquidContext } from '../context.ts'
import { type LiquidFailure, lineNumber, liquidError, marked, syntaxError } from '../errors.ts'
import {
  isBlankNode,
  isTextNode,
  type Piece,
  SourceTag,
  type Step,
  type TreeNode,
} from '../nodes.ts'
import { namedToken, OWN_TAG, SourceToken } from '../source.ts'

export type { Piece, Step }

/** @throws LiquidFailure for wrong markup */
export type TagRule = (reader: TagReader) => Piece

/** Nodes between two tags, and the tag that ended them. */
export interface Body {
  readonly nodes: readonly TreeNode[]
  readonly end: SourceToken
}

export function isBlankBody({ nodes }: Body): boolean {
  return nodes.every(isBlankNode)
}

/** `withoutText` for a body of a blank block, whose text is white space alone. */
export function compileBody(
  { nodes }: Body,
  context: LiquidContext,
  { withoutText }: { readonly withoutText: boolean },
): Step {
  return compileNodes(withoutText ? nodes.filter((node) => !isTextNode(node)) : nodes, context)
}

/** Blocks within each other: Liquid reads no more. */
const DEEPEST = 100

export class TagReader {
  readonly token: SourceToken
  readonly #rest: TopLevelToken[]
  readonly #engine: LiquidJs
  readonly #parser: Parser

  constructor(token: SourceToken, rest: TopLevelToken[], engine: LiquidJs, parser: Parser) {
    this.token = token
    this.#rest = rest
    this.#engine = engine
    this.#parser = parser
  }

  get markup(): string {
    return this.token.markup
  }

  /** The body up to this tag's end, or to one of the tags in `stops`. */
  body(...stops: readonly string[]): Body {
    return this.#within(() => {
      const nodes: TreeNode[] = []
      for (;;) {
        const token = this.#next()
        if (token instanceof SourceToken && token.tag !== undefined) {
          if (token.tag === this.#end || stops.includes(token.tag)) return { nodes, end: token }
          if (!token.isKnown) throw marked(this.#misplaced(token.tag), token.mark)
        }
        nodes.push(this.#parser.parseToken(token, this.#rest))
      }
    })
  }

  /** Passes over the body. It must still be well formed, but for tags nobody knows. */
  skipBody(): void {
    this.#within(() => {
      for (;;) {
        const token = this.#next()
        if (token instanceof SourceToken && token.tag !== undefined) {
          if (token.tag === this.#end) return
          if (!token.isKnown) continue
        }
        this.#parser.parseToken(token, this.#rest)
      }
    })
  }

  /** The token of a tag that stands within this tag's markup. */
  tokenOf(range: readonly [begin: number, end: number], name: string, markup: string): SourceToken {
    const { source, tag } = this.token
    if (name === tag) throw marked(this.unknown(name), { source, at: range[0] })
    return namedToken(source, range, this.#engine, name, markup)
  }

  nodesOf(tokens: SourceToken[]): TreeNode[] {
    // liquidjs asks of a token no more than its kind, name and text
    return this.#parser.parseTokens(tokens as unknown[] as TopLevelToken[])
  }

  neverClosed(at: number = this.token.source.text.length): LiquidFailure {
    const { source, mark, tag } = this.token
    const failure = syntaxError(
      `'${tag}' tag was never closed`,
      `It begins on line ${lineNumber(mark)}; close it with {% ${this.#end} %}.`,
    )
    failure.mark = { source, at }
    return failure
  }

  /** The error of a tag that nobody registered. */
  unknown(name: string): LiquidFailure {
    const advice = this.token.source.absentTags.get(name)
    if (advice !== undefined) return syntaxError(`Unknown tag '${name}'`, advice)
    const known = Object.keys(this.#engine.tags).filter((tag) => /^\w/.test(tag))
    const near = nearest(name, known)
    return syntaxError(`Unknown tag '${name}'`, near ? `Did you mean '${near}'?` : undefined)
  }

  #within<T>(read: () => T): T {
    const { nesting } = this.token.source
    if (nesting.depth >= DEEPEST) throw liquidError('Nesting too deep')
    nesting.depth++
    const answer = read()
    nesting.depth--
    return answer
  }

  get #end(): string {
    return `end${this.token.tag}`
  }

  #next(): TopLevelToken {
    const token = this.#rest.shift()
    if (token === undefined) throw this.neverClosed()
    return token
  }

  #misplaced(name: string): LiquidFailure {
    const own = this.token.tag
    if (name === 'else') return syntaxError(`${own} tag does not expect 'else' tag`)
    if (!name.startsWith('end')) return this.unknown(name)
    return syntaxError(`'${name}' is not a valid delimiter for ${own} tags. use ${this.#end}`)
  }
}

/** The class by which liquidjs parses the tag of `rule`. */
export function tagClass(rule: TagRule): Parameters<LiquidJs['registerTag']>[1] {
  return class extends SourceTag {
    static readonly [OWN_TAG] = true
    readonly piece: Piece

    constructor(token: TagToken, rest: TopLevelToken[], engine: LiquidJs, parser: Parser) {
      super(token, rest, engine)
      // the scan in source.ts made the token
      const own = token as unknown as SourceToken
      try {
        this.piece = rule(new TagReader(own, rest, engine, parser))
      } catch (error) {
        throw marked(error, own.mark)
      }
    }
  }
}
