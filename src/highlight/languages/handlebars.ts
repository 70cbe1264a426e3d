/** Handlebars and Mustache: HTML with expressions between braces. */

import { ifAhead, POP, push, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('nv', { bp: 'this', kc: 'true false' })

const handlebars: Language = language({
  states: {
    root: [
      [/\{\{!--/, ifAhead('}}', 'c'), 'comment'],
      [/\{\{!.{0,1000}?\}\}/, 'c'],
      [/\{\{else(?=[\s}])/, 'k', 'tag'],
      [/\{\{~?[#/]if\b/, 'k', 'tag'],
      [/\{\{~?[#/](?=\w)/, 'k', push('tag', 'block')],
      [/\{\{\{?(?:#~?|[~^&>/])?/, 'k', 'tag'],
      [/(?:[^{\\]|\\\{*|\{(?!\{))+/, { language: 'html' }],
    ],
    comment: [
      [/\}\}/, 'c', POP],
      [/[^}]+|\}/, 'c'],
    ],
    block: [
      [/[\w/-]+/, 'nn', POP],
      [/(?:)/, '', POP],
    ],
    tag: [
      [/~?\}\}\}?/, 'k', POP],
      [/\s+/, ''],
      [/"(?:[^"\\]|\\[\s\S]){0,300}"/, 's2'],
      [/'(?:[^'\\]|\\[\s\S]){0,300}'/, 's1'],
      [/@\w+/, 'na'],
      [/\.\.(?=[/}\s])|\.(?=\s*\})/, 'nv'],
      [/this(?=[./])/, 'nv'],
      [/[\w-]+/, NAMES],
      [/[./|()[\]]/, 'p'],
      [/=/, 'o'],
    ],
  },
})

export default handlebars
