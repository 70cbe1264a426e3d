/** The DOT language of Graphviz (its documentation). */

import { POP, type Step, slashComments, wordsInAnyCase } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = wordsInAnyCase('nv', { k: 'digraph edge graph node strict subgraph' })

const tokens: readonly Step[] = [
  [/\s+/, ''],
  'comments',
  [/#.*/, 'c1'],
  [/[A-Za-z_]\w*(?=\s*=)/, 'n'],
  [/[A-Za-z_]\w*/, NAMES],
  [/\d*\.\d+/, 'mf'],
  [/\d+/, 'mi'],
  [/"/, 's2', 'string'],
  [/</, 'p', 'html'],
  [/->|--/, 'o'],
  [/[:;=]/, 'p'],
]

const dot: Language = language({
  states: {
    ...slashComments(),
    root: [...tokens, [/[{}]/, 'p'], [/\[/, 'o', 'attributes']],
    attributes: [...tokens, [/,/, 'p'], [/\]/, 'o', POP]],
    string: [
      [/"/, 's2', POP],
      [/[^"\\]+|\\[\s\S]?/, 's2'],
    ],
    html: [
      [/>/, 'p', POP],
      [/<[^<>]*>|[^<>]+/, { language: 'html' }],
    ],
  },
})

export default dot
