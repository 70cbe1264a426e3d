/**
 * With which characters a match of a pattern can begin.
 *
 * A lexer asks only the rules that can match where it stands. So the answer may
 * hold too much, but never too little: what is not understood may be anything.
 */

/** A set of characters: a bit for each of ASCII, and one for all others. */
export type FirstCharacters = bigint

/** The bit for all that is not ASCII. */
export const OTHERS = 128

const NONE = 0n
const ALL = (1n << BigInt(OTHERS + 1)) - 1n

interface Part {
  readonly first: FirstCharacters
  /** It can match nothing, so what follows it counts too. */
  readonly nullable: boolean
}

export function firstCharacters({ source, flags }: RegExp): FirstCharacters {
  const reader = new PatternReader(source)
  const { first, nullable } = reader.alternatives()
  if (nullable || reader.isLost) return ALL
  return flags.includes('i') ? bothCases(first) : first
}

/** `bit` is a character's code, at most `OTHERS`. */
export function isAmong(characters: FirstCharacters, bit: number): boolean {
  return ((characters >> BigInt(bit)) & 1n) === 1n
}

class PatternReader {
  readonly #source: string
  #place = 0
  isLost = false

  constructor(source: string) {
    this.#source = source
  }

  alternatives(): Part {
    let { first, nullable } = this.#sequence()
    while (this.#skip('|')) {
      const other = this.#sequence()
      first |= other.first
      nullable ||= other.nullable
    }
    return { first, nullable }
  }

  #sequence(): Part {
    let first = NONE
    let nullable = true
    while (this.#place < this.#source.length && !'|)'.includes(this.#source[this.#place]!)) {
      const part = this.#quantified(this.#atom())
      if (nullable) first |= part.first
      nullable &&= part.nullable
    }
    return { first, nullable }
  }

  #quantified(part: Part): Part {
    const quantifier = this.#read(QUANTIFIER) ?? ''
    return /^(?:[*?]|\{0)/.test(quantifier) ? { ...part, nullable: true } : part
  }

  #atom(): Part {
    if (this.#skip('(')) return this.#group()
    if (this.#skip('[')) return { first: this.#characterClass(), nullable: false }
    if (this.#skip('^') || this.#skip('$')) return NOTHING
    if (this.#skip('\\')) return this.#escape()
    if (this.#skip('.')) return { first: ALL, nullable: false }
    return { first: this.#character(), nullable: false }
  }

  #group(): Part {
    const opening = this.#read(OPENING) ?? ''
    const inside = this.alternatives()
    if (!this.#skip(')')) this.isLost = true
    return /[=!]$/.test(opening) ? NOTHING : inside
  }

  #escape(): Part {
    const found = this.#read(PLACE_OR_REFERENCE)
    if (found === undefined) return { first: this.#escapedCharacter(), nullable: false }
    return /^[bB]/.test(found) ? NOTHING : { first: ALL, nullable: true }
  }

  #characterClass(): FirstCharacters {
    const negated = this.#skip('^')
    let first = NONE
    while (!this.#skip(']')) {
      if (this.#place >= this.#source.length) {
        this.isLost = true
        break
      }
      first |= this.#range()
    }
    return negated ? (~first & ALL) | only(OTHERS) : first
  }

  #range(): FirstCharacters {
    const from = this.#member()
    if (this.#read(RANGE) === undefined) return from
    const to = this.#member()
    // Next to a class such as `\d` the hyphen is itself.
    if (!isSingle(from)) return from | to | only(HYPHEN)
    return upTo(highest(to)) & ~(from - 1n)
  }

  #member(): FirstCharacters {
    return this.#skip('\\') ? this.#escapedCharacter(true) : this.#character()
  }

  #character(): FirstCharacters {
    return only(this.#source.charCodeAt(this.#place++))
  }

  #escapedCharacter(inClass = false): FirstCharacters {
    const sign = this.#source[this.#place++] ?? ''
    const known = CLASSES.get(sign)
    if (known !== undefined) return known
    if (sign === 'b' && inClass) return only(BACKSPACE)
    const control = CONTROLS.get(sign)
    if (control !== undefined) return only(control.charCodeAt(0))
    if (!/[pPxuc]/.test(sign)) return only(sign.charCodeAt(0))
    this.#read(OPERAND)
    return ALL
  }

  /** What the pattern, a sticky one, matches here; passed over. */
  #read(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#place
    const found = pattern.exec(this.#source)?.[0]
    this.#place += found?.length ?? 0
    return found
  }

  #skip(sign: string): boolean {
    if (this.#source[this.#place] !== sign) return false
    this.#place++
    return true
  }
}

const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y
const OPENING = /\?(?:[:=!]|<[=!]|<\w+>)/y
const PLACE_OR_REFERENCE = /[bB]|k<\w+>|[1-9]\d*/y
const RANGE = /-(?=[^\]])/y
const OPERAND = /\{[^}]*\}|[\da-fA-F]{4}|[\da-fA-F]{2}|[A-Z]/y

const BACKSPACE = 8
const HYPHEN = 0x2d

const DIGITS = asciiOf(/\d/)
const WORDS = asciiOf(/\w/)
const BLANKS = asciiOf(/\s/) | only(OTHERS)

const CLASSES: ReadonlyMap<string, FirstCharacters> = new Map([
  ['d', DIGITS],
  ['D', ALL & ~DIGITS],
  ['w', WORDS],
  ['W', ALL & ~WORDS],
  ['s', BLANKS],
  ['S', (ALL & ~BLANKS) | only(OTHERS)],
])

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
])

const NOTHING: Part = { first: NONE, nullable: true }

function only(code: number): FirstCharacters {
  return 1n << BigInt(Math.min(code, OTHERS))
}

function upTo(bit: number): FirstCharacters {
  return (1n << BigInt(bit + 1)) - 1n
}

function isSingle(characters: FirstCharacters): boolean {
  return (characters & (characters - 1n)) === 0n
}

function highest(characters: FirstCharacters): number {
  return characters.toString(2).length - 1
}

function asciiOf(pattern: RegExp): FirstCharacters {
  return gather((code) => pattern.test(String.fromCharCode(code)))
}

/** Two letters outside of ASCII count as a `k` and an `s` where case does not. */
function bothCases(first: FirstCharacters): FirstCharacters {
  const isHeld = (character: string) => isAmong(first, character.charCodeAt(0))
  const letters = gather((code) => {
    const character = String.fromCharCode(code)
    return isHeld(character.toLowerCase()) || isHeld(character.toUpperCase())
  })
  return first | letters | only(OTHERS)
}

function gather(isHeld: (code: number) => boolean): FirstCharacters {
  let characters = NONE
  for (let code = 0; code < OTHERS; code++) if (isHeld(code)) characters |= only(code)
  return characters
}
