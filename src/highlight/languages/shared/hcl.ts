/**
 * What HCL and Terraform have in common. Rouge knows signs by the bracket that they
 * stand in; outside of brackets nearly all are errors.
 */

import { type Action, POP, type Step } from '../../grammar.ts'

export interface Memory {
  /** The word that ends the here-document being read. */
  documentEnd: string
}

export const newMemory = (): Memory => ({ documentEnd: '' })

const beginDocument: Action<Memory> = (run, [, sign = '', space = '', word = '']) => {
  run.memory.documentEnd = word
  run.token('o', sign)
  run.token('', space)
  run.token('no', word)
}

const endDocument: Action<Memory> = (run, [line, word]) =>
  word === run.memory.documentEnd && run.token('no', line!)

export const LITERALS: readonly Step<Memory>[] = [
  [/\d+\.\d+(?:[eE][-+]?\d+)?(?:[kK]b?|[mMgG])?/, 'mf'],
  [/\d+(?:[kKmMgG]b?)?/, 'mi'],
  [/"/, 's2', 'double'],
  [/'/, 's1', 'single'],
]

/** `words` are the rules for words, `signs` are those that mean something between brackets of a kind. */
export function hclStates(
  words: readonly Step<Memory>[],
  signs: { readonly block: RegExp; readonly list: RegExp },
): Record<string, readonly Step<Memory>[]> {
  return {
    root: [
      [/\s+/, ''],
      [/(?:#|\/\/).*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/(<<-?)([ \t]*)([A-Za-z_]\w*)/, beginDocument, 'document'],
      ...words,
      ...LITERALS,
      [/\{/, 'p', 'block'],
      [/\[/, 'p', 'list'],
    ],
    block: [[/\}/, 'p', POP], [signs.block, 'p'], 'root'],
    list: [[/\]/, 'p', POP], [signs.list, 'p'], 'root'],
    comment: [
      [/\*\//, 'cm', POP],
      [/[^*]+|\*/, 'cm'],
    ],
    document: [
      [/^[ \t]*([A-Za-z_]\w*)\n/, endDocument, POP],
      [/.+|\n/, 'sh'],
    ],
  }
}
