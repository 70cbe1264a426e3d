/** HTML, with the scripts and style sheets in it. */

import { goto, ifAhead, POP, push, type Rule } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { HTML_TAG_STATES, MARKUP_STATES } from './shared/markup.ts'

/** Text of `language` up to a closing tag. */
function embedded(name: string, tag: string): readonly Rule[] {
  return [
    [/[^<]+/, { language: name }],
    [new RegExp(`</${tag}\\s*>`), 'nt', POP],
    [/</, { language: name }],
  ]
}

const html: Language = language({
  states: {
    ...MARKUP_STATES,
    ...HTML_TAG_STATES,
    root: [
      [/[^<&]+/, ''],
      [/&[^\s;]{1,100};/, 'ni'],
      [/<!doctype[^>]*>/i, 'cp'],
      [/<!\[CDATA\[/, ifAhead(']]>', 'cp'), 'data'],
      [/<!--/, 'c', 'comment'],
      [/<\?/, ifAhead('?>', 'cp'), 'instruction'],
      [/<script\s*/, 'nt', push('script', 'tag')],
      [/<style\s*/, 'nt', push('style', 'tag')],
      [/<\//, 'nt', 'closingTag'],
      [/</, 'nt', push('tag', 'tagName')],
    ],
    comment: [
      [/[^->]+/, 'c'],
      [/-->/, 'c', POP],
      [/(?<=<!--)>|[->]/, 'c'],
    ],
    script: [[/(?:)/, { language: 'javascript', fresh: true }, goto('scriptText')]],
    scriptText: embedded('javascript', 'script'),
    style: [[/(?:)/, { language: 'css', fresh: true }, goto('styleText')]],
    styleText: embedded('css', 'style'),
  },
})

export default html
