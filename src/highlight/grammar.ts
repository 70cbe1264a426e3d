/**
 * How a language's table is written: states, each a list of rules.
 *
 * In a state the first rule that matches at the current place counts. It says
 * what the matched text is, and which state comes next. A text that no rule
 * knows becomes `err`, one character at a time, and the state stays.
 */

import type { TokenClass } from './tokens.ts'

export interface Grammar<Memory = undefined> {
  /** Lexing begins in `root`. */
  readonly states: Readonly<Record<string, readonly Step<Memory>[]>>
  /** What actions remember from rule to rule; made anew for each text. */
  readonly memory?: (options: ReadonlyMap<string, string>) => Memory
}

/** A rule, or the name of a state whose rules stand here too. */
export type Step<Memory = undefined> = Rule<Memory> | string

/**
 * `^` and `$` in a pattern are the ends of a line. Within one text a pattern
 * should look at each character a bounded number of times.
 */
export type Rule<Memory = undefined> = readonly [
  pattern: RegExp,
  emit: Emit<Memory>,
  next?: Next | string,
]

/**
 * What becomes of the matched text: one token, a class for each group (the
 * groups being all of the text, in order), a look-up, text of another
 * language, or what a function does with it.
 */
export type Emit<Memory = undefined> =
  | TokenClass
  | readonly (TokenClass | Nested | Words)[]
  | Words
  | Nested
  | Action<Memory>

/** Classes of words, and the class of those that are not listed. */
export interface Words {
  readonly words: ReadonlyMap<string, TokenClass>
  readonly otherwise: TokenClass
}

/** Another language's text. Pieces of one language are one text to its lexer. */
export interface Nested {
  readonly language: string
  /** Forget what came before. */
  readonly fresh?: boolean
  /** Class of the whole text where nobody knows the language; plain text if left out. */
  readonly otherwise?: TokenClass
}

/** Emits all of `match[0]`, or returns false having done nothing: then the next rule is tried. */
export type Action<Memory = undefined> = (run: Run<Memory>, match: readonly string[]) => unknown

/** Leaves as many states as `pop` says, though never the first; then enters those of `push`. */
export interface Next {
  readonly pop: number
  readonly push: readonly string[]
}

/** What an action can see and do. */
export interface Run<Memory = undefined> {
  readonly memory: Memory
  /** The whole text, and where the match begins in it. */
  readonly text: string
  readonly position: number
  /** The states, innermost last. */
  readonly stack: readonly string[]
  token(name: TokenClass, text: string): void
  /** Whether `mark` stands in the text from here on. Asking often costs no more than asking once. */
  isAhead(mark: string): boolean
  /** Hands text to another language. */
  nest(nested: Nested, text: string): void
  go(next: Next | string): void
}

export const POP: Next = { pop: 1, push: [] }

export function pop(count: number): Next {
  return { pop: count, push: [] }
}

/** Enters several states, the last one innermost. A single one is written as its name. */
export function push(...states: readonly string[]): Next {
  return { pop: 0, push: states }
}

/** Leaves this state for others. */
export function goto(...states: readonly string[]): Next {
  return { pop: 1, push: states }
}

/** `words('n', { k: 'if else', kt: 'int' })`: words by class, and what all others are. */
export function words(
  otherwise: TokenClass,
  lists: Readonly<Partial<Record<TokenClass, string>>>,
): Words {
  return { words: wordMap(lists), otherwise }
}

/** From words by class to a class for each word. */
export function wordMap(
  lists: Readonly<Partial<Record<TokenClass, string>>>,
): ReadonlyMap<string, TokenClass> {
  return new Map(
    Object.entries(lists).flatMap(([name, list]) =>
      // The keys are what the type says.
      list
        .trim()
        .split(/\s+/)
        .map((word) => [word, name as TokenClass] as const),
    ),
  )
}

/** One token of the class of that word, where the word is listed. */
export function ifListed<Memory>(
  lists: Readonly<Partial<Record<TokenClass, string>>>,
): Action<Memory> {
  const classes = wordMap(lists)
  return (run, [word]) => {
    const name = classes.get(word!)
    return name === undefined ? false : run.token(name, word!)
  }
}

/** One token of the class of that word, in capitals or not; lists are in small letters. */
export function wordsInAnyCase<Memory>(
  otherwise: TokenClass,
  lists: Readonly<Partial<Record<TokenClass, string>>>,
): Action<Memory> {
  const classes = wordMap(lists)
  return (run, [word]) => run.token(classes.get(word!.toLowerCase()) ?? otherwise, word!)
}

/**
 * One token, where what ends it is still to come. A pattern that looks for the
 * end itself would read the rest of the text again at each beginning without one.
 */
export function ifAhead<Memory>(mark: string, name: TokenClass): Action<Memory> {
  return (run, [text]) => (run.isAhead(mark) ? run.token(name, text!) : false)
}

/** Comments as C has them: a rule for each kind, and the state of the longer ones. */
export function slashComments<Memory>(): {
  readonly comments: readonly Step<Memory>[]
  readonly comment: readonly Step<Memory>[]
} {
  return {
    comments: [
      [/\/\/.*/, 'c1'],
      [/\/\*/, ifAhead('*/', 'cm'), 'comment'],
    ],
    comment: [
      [/[^*]+|\*+(?!\/)/, 'cm'],
      [/\*\//, 'cm', POP],
    ],
  }
}
