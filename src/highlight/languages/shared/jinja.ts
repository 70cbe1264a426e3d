/** What Jinja and Twig have in common: HTML with statements, expressions and comments between their marks. */

import { type Grammar, ifAhead, POP, type Step, type Words } from '../../grammar.ts'

const values: readonly Step[] = [
  [/\s+/, ''],
  [/"[^"\\\n]*(?:\\.[^"\\\n]*){0,200}"/, 's2'],
  [/'[^'\\\n]*(?:\\.[^'\\\n]*){0,200}'/, 's1'],
  [/(\|\s*)([A-Za-z_]\w*)/, ['o', 'nf']],
  [/[()[\],]/, 'p'],
  [/[-+]?(?=[%}]\})|\/\/|\*\*|[=!<>]=|[-+*/=<>|]/, 'o'],
]

/** `words` mean something in statements only. */
export function jinjaStates(words: Words): Grammar['states'] {
  return {
    root: [
      [/\{#/, ifAhead('#}', 'c'), 'comment'],
      [/(\{%-?)(\s*)(raw|verbatim)(\s*)(-?%\})/, ['cp', '', 'k', '', 'cp'], 'raw'],
      [/\{%/, 'cp', 'statement'],
      [/\{\{/, 'cp', 'expression'],
      [/(?:[^{]|\{(?![{%#]))+|\{/, { language: 'html' }],
    ],
    comment: [
      [/#\}/, 'c', POP],
      [/[^#]+|#/, 'c'],
    ],
    raw: [
      [/(\{%-?)(\s*)(endraw|endverbatim)(\s*)(-?%\})/, ['cp', '', 'k', '', 'cp'], POP],
      [/[^{]+|\{/, ''],
    ],
    statement: [[/%\}/, 'cp', POP], [/\w+\./, 'nv'], [/\w+/, words], ...values],
    expression: [[/\}\}/, 'cp', POP], ...values, [/\w+\.?/, 'nv']],
  }
}
