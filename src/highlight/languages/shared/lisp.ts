/** What Scheme and Racket have in common: what stands first in parentheses is a function or a word of the language. */

import { goto, POP, type Rule, type Step, type Words } from '../../grammar.ts'

export interface LispParts {
  /** Rules before all others. */
  readonly own: readonly Step[]
  /** Names, the whole of one. */
  readonly name: RegExp
  readonly words: Words
  readonly brackets: { readonly open: RegExp; readonly close: RegExp }
  /** Rules for signs and for what is quoted. */
  readonly signs: readonly Step[]
  /** Rules that come before a name at the beginning of parentheses. */
  readonly first: readonly Rule[]
}

export function lispStates({
  own,
  name,
  words,
  brackets,
  signs,
  first,
}: LispParts): Record<string, readonly Step[]> {
  return {
    root: [
      [/\s+/, ''],
      [/;.*/, 'c1'],
      ...own,
      [/-?\d+\.\d+/, 'mf'],
      [/-?\d+/, 'mi'],
      [/#b[01]+/i, 'mb'],
      [/#o[0-7]+/i, 'mo'],
      [/#d\d+/i, 'mi'],
      [/#x[\da-f]+/i, 'mh'],
      [/#[ei][\d.]+/, 'mx'],
      [/"(?=[^"]*")/, 's', 'string'],
      [/#\\(?:[A-Za-z0-9]+|[!-+\-./<=>?@\\\]^_`|~ ])/, 'sc'],
      ...signs,
      [brackets.open, 'p', 'first'],
      [brackets.close, 'p'],
      [name, 'nv'],
    ],
    string: [
      [/[^"\\]+|\\[\s\S]?/, 's'],
      [/"/, 's', POP],
    ],
    first: [...first, [name, words, POP], [/(?:)/, '', goto('root')]],
  }
}
