/** Sass in its indented syntax, where a line's end ends a value. */

import { POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { SASS_STATES } from './shared/sass.ts'

const sass: Language = language({
  states: {
    ...SASS_STATES,
    root: [
      [/\s+/, ''],
      [/\/\/[^\n]*/, 'c1'],
      [/\/\*[^\n]*\n?/, 'cm'],
      [/=[\w-]+/, 'nf', 'value'],
      [/(?<=^[ \t]*)\+[\w-]+/, 'nd', 'value'],
      [/(?<=^[ \t]*):[\w-]*/, 'na', 'value'],
      [/(@import)([ \t]+)([^\n]+)/, ['k', '', 's']],
      'statements',
      [/(?=[^\n&:[][^\n[]*?:(?![a-z]))/, '', 'property'],
      [/(?:)/, '', 'selector'],
    ],
    selector: [[/\n/, '', POP], [/[ \t\r\f\v]+/, ''], [/;/, 'o'], 'selectors'],
    value: [[/\n/, '', POP], 'values'],
  },
})

export default sass
