/**
 * What OCaml and F# have in common. A module's name, a capital before a dot, is
 * told from a constructor; a quote is a sign of its own, except around few characters.
 */

import { type Grammar, POP, type Step, words } from '../../grammar.ts'

export interface MlParts {
  /** Rules before all others. */
  readonly own: readonly Step[]
  readonly keywords: string
  /** Signs: operators, and marks of punctuation. */
  readonly signs: readonly Step[]
  /** What may follow the dot behind a module, beside names. */
  readonly members: readonly Step[]
}

export function mlStates({ own, keywords, signs, members }: MlParts): Grammar['states'] {
  return {
    root: [
      [/\s+/, ''],
      [/(?:true|false)\b|\(\)|\[\]/, 'bp'],
      [/[A-Z][\w']*(?=\s*\.)/, 'nn', 'path'],
      [/[A-Z][\w']*/, 'nc'],
      [/\(\*(?!\))/, 'c', 'comment'],
      ...own,
      [/[a-z_][\w']*/, words('n', { k: keywords, kt: TYPES, ow: WORD_OPERATORS })],
      ...signs,
      [/\d[\d_]{0,40}(?:.[\d_]{0,40})?[eE][-+]?\d[\d_]*/, 'mf'],
      [/0[xX][\da-fA-F][\da-fA-F_]*/, 'mh'],
      [/0[oO][0-7][0-7_]*/, 'mo'],
      [/0[bB][01][01_]*/, 'mb'],
      [/\d[\d_]*/, 'mi'],
      [/'(?:\\(?:[\\"'ntbr ]|\d{3}|x[\da-fA-F]{2})|\.)'/, 'sc'],
      [/'/, 'k'],
      [/"/, 's2', 'string'],
    ],
    comment: [
      [/[^(*)]+|\((?!\*)|\*(?!\))|\)/, 'c'],
      [/\(\*/, 'c', 'comment'],
      [/\*\)/, 'c', POP],
    ],
    string: [
      [/[^\\"]+|\\\n/, 's2'],
      [/\\(?:[\\"'ntbr]|\d{3}|x[\da-fA-F]{2})/, 'se'],
      [/"/, 's2', POP],
    ],
    path: [
      [/\s+/, ''],
      [/\./, 'p'],
      [/[A-Z][\w']*(?=\s*\.)/, 'nn'],
      [/[A-Z][\w']*/, 'nc', POP],
      [/[a-z_][\w']*/, 'n', POP],
      ...members,
    ],
  }
}

const TYPES = 'array bool char float int list string unit'
const WORD_OPERATORS = 'asr land lor lsl lxor mod'
