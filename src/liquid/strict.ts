/**
 * The strict grammar. Its messages are Liquid's: `Expected id but found pipe`.
 */

import { LiquidFailure } from './errors.ts'
import {
  type Condition,
  type Expression,
  type FilterCall,
  type ForLoop,
  type NamedArgument,
  type Output,
  parseExpression,
} from './expressions.ts'
import { isSpace } from './text.ts'

type Kind =
  | 'end_of_string'
  | 'id'
  | 'number'
  | 'string'
  | 'comparison'
  | 'pipe'
  | 'dot'
  | 'dotdot'
  | 'colon'
  | 'comma'
  | 'open_square'
  | 'close_square'
  | 'open_round'
  | 'close_round'
  | 'question'
  | 'dash'

interface Lexeme {
  readonly kind: Kind
  readonly text: string
}

/** The strict grammar refuses: the lax one may try. */
export class StrictFailure extends LiquidFailure {
  constructor(message: string) {
    super('Liquid syntax error', message)
  }
}

function refuse(message: string): StrictFailure {
  return new StrictFailure(message)
}

export function parseOutput(markup: string): Output {
  const parser = new StrictParser(markup)
  if (parser.sees('end_of_string')) return { value: undefined, filters: [] }
  const value = parseExpression(parser.expression())
  const filters: FilterCall[] = []
  while (parser.takes('pipe')) {
    const name = parser.take('id')
    filters.push(parser.takes('colon') ? parser.filterCall(name) : { name, args: [], named: [] })
  }
  parser.take('end_of_string')
  return { value, filters }
}

export function parseCondition(markup: string): Condition {
  const parser = new StrictParser(markup)
  const condition = parser.condition()
  parser.take('end_of_string')
  return condition
}

export function parseForLoop(markup: string): ForLoop {
  const parser = new StrictParser(markup)
  const variable = parser.take('id')
  if (!parser.takesWord('in')) throw refuse("For loops require an 'in' clause")
  const collectionText = parser.expression()
  const reversed = parser.takesWord('reversed')
  const limits = new Map<string, string>()
  while (parser.sees('id') && parser.sees('colon', 1)) {
    const name = parser.take('id')
    if (name !== 'limit' && name !== 'offset') {
      throw refuse('Invalid attribute in for loop. Valid attributes are limit and offset')
    }
    parser.take('colon')
    limits.set(name, parser.expression())
  }
  parser.take('end_of_string')
  const collection = parseExpression(collectionText)
  return { variable, collection, collectionText, reversed, ...loopLimits(limits) }
}

export function loopLimits(limits: ReadonlyMap<string, string>): Pick<ForLoop, 'limit' | 'offset'> {
  const limit = limits.get('limit')
  const offset = limits.get('offset')
  return {
    limit: limit === undefined ? undefined : parseExpression(limit),
    offset: offset === undefined || offset === 'continue' ? offset : parseExpression(offset),
  }
}

class StrictParser {
  readonly #lexemes: readonly Lexeme[]
  #at = 0

  constructor(markup: string) {
    this.#lexemes = lex(markup)
  }

  sees(kind: Kind, ahead = 0): boolean {
    return this.#lexemes[this.#at + ahead]?.kind === kind
  }

  take(kind: Kind): string {
    const lexeme = this.#next()
    if (lexeme.kind !== kind) throw refuse(`Expected ${kind} but found ${lexeme.kind}`)
    this.#at++
    return lexeme.text
  }

  takes(kind: Kind): boolean {
    if (!this.sees(kind)) return false
    this.#at++
    return true
  }

  takesWord(word: string): boolean {
    const { kind, text } = this.#next()
    if (kind !== 'id' || text !== word) return false
    this.#at++
    return true
  }

  /** The text of one value, without white space between its parts. */
  expression(): string {
    const { kind, text } = this.#next()
    switch (kind) {
      case 'id':
        this.#at++
        return text + this.#steps()
      case 'open_square':
        return this.#bracket() + this.#steps()
      case 'string':
      case 'number':
        this.#at++
        return text
      case 'open_round':
        return this.#range()
      default:
        throw refuse(`${describe(kind, text)} is not a valid expression`)
    }
  }

  condition(): Condition {
    const left = parseExpression(this.expression())
    const operator = this.sees('comparison') ? this.take('comparison') : undefined
    const right = operator === undefined ? undefined : parseExpression(this.expression())
    const join = this.takesWord('and') ? 'and' : this.takesWord('or') ? 'or' : undefined
    return { left, operator, right, join, rest: join && this.condition() }
  }

  filterCall(name: string): FilterCall {
    const args: Expression[] = []
    const named: NamedArgument[] = []
    do {
      if (this.sees('id') && this.sees('colon', 1)) {
        const key = this.take('id')
        this.take('colon')
        named.push([key, parseExpression(this.expression())])
      } else args.push(parseExpression(this.expression()))
    } while (this.takes('comma'))
    return { name, args, named }
  }

  #bracket(): string {
    this.take('open_square')
    const key = this.expression()
    this.take('close_square')
    return `[${key}]`
  }

  #range(): string {
    this.take('open_round')
    const first = this.expression()
    this.take('dotdot')
    const last = this.expression()
    this.take('close_round')
    return `(${first}..${last})`
  }

  #steps(): string {
    let steps = ''
    for (;;) {
      if (this.sees('open_square')) steps += this.#bracket()
      else if (this.takes('dot')) steps += `.${this.take('id')}`
      else return steps
    }
  }

  #next(): Lexeme {
    return this.#lexemes[this.#at] ?? END
  }
}

const END: Lexeme = { kind: 'end_of_string', text: '' }

function describe(kind: Kind, text: string): string {
  return kind === 'end_of_string' ? `[:${kind}]` : `[:${kind}, ${JSON.stringify(text)}]`
}

const SINGLE: ReadonlyMap<string, Kind> = new Map([
  ['|', 'pipe'],
  ['.', 'dot'],
  [':', 'colon'],
  [',', 'comma'],
  ['[', 'open_square'],
  [']', 'close_square'],
  ['(', 'open_round'],
  [')', 'close_round'],
  ['?', 'question'],
  ['-', 'dash'],
])

/** Tried in this order at each place. */
const PATTERNS: readonly (readonly [RegExp, Kind])[] = [
  [/==|!=|<>|<=?|>=?|contains(?=[\t\n\v\f\r ])/y, 'comparison'],
  [/"[^"]*"|'[^']*'/y, 'string'],
  [/-?\d+(?:\.\d+)?/y, 'number'],
  [/[a-zA-Z_][\w-]*\??/y, 'id'],
  [/\.\./y, 'dotdot'],
]

function lex(markup: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  let at = 0
  for (;;) {
    while (isSpace(markup.charCodeAt(at))) at++
    if (at >= markup.length) break
    const lexeme = lexemeAt(markup, at)
    lexemes.push(lexeme)
    at += lexeme.text.length
  }
  lexemes.push(END)
  return lexemes
}

function lexemeAt(markup: string, at: number): Lexeme {
  for (const [pattern, kind] of PATTERNS) {
    pattern.lastIndex = at
    const [text] = pattern.exec(markup) ?? []
    if (text !== undefined) return { kind, text }
  }
  const character = String.fromCodePoint(markup.codePointAt(at) ?? 0)
  const kind = SINGLE.get(character)
  if (kind === undefined) throw refuse(`Unexpected character ${character}`)
  return { kind, text: character }
}
