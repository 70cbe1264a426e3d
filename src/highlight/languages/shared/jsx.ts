/** The elements of JSX, which stand where an expression may begin. */

import { goto, POP, push, type Rule, type Step } from '../../grammar.ts'

export const JSX_ELEMENT: Rule = [/</, 'p', goto('tag', 'tagName')]

export const JSX_STATES: Readonly<Record<string, readonly Step[]>> = {
  root: [
    [/(?<![\s\S])#![^\n]*\n?/, 'cp'],
    [/(?:)/, '', goto('code', 'expression')],
  ],
  tagName: [
    [/[A-Z]\w*/, 'nc'],
    [/[a-z]\w*/, 'nt'],
    [/\./, 'p'],
    [/(?:)/, '', POP],
  ],
  tag: ['blank', [/\/>/, 'p', POP], [/>/, 'p', goto('children')], 'attributes'],
  closing: ['blank', [/>/, 'p', POP], 'attributes'],
  attributes: [
    [/[A-Za-z_][\w-]*/, 'na'],
    [/[=]/, 'p'],
    [/"[^"]*"?|'[^']*'?/, 's'],
    [/\{/, 'si', push('embedded', 'expression')],
  ],
  children: [
    [/<\//, 'p', goto('closing', 'tagName')],
    [/</, 'p', push('tag', 'tagName')],
    [/\{/, 'si', push('embedded', 'expression')],
    [/&#?\w+;/, 'ni'],
    [/[^<{&]+/, ''],
  ],
  embedded: [[/\}/, 'si', POP], [/\{/, 'p', push('braces', 'statement')], 'code'],
  braces: [[/\}/, 'p', goto('statement')], [/\{/, 'p', push('braces', 'statement')], 'code'],
}
