/** ERB: HTML with Ruby between its marks. Each is one text, whatever stands between its pieces. */

import { POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const erb: Language = language({
  states: {
    root: [
      [/<%#[\s\S]*?%>/, 'c'],
      [/<%[=%-]?/, 'cp', 'ruby'],
      [/(?:[^<]|<(?!%))+/, { language: 'html' }],
    ],
    ruby: [
      [/-?%>/, 'cp', POP],
      [/(?:[^%-]|-(?!%>)|%(?!>))+/, { language: 'ruby' }],
    ],
  },
})

export default erb
