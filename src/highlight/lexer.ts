/**
 * Runs a language's table over a text, in one pass from left to right.
 *
 * Whatever the table and the text are, every character is passed over once, so
 * the texts of the tokens are the text, and there is an end.
 */

import { type FirstCharacters, firstCharacters, isAmong, OTHERS } from './first-characters.ts'
import type { Action, Emit, Grammar, Nested, Next, Run, Step, Words } from './grammar.ts'
import { compilePattern } from './pattern.ts'
import type { TokenClass, TokenList } from './tokens.ts'

/** Options stand after a language's name, as in `php?start_inline=1`. */
export type Options = ReadonlyMap<string, string>

export const NO_OPTIONS: Options = new Map()

/** What a language is to its user; a table becomes one. The texts of its tokens are the text. */
export interface Language {
  open(list: TokenList, context: Context): Session
}

/** One text being lexed; it may come in pieces. */
export interface Session {
  feed(text: string): void
  reset(): void
}

export interface Context {
  readonly options: Options
  /** Finds the language of an embedded text by any of its names; undefined leaves it plain. */
  readonly load: (name: string) => Language | undefined
  /** How many languages this one stands in. */
  readonly depth: number
}

/** Languages in languages (fences in Markdown in fences) end somewhere. */
const DEEPEST = 6

/** Rules in a row that match nothing and only change the state. */
const MOST_EMPTY_MATCHES = 40

export function language<Memory = undefined>(grammar: Grammar<Memory>): Language {
  const states = new Map<string, State<Memory>>()
  const stateOf = (name: string): State<Memory> => {
    const known = states.get(name)
    if (known) return known
    const state = new State(compile(grammar, name))
    states.set(name, state)
    return state
  }
  return { open: (list, context) => new TableSession(grammar, stateOf, list, context) }
}

/** The rules of a state, by the character that stands at the place. */
class State<Memory> {
  readonly #rules: readonly Compiled<Memory>[]
  readonly #byCharacter: (readonly Compiled<Memory>[] | undefined)[] = []

  constructor(rules: readonly Compiled<Memory>[]) {
    this.#rules = rules
  }

  rulesFor(code: number): readonly Compiled<Memory>[] {
    const index = Math.min(code, OTHERS)
    const known = this.#byCharacter[index]
    if (known) return known
    const rules = this.#rules.filter(({ first }) => isAmong(first, index))
    this.#byCharacter[index] = rules
    return rules
  }
}

interface Compiled<Memory> {
  readonly pattern: RegExp
  readonly first: FirstCharacters
  readonly emit: Emit<Memory>
  readonly next: Next | undefined
}

function compile<Memory>(grammar: Grammar<Memory>, state: string): readonly Compiled<Memory>[] {
  return stepsOf(grammar, state).flatMap((step) => {
    if (typeof step === 'string') return compile(grammar, step)
    const [pattern, emit, next] = step
    const first = firstCharacters(pattern)
    return [{ pattern: compilePattern(pattern), first, emit, next: asNext(next) }]
  })
}

function stepsOf<Memory>(grammar: Grammar<Memory>, state: string): readonly Step<Memory>[] {
  const steps = grammar.states[state]
  if (!steps) throw new Error(`no state '${state}' in this table`)
  return steps
}

function asNext(next: Next | string | undefined): Next | undefined {
  return typeof next === 'string' ? { pop: 0, push: [next] } : next
}

class TableSession<Memory> implements Session, Run<Memory> {
  readonly stack: string[] = ['root']
  memory: Memory
  text = ''
  position = 0
  #state: State<Memory>
  readonly #nested = new Map<string, Session | undefined>()
  readonly #marks = new Map<string, number>()
  readonly #grammar: Grammar<Memory>
  readonly #stateOf: (name: string) => State<Memory>
  readonly #list: TokenList
  readonly #context: Context

  constructor(
    grammar: Grammar<Memory>,
    stateOf: (name: string) => State<Memory>,
    list: TokenList,
    context: Context,
  ) {
    this.#grammar = grammar
    this.#stateOf = stateOf
    this.#list = list
    this.#context = context
    this.memory = this.#freshMemory()
    this.#state = stateOf('root')
  }

  #freshMemory(): Memory {
    // A table without memory has `undefined` for its type.
    return this.#grammar.memory?.(this.#context.options) as Memory
  }

  reset(): void {
    this.stack.splice(0, this.stack.length, 'root')
    this.memory = this.#freshMemory()
    this.#state = this.#stateOf('root')
    this.#nested.clear()
  }

  feed(text: string): void {
    this.text = text
    this.position = 0
    this.#marks.clear()
    let emptyMatches = 0
    while (this.position < text.length) {
      const end = emptyMatches > MOST_EMPTY_MATCHES ? -1 : this.#step()
      emptyMatches = end === this.position ? emptyMatches + 1 : 0
      this.position = end < 0 ? this.#passOver() : end
    }
  }

  /** Where the first rule that matches ends; -1 if none does. */
  #step(): number {
    for (const rule of this.#state.rulesFor(this.text.charCodeAt(this.position))) {
      const { pattern, emit } = rule
      pattern.lastIndex = this.position
      if (typeof emit === 'string') {
        if (!pattern.test(this.text)) continue
        this.#list.add(emit, this.text.slice(this.position, pattern.lastIndex))
      } else {
        const match = pattern.exec(this.text)
        if (!match || this.#emit(emit, match) === false) continue
        if (rule.next) this.go(rule.next)
        return this.position + match[0].length
      }
      const end = pattern.lastIndex
      if (rule.next) this.go(rule.next)
      return end
    }
    return -1
  }

  #emit(emit: Exclude<Emit<Memory>, string>, match: RegExpExecArray): unknown {
    if (typeof emit === 'function') return (emit satisfies Action<Memory>)(this, match)
    if (!isList(emit)) return this.#emitPart(emit, match[0])
    for (let index = 0; index < emit.length; index++) {
      const part = match[index + 1]
      if (part) this.#emitPart(emit[index]!, part)
    }
  }

  #emitPart(emit: TokenClass | Words | Nested, text: string): void {
    if (typeof emit === 'string') this.#list.add(emit, text)
    else if ('words' in emit) this.#list.add(emit.words.get(text) ?? emit.otherwise, text)
    else this.nest(emit, text)
  }

  #passOver(): number {
    const length = this.text.codePointAt(this.position)! > 0xffff ? 2 : 1
    const end = this.position + length
    this.#list.add('err', this.text.slice(this.position, end))
    return end
  }

  token(name: TokenClass, text: string): void {
    this.#list.add(name, text)
  }

  isAhead(mark: string): boolean {
    let place = this.#marks.get(mark)
    if (place === undefined || (place >= 0 && place < this.position)) {
      place = this.text.indexOf(mark, this.position)
      this.#marks.set(mark, place)
    }
    return place >= 0
  }

  nest({ language: name, fresh, otherwise = '' }: Nested, text: string): void {
    if (!this.#nested.has(name)) this.#nested.set(name, this.#open(name))
    const session = this.#nested.get(name)
    if (!session) this.token(otherwise, text)
    else {
      if (fresh) session.reset()
      session.feed(text)
    }
  }

  #open(name: string): Session | undefined {
    const { depth, load } = this.#context
    if (depth >= DEEPEST) return undefined
    return load(name)?.open(this.#list, { options: NO_OPTIONS, load, depth: depth + 1 })
  }

  go(next: Next | string): void {
    const { stack } = this
    if (typeof next === 'string') stack.push(next)
    else {
      // `goto` from the outermost state replaces it; a pop alone leaves it.
      const least = next.push.length > 0 ? 0 : 1
      stack.length = Math.max(stack.length - next.pop, least)
      stack.push(...next.push)
    }
    this.#state = this.#stateOf(stack.at(-1)!)
  }
}

function isList<T>(value: unknown): value is readonly T[] {
  return Array.isArray(value)
}
