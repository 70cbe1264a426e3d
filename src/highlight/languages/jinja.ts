/**
 * Jinja, and the templates of Django: HTML with statements, expressions and
 * comments between their marks. Words mean something in statements only.
 */

import { ifAhead, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const WORDS = words('nv', {
  k: `as autoescape block call context do else endautoescape endblock endcall endfilter endfor
    endif endmacro endset endtrans endwith extends filter for from if ignore import include macro
    missing recursive scoped set trans with without`,
  ow: 'and in is not or',
  kp: 'False None True false none true',
})

const TESTS = words('nv', {
  nb: `callable defined divisibleby equalto escaped even iterable lower mapping number odd sameas
    sequence string undefined upper`,
  kp: 'none',
})

const values: readonly Step[] = [
  [/\s+/, ''],
  [/"[^"\\\n]*(?:\\.[^"\\\n]*){0,200}"/, 's2'],
  [/'[^'\\\n]*(?:\\.[^'\\\n]*){0,200}'/, 's1'],
  [/(\|\s*)([A-Za-z_]\w*)/, ['o', 'nf']],
  [/[()[\],]/, 'p'],
  [/[-+]?(?=[%}]\})|\/\/|\*\*|[=!<>]=|[-+*/=<>|]/, 'o'],
]

const jinja: Language = language({
  states: {
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
    statement: [
      [/%\}/, 'cp', POP],
      [/(is|filter)(\s+)([A-Za-z_]\w*)/, [WORDS, '', TESTS]],
      [/[A-Za-z_]\w*(?![\w.])/, WORDS],
      ...values,
      [/[\w.]+/, 'nv'],
    ],
    expression: [[/\}\}/, 'cp', POP], ...values, [/[\w.]+/, 'nv']],
  },
})

export default jinja
