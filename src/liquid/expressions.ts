/**
 * What stands inside a tag, as a small tree.
 *
 * Both grammars end in `parseExpression`, which reads the text of one value by
 * its look: that is how Ruby's Liquid does it, and why `hash[other[key]]` finds
 * nothing.
 */

import { float } from '../util/values.ts'
import { integerOf } from './numbers.ts'
import { isWordCharacter, strip } from './text.ts'
import { BLANK, EMPTY } from './values.ts'

export type Expression = Literal | RangeExpression | Lookup

export interface Literal {
  readonly kind: 'literal'
  readonly value: unknown
}

export interface RangeExpression {
  readonly kind: 'range'
  readonly first: Expression
  readonly last: Expression
}

export interface Lookup {
  readonly kind: 'lookup'
  /** A name, or what gives the name: `[name]`. */
  readonly name: string | Expression
  readonly steps: readonly LookupStep[]
}

export interface LookupStep {
  readonly key: Expression
  /** Of `.size`, `.first` and `.last`, which answer where there is no such key. */
  readonly command: Command | undefined
}

export type Command = 'size' | 'first' | 'last'

export interface FilterCall {
  readonly name: string
  readonly args: readonly Expression[]
  /** `name: value` arguments, which arrive as one last hash. */
  readonly named: readonly NamedArgument[]
}

export type NamedArgument = readonly [name: string, value: Expression]

/** What an output holds; without a value it prints nothing. */
export interface Output {
  readonly value: Expression | undefined
  readonly filters: readonly FilterCall[]
}

export interface Condition {
  readonly left: Expression
  readonly operator: string | undefined
  readonly right: Expression | undefined
  /** `and` and `or` group from the right. */
  readonly join: 'and' | 'or' | undefined
  readonly rest: Condition | undefined
}

export interface ForLoop {
  readonly variable: string
  readonly collection: Expression
  /** The text of the collection, which names the loop. */
  readonly collectionText: string
  readonly reversed: boolean
  readonly limit: Expression | undefined
  readonly offset: Expression | 'continue' | undefined
}

const NIL: Literal = { kind: 'literal', value: null }

const LITERALS: ReadonlyMap<string, Literal> = new Map([
  ['', NIL],
  ['nil', NIL],
  ['null', NIL],
  ['true', { kind: 'literal', value: true }],
  ['false', { kind: 'literal', value: false }],
  ['empty', { kind: 'literal', value: EMPTY }],
  ['blank', { kind: 'literal', value: BLANK }],
])

const INTEGER = /^-?\d+$/
const FLOAT = /^-?\d[\d.]+$/
const FLOAT_START = /^-?\d+(?:\.\d+)?/

/** The value that `text` stands for, told by its look alone. */
export function parseExpression(text: string): Expression {
  const markup = strip(text)
  const literal = LITERALS.get(markup)
  if (literal) return literal
  const quote = markup[0]
  if ((quote === '"' || quote === "'") && markup.length > 1 && markup.endsWith(quote)) {
    return { kind: 'literal', value: markup.slice(1, -1) }
  }
  if (INTEGER.test(markup)) return { kind: 'literal', value: integerOf(markup) }
  if (FLOAT.test(markup)) {
    const [digits = ''] = FLOAT_START.exec(markup) ?? []
    return { kind: 'literal', value: float(Number(digits)) }
  }
  return parseRange(markup) ?? parseLookup(markup)
}

const RANGE = /^\(\S+\)$/

function parseRange(markup: string): RangeExpression | undefined {
  const dots = markup.lastIndexOf('..')
  if (dots < 2 || dots > markup.length - 4 || !RANGE.test(markup)) return undefined
  return {
    kind: 'range',
    first: parseExpression(markup.slice(1, dots)),
    last: parseExpression(markup.slice(dots + 2, -1)),
  }
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['size', 'size'],
  ['first', 'first'],
  ['last', 'last'],
])

function parseLookup(markup: string): Expression {
  const [first, ...rest] = lookupPieces(markup)
  if (first === undefined) return NIL
  return {
    kind: 'lookup',
    name: first.startsWith('[') ? parseExpression(first.slice(1, -1)) : first,
    steps: rest.map(parseStep),
  }
}

function parseStep(piece: string): LookupStep {
  if (piece.startsWith('[')) {
    return { key: parseExpression(piece.slice(1, -1)), command: undefined }
  }
  return { key: { kind: 'literal', value: piece }, command: COMMANDS.get(piece) }
}

/** Names, and brackets up to the next closing one; all other characters part them. */
function lookupPieces(markup: string): string[] {
  const pieces: string[] = []
  let at = 0
  while (at < markup.length) {
    const end = markup[at] === '[' ? endOfBracket(markup, at) : endOfSegment(markup, at)
    if (end > at) pieces.push(markup.slice(at, end))
    at = end > at ? end : at + 1
  }
  return pieces
}

function endOfBracket(markup: string, at: number): number {
  const closing = markup.indexOf(']', at + 1)
  return closing > at + 1 ? closing + 1 : at
}

function endOfSegment(markup: string, at: number): number {
  let end = at
  while (isWordCharacter(markup[end]) || markup[end] === '-') end++
  return end > at && markup[end] === '?' ? end + 1 : end
}
