/** Gherkin (its reference): steps and tables, in any of its languages. */

import { goto, POP, type Step } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { EXAMPLES, FEATURES, SCENARIOS, STEPS } from './shared/gherkin-words.ts'

/** Any of the words, the longest first. */
function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[*?.]/g, '\\$&'))
    .join('|')
}

/** A step that does not end with a blank ends where a word does, or where one begins. */
const steps = anyOf(STEPS).replace(/[^\s|](?=\||$)/gu, (last) =>
  /\p{L}|\p{M}/u.test(last) ? `${last}(?![\\p{L}\\p{M}\\p{N}_])` : `${last}(?=[\\p{L}\\p{N}_])`,
)
/** A line up to its first colon. */
const HEAD = /(?=[^\s#@|][^\n:]{0,400}:)/

const comment: Step = [/#.*/, 'c']

/** Text behind a head; what does not end with a line is an error. */
const prose: readonly Step[] = [[/\s+/, ''], [HEAD, '', POP], comment, [/[^#\n]+(?=[^\n]*\n)/, '']]

const gherkin: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      comment,
      [/"""/, 's', 'document'],
      [/@\S+/, 'nt'],
      [new RegExp(`(${anyOf(FEATURES)})(:)`), ['kd', 'p'], 'prose'],
      [new RegExp(`(${anyOf(SCENARIOS)})(:)`), ['kn', 'p'], 'scenario'],
      [new RegExp(`(${anyOf(EXAMPLES)})(:)`), ['nn', 'p'], 'examples'],
      [/[^\s:|@][^\n:]{0,400}(?=:)/, 'err'],
      [new RegExp(steps, 'u'), 'nf', 'step'],
      [/\|/, 'p', 'header'],
      [/:/, 'p'],
    ],
    prose,
    scenario: [[/\s+/, ''], [new RegExp(`(?=${steps})`, 'u'), '', POP], ...prose],
    examples: [[/\s+/, ''], [/(?=\|)/, '', POP], ...prose],
    step: [
      [/\n/, '', POP],
      comment,
      [/"[^"\n]*"/, 's'],
      [/<[^>\n]{1,300}>/, 'nv'],
      [/[^\S\n]+|[^\s<"][^\s<]*|["<]/, ''],
    ],
    header: [
      [/\n\s*/, '', goto('table', 'row')],
      [/[^\S\n]+/, ''],
      [/\|/, 'p'],
      [/[^\s|]+/, 'nv'],
    ],
    table: [
      [/\s+/, ''],
      [/\|/, 'p', 'row'],
      [/(?:)/, '', POP],
    ],
    row: [[/\n/, '', POP], [/[^\S\n]+/, ''], comment, [/\|/, 'p'], [/[^\s|]+/, 'n']],
    document: [
      [/"""/, 's', POP],
      [/[^"]+|"/, 's'],
    ],
  },
})

export default gherkin
