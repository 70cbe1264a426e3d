/**
 * With which characters a match of a pattern can begin.
 *
 * A lexer asks only the rules that can match where it stands. So the answer may
 * hold too much, but never too little: what is not understood may be anything.
 */

/** One flag for each character of ASCII, and the last one for all others. */
export type FirstCharacters = readonly boolean[]

/** Where the flag for all that is not ASCII stands. */
export const OTHERS = 128

interface Part {
  readonly first: boolean[]
  /** It can match nothing, so what follows it counts too. */
  readonly nullable: boolean
}

export function firstCharacters({ source, flags }: RegExp): FirstCharacters {
  const reader = new PatternReader(source)
  const { first, nullable } = reader.alternatives()
  if (nullable || reader.isLost) return filled(true)
  return flags.includes('i') ? bothCases(first) : first
}

class PatternReader {
  readonly #source: string
  #place = 0
  isLost = false

  constructor(source: string) {
    this.#source = source
  }

  alternatives(): Part {
    let whole = this.#sequence()
    while (this.#skip('|')) {
      const other = this.#sequence()
      whole = { first: union(whole.first, other.first), nullable: whole.nullable || other.nullable }
    }
    return whole
  }

  #sequence(): Part {
    let first = filled(false)
    let nullable = true
    while (this.#place < this.#source.length && !'|)'.includes(this.#source[this.#place]!)) {
      const part = this.#quantified(this.#atom())
      if (nullable) first = union(first, part.first)
      nullable &&= part.nullable
    }
    return { first, nullable }
  }

  #quantified(part: Part): Part {
    const [quantifier] = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.#rest()) ?? ['']
    this.#place += quantifier.length
    return /^(?:[*?]|\{0)/.test(quantifier) ? { ...part, nullable: true } : part
  }

  #atom(): Part {
    if (this.#skip('(')) return this.#group()
    if (this.#skip('[')) return { first: this.#characterClass(), nullable: false }
    if (this.#skip('^') || this.#skip('$')) return NOTHING
    if (this.#skip('\\')) return this.#escape()
    if (this.#skip('.')) return { first: filled(true), nullable: false }
    return { first: only(this.#source[this.#place++]!), nullable: false }
  }

  #group(): Part {
    const [opening] = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.#rest()) ?? ['']
    this.#place += opening.length
    const inside = this.alternatives()
    if (!this.#skip(')')) this.isLost = true
    return /[=!]$/.test(opening) ? NOTHING : inside
  }

  #escape(): Part {
    const [found] = /^(?:[bB]|k<\w+>|[1-9]\d*)/.exec(this.#rest()) ?? []
    if (found === undefined) return { first: this.#escapedCharacter(), nullable: false }
    this.#place += found.length
    return /^[bB]/.test(found) ? NOTHING : { first: filled(true), nullable: true }
  }

  #characterClass(): boolean[] {
    const negated = this.#skip('^')
    let first = filled(false)
    while (!this.#skip(']')) {
      if (this.#place >= this.#source.length) {
        this.isLost = true
        break
      }
      first = union(first, this.#range())
    }
    if (!negated) return first
    const rest = first.map((flag) => !flag)
    rest[OTHERS] = true
    return rest
  }

  #range(): boolean[] {
    const from = this.#member()
    if (!/^-[^\]]/.test(this.#rest())) return from
    this.#place++
    const low = from.indexOf(true)
    const to = this.#member()
    const high = to.lastIndexOf(true)
    // Next to a class such as `\\d` the hyphen is itself.
    const isRange = low === from.lastIndexOf(true)
    const between = from.map((_, code) => code >= low && code <= high)
    return isRange ? union(between, to) : union(union(from, to), only('-'))
  }

  #member(): boolean[] {
    return this.#skip('\\') ? this.#escapedCharacter(true) : only(this.#source[this.#place++]!)
  }

  #escapedCharacter(inClass = false): boolean[] {
    const sign = this.#source[this.#place++] ?? ''
    const known = CLASSES.get(sign)
    if (known)
      return filled(false).map((_, code) =>
        code === OTHERS ? known.others : known.pattern.test(String.fromCharCode(code)),
      )
    if (sign === 'b' && inClass) return only('\b')
    const control = CONTROLS.get(sign)
    if (control !== undefined) return only(control)
    if (!/[pPxuc]/.test(sign)) return only(sign)
    const [rest] = /^(?:\{[^}]*\}|[\da-fA-F]{4}|[\da-fA-F]{2}|[A-Z])/.exec(this.#rest()) ?? ['']
    this.#place += rest.length
    return filled(true)
  }

  #rest(): string {
    return this.#source.slice(this.#place, this.#place + 80)
  }

  #skip(sign: string): boolean {
    if (this.#source[this.#place] !== sign) return false
    this.#place++
    return true
  }
}

const CLASSES: ReadonlyMap<string, { readonly pattern: RegExp; readonly others: boolean }> =
  new Map([
    ['d', { pattern: /\d/, others: false }],
    ['D', { pattern: /\D/, others: true }],
    ['w', { pattern: /\w/, others: false }],
    ['W', { pattern: /\W/, others: true }],
    ['s', { pattern: /\s/, others: true }],
    ['S', { pattern: /\S/, others: true }],
  ])

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
])

const NOTHING: Part = { first: filled(false), nullable: true }

function filled(flag: boolean): boolean[] {
  return new Array<boolean>(OTHERS + 1).fill(flag)
}

function only(character: string): boolean[] {
  const first = filled(false)
  first[Math.min(character.charCodeAt(0), OTHERS)] = true
  return first
}

function union(one: readonly boolean[], other: readonly boolean[]): boolean[] {
  return one.map((flag, code) => flag || other[code]!)
}

/** Two letters outside of ASCII count as a `k` and an `s` where case does not. */
function bothCases(first: readonly boolean[]): boolean[] {
  const isHeld = (character: string) => first[character.charCodeAt(0)]
  return first.map((flag, code) => {
    if (flag || code === OTHERS) return true
    const character = String.fromCharCode(code)
    return Boolean(isHeld(character.toLowerCase()) || isHeld(character.toUpperCase()))
  })
}
