/**
 * GraphQL: operations, and the types of a schema.
 *
 * The states follow the grammar's brackets. A description before a definition
 * is Markdown where its marks stand on lines of their own; elsewhere, and in
 * directives of types, quotes are errors.
 */

import { type Action, goto, POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const TYPES = words('n', { nb: 'Boolean Float ID Int String' })
const VALUES = words('n', { kc: 'true false null' })

/** It begins where a line ends and ends where one begins; any other mark is an error. */
const beginDescription: Action = (run, [, mark = '', space = '']) => {
  if (!run.isAhead('\n"""')) return false
  run.token('s2', mark)
  run.token('w', space)
  run.go('description')
}

const graphql: Language = language({
  states: {
    space: [
      [/\s+/, 'w'],
      [/#.*/, 'c'],
    ],
    root: [
      'space',
      [/(""")([ \t]*\n)/, beginDescription],
      [/(?:query|mutation|subscription)\b/, 'k', 'operation'],
      [/fragment\b/, 'k', 'fragment'],
      [/\{/, 'p', 'selection'],
      [/extend\b/, 'k'],
      [/(?:type|interface|schema|enum|input)\b/, 'k', 'definition'],
      [/(?:scalar)\b/, 'k', 'scalar'],
      [/union\b/, 'k', 'union'],
      [/!/, 'p'],
      [/[^\s{#"!]+/, 'err'],
      [/"/, 'err'],
    ],
    description: [
      [/(\n)(""")/, ['w', 's2'], POP],
      [/(?:[^\n]|\n(?!"""))+/, { language: 'markdown', fresh: true }],
    ],

    operation: [
      'space',
      [/\{/, 'p', goto('selection')],
      [/@\w+/, 'k'],
      [/\(/, 'p', 'variables'],
      [/\w+/, 'n'],
    ],
    fragment: [
      'space',
      [/\{/, 'p', goto('selection')],
      [/on\b/, 'k'],
      [/@\w+/, 'k'],
      [/\(/, 'p', 'arguments'],
      [/\w+/, 'n'],
    ],
    variables: [
      'space',
      [/\)/, 'p', POP],
      [/\$\w+/, 'nv'],
      [/(=)(\s*)/, ['p', 'w'], 'value'],
      [/[:,![\]]/, 'p'],
      [/[A-Za-z_]\w*/, TYPES],
    ],
    selection: [
      'space',
      [/\}/, 'p', POP],
      [/\{/, 'p', 'selection'],
      [/(\.\.\.)(\s*)(on)\b/, ['p', 'w', 'k']],
      [/\.\.\./, 'p'],
      [/@\w+/, 'k'],
      [/\(/, 'p', 'arguments'],
      [/[:,]/, 'p'],
      [/[A-Za-z_]\w*/, 'n'],
    ],
    arguments: [
      'space',
      [/\)/, 'p', POP],
      [/(\w+)(\s*)(:)(\s*)/, ['n', 'w', 'p', 'w'], 'value'],
      [/,/, 'p'],
    ],
    value: [
      'space',
      [/-?\d+(?:\.\d+(?:[eE][-+]?\d+)?|[eE][-+]?\d+)/, 'mf', POP],
      [/-?\d+/, 'mi', POP],
      [/"""/, 's2', goto('block')],
      [/"(?:[^"\\\n]|\\.)*"/, 's2', POP],
      [/\$\w+/, 'nv', POP],
      [/\[/, 'p', goto('list')],
      [/\{/, 'p', goto('object')],
      [/[A-Za-z_]\w*/, VALUES, POP],
      [/(?=[\s\S])/, '', POP],
    ],
    block: [
      [/[^"]+/, 's2'],
      [/"""/, 's2', POP],
      [/"/, 's2'],
    ],
    list: ['space', [/\]/, 'p', POP], [/,/, 'p'], [/(?=[^\s#])/, '', 'value']],
    object: ['space', [/\}/, 'p', POP], [/,/, 'p'], [/(\w+)(\s*)(:)/, ['n', 'w', 'p'], 'value']],

    definition: [
      'space',
      [/\{/, 'p', goto('fields')],
      [/implements\b/, 'k'],
      [/\(/, 'p', 'directive'],
      [/\w+/, 'n'],
    ],
    directive: ['space', [/\)/, 'p', POP], [/[:,]/, 'p'], [/\w+/, 'n']],
    fields: [
      'space',
      [/\}/, 'p', POP],
      [/\(/, 'p', 'parameters'],
      [/:/, 'p', 'type'],
      [/[,![\]]/, 'p'],
      [/[A-Za-z_]\w*/, 'n'],
    ],
    type: ['space', [/\[/, 'p'], [/[A-Za-z_]\w*/, TYPES, POP], [/(?=[\s\S])/, '', POP]],
    parameters: [
      'space',
      [/\)/, 'p', POP],
      [/(=)(\s*)/, ['p', 'w'], 'value'],
      [/:/, 'p', 'type'],
      [/[,![\]]/, 'p'],
      [/[A-Za-z_]\w*/, 'n'],
    ],
    scalar: ['space', [/\w+/, 'n', POP]],
    union: [
      [/(\s*)(\w+)(\s*)(=)(\s*)(\w+)/, ['w', 'n', 'w', 'p', 'w', 'n'], goto('members')],
      [/(\s*)(\w+)(\s*)(=)(\s*)/, ['w', 'n', 'w', 'p', 'w'], goto('members')],
      'space',
      [/\w+/, 'n', POP],
    ],
    members: [
      [/(\s*)(\|)(\s*)(\w+)/, ['w', 'p', 'w', 'n']],
      [/(?=[\s\S])/, '', POP],
    ],
  },
})

export default graphql
