/** BibTeX (the format of its entries). What stands outside of an entry is a comment. */

import { goto, POP, push, type Step } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAME = /[^\d\s"#%'(),={}][^\s"#%'(),={}]*/

const close: Step = [/[})]/, 'p', POP]

const bibtex: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/@comment\b.*/i, 'c'],
      [/(@preamble)(\s*)([{(])/i, ['nc', '', 'p'], push('entry', 'value')],
      [/(@string)(\s*)([{(])/i, ['nc', '', 'p'], 'entry'],
      [/(@[A-Za-z]\w*)(\s*)([{(])(\s*)([^\s,}]+)/, ['nc', '', 'p', '', 'nl'], 'key'],
      [/[^@\s].*/, 'c'],
    ],
    key: [
      [/\s+/, ''],
      [/,/, 'p', goto('entry')],
      [/(?:)/, '', goto('spoilt')],
    ],
    // Behind a mistake all is wrong up to the end of the entry.
    spoilt: [[/\s+/, ''], close],
    entry: [[/\s+/, ''], [/,/, 'p'], close, [/[A-Za-z_][\w:-]*/, 'na', 'field']],
    field: [
      [/\s+/, ''],
      [/=/, 'p', goto('value')],
    ],
    value: [
      [/\s+/, ''],
      [/(?=[,})])/, '', POP],
      [/#/, 'p'],
      [/\d+/, 'm'],
      [NAME, 'nv'],
      [/\{/, 's', 'braces'],
      [/"/, 's', 'quotes'],
      [/(?:)/, '', { pop: 2, push: ['spoilt'] }],
    ],
    braces: [
      [/\{/, 's', 'braces'],
      [/\}/, 's', POP],
      [/[^{}]+/, 's'],
    ],
    quotes: [
      [/"/, 's', POP],
      [/\{/, 's', 'braces'],
      [/[^"{]+/, 's'],
    ],
  },
})

export default bibtex
