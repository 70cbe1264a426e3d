/** HTML, with the scripts and style sheets in it. */

import { goto, ifAhead, POP, push, type Rule } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { MARKUP_STATES } from './shared/markup.ts'

const NAME_START = '[\\p{L}_:]'

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
    root: [
      [/[^<&]+/, ''],
      [/&[^\s;]{1,100};/, 'ni'],
      [/<!doctype[^>]*>/i, 'cp'],
      [/<!\[CDATA\[/, ifAhead(']]>', 'cp'), 'data'],
      [/<!--/, 'c', 'comment'],
      [/<\?/, ifAhead('?>', 'cp'), 'instruction'],
      [/<script\s*/, 'nt', push('script', 'tag')],
      [/<style\s*/, 'nt', push('style', 'tag')],
      [/<\/?/, 'nt', push('tag', 'tagName')],
    ],
    comment: [
      [/[^->]+/, 'c'],
      [/-->/, 'c', POP],
      [/(?<=<!--)>|[->]/, 'c'],
    ],
    tagName: [
      [/\s+/, ''],
      [new RegExp(`${NAME_START}[\\p{L}\\p{N}:._-]*`, 'u'), 'nt', POP],
      [/(?:)/, '', POP],
    ],
    tag: [
      [/\s+/, ''],
      [/[\p{L}_:[\]()*.-][\p{L}\p{N}_:[\]()*.-]*\s*=\s*/u, 'na', 'value'],
      [/[\p{L}_:#*.-][\p{L}\p{N}_:#*.-]*/u, 'na'],
      [/\/?\s*>/, 'nt', POP],
    ],
    doubleQuotes: [
      [/[^"]+/, 's'],
      [/"/, 's', POP],
    ],
    singleQuotes: [
      [/[^']+/, 's'],
      [/'/, 's', POP],
    ],
    value: [
      // A quote may be closed in a later piece of the text, as between the marks of ERB.
      [/"/, 's', goto('doubleQuotes')],
      [/'/, 's', goto('singleQuotes')],
      [/[^\s>]+/, 's', POP],
    ],
    script: [[/(?:)/, { language: 'javascript', fresh: true }, goto('scriptText')]],
    scriptText: embedded('javascript', 'script'),
    style: [[/(?:)/, { language: 'css', fresh: true }, goto('styleText')]],
    styleText: embedded('css', 'style'),
  },
})

export default html
