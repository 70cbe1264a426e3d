/** SCSS, the syntax of Sass with braces. */

import { ifAhead, POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { SASS_STATES } from './shared/sass.ts'

const scss: Language = language({
  states: {
    ...SASS_STATES,
    root: [
      [/\s+/, ''],
      [/\/\/[^\n]*/, 'c1'],
      [/\/\*/, ifAhead('*/', 'cm'), 'comment'],
      [/[{};]/, 'p'],
      'statements',
      [/(?=[^&:;{}[][^:;{}[]*:(?![a-z]))/, '', 'property'],
      [/(?:)/, '', 'selector'],
    ],
    selector: [[/\s+/, ''], [/[{};]/, 'p', POP], 'selectors'],
    comment: [
      [/[^*]+/, 'cm'],
      [/\*\//, 'cm', POP],
      [/\*/, 'cm'],
    ],
    value: [[/\n/, ''], [/[;{}]/, 'p', POP], 'values'],
  },
})

export default scss
