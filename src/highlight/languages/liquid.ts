/**
 * Liquid, as Jekyll and Shopify write it.
 *
 * The text between tags is plain, whatever language it is in. A tag's name
 * decides how its arguments are read: as a condition, as a value with filters,
 * or as words and attributes of a tag that anybody may have made.
 */

import { goto, POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const liquid: Language = language({
  states: {
    root: [
      [/[^{]+/, ''],
      [/(\{%-?)(\s*)(comment)(\s*)(-?%\})/, ['p', 'w', 'nt', 'w', 'p'], 'comment'],
      [/(\{%-?)(\s*)(raw)(\s*)(-?%\})/, ['p', 'w', 'nt', 'w', 'p'], 'raw'],
      [/(\{%-?)(\s*)/, ['p', 'w'], 'tag'],
      [/(\{\{-?)(\s*)/, ['p', 'w'], 'output'],
      [/\{/, ''],
    ],
    comment: [
      [/[^{]+/, 'c'],
      [/(\{%-?)(\s*)(endcomment)(\s*)(-?%\})/, ['p', 'w', 'nt', 'w', 'p'], POP],
      [/\{/, 'c'],
    ],
    raw: [
      [/[^{]+/, ''],
      [/(\{%-?)(\s*)(endraw)(\s*)(-?%\})/, ['p', 'w', 'nt', 'w', 'p'], POP],
      [/\{/, ''],
    ],
    output: [[/-?\}\}/, 'p', POP], [/\|/, 'p', 'filter'], 'value'],

    tag: [
      'end',
      [/(?:if|unless|elsif)\b/, 'kr', goto('condition')],
      [/(?:case|when)\b/, 'kr', goto('case')],
      [/(?:else|endif|endunless|endcase)(?=\s*-?%\})/, 'kr', goto('plain')],
      [/(assign)(\s+)([^\s=|]+)(\s*)(=)/, ['nt', 'w', 'nv', 'w', 'o'], goto('assigned')],
      [/(capture|increment|decrement)(\s+)([^\s%]+)/, ['nt', 'w', 'nv'], goto('plain')],
      [
        /(for|tablerow)(\s+)([\w-]+)(\s+)(in)(\s+)(\([^\s)]*\)|[^\s"'%]+(?![^\s%]))/,
        ['nt', 'w', 'nv', 'w', 'nt', 'w', 'nv'],
        goto('attributes'),
      ],
      [
        /(for|tablerow)(\s+)([\w-]+)(\s+)(in)(?=\s)/,
        ['nt', 'w', 'nv', 'w', 'nt'],
        goto('attributes'),
      ],
      [/echo\b/, 'nt', goto('assigned')],
      [/(include|render|cycle)(\s+)/, ['nt', 'w'], goto('variables')],
      [/([^\s%]+)(\s*)/, ['nt', 'w'], goto('attributes')],
    ],
    plain: ['end', [/[ \t]+/, 'w']],
    end: [[/-?%\}/, 'p', POP]],

    condition: ['end', [/(?:and|or|contains)\b/, 'ow'], [/[!=]=|<>|[<>]=?/, 'o'], 'value'],
    case: ['end', [/,/, 'err'], 'value'],
    assigned: ['end', [/\|/, 'p', 'filter'], [/[!=]=|<>|[<>]=?/, 'o'], 'value'],
    /** Bare words are names of variables, unless they are paths. */
    variables: [
      [/(?:nil|true|false)(?![^\s,%])/, 'kc'],
      [/(?:with|for)(?=\s)/, 'nt', 'variable'],
      [/[A-Za-z_][\w-]*\??(?![\w?-]|[^\s,%]*\.|\s*[:=])/, 'nv'],
      [/([A-Za-z_][\w-]*)(\s*)([:=])(?=[ \t]*[A-Za-z_])/, ['na', 'w', 'o'], 'givenVariable'],
      'attributes',
    ],
    attributes: [
      'end',
      [/(\{\{-?)(\s*)/, ['p', 'w'], 'output'],
      [/\b(?:with|for)\b(?=\s)/, 'nt', 'variable'],
      [/\breversed\b/, 'na'],
      [/([A-Za-z_][\w-]*)(\s*)([:=])(?=[ \t]*[A-Za-z_])/, ['na', 'w', 'o'], 'given'],
      [/([A-Za-z_][\w-]*)(\s*)([:=])/, ['na', 'w', 'o']],
      'literals',
      [/[ \t]+/, 'w'],
      [/[:,]/, 'p'],
      [/-/, 'o'],
      [/[^\s%"'{,]+,?/, ''],
      [/[{%]/, ''],
    ],
    variable: [
      [/[ \t]+/, 'w'],
      [/[\w-]+/, 'nv', POP],
      [/(?=[\s\S])/, '', POP],
    ],
    givenVariable: [
      [/[ \t]+/, 'w'],
      [/(?!(?:nil|true|false)\b)[\w-]+(?![^\s,%])/, 'nv', POP],
      'given',
    ],
    given: [
      [/[ \t]+/, 'w'],
      [/(?:nil|true|false)(?![^\s,%])/, 'kc', POP],
      [/[^\s%]+/, '', POP],
    ],

    filter: [
      [/[ \t]+/, 'w'],
      [/[\w-]+/, 'nf', goto('arguments')],
      [/(?=[\s\S])/, '', POP],
    ],
    arguments: [
      [/(?=-?\}\}|-?%\}|\|)/, '', POP],
      [/([A-Za-z_][\w-]*)(:)/, ['na', 'o']],
      [/[:,]/, 'p'],
      'value',
    ],
    value: [
      [/[ \t]+/, 'w'],
      'literals',
      [/(?:nil|true|false)\b(?![-?])/, 'kc'],
      [/(?:empty|blank)\b(?![-?])/, 'nb'],
      [/(?:forloop|tablerowloop)\.[\w-]+/, 'nb'],
      [/\.(?=first\b|last\b|size\b)/, 'p', 'property'],
      [/[.,[\]]/, 'p'],
      [/-(?=\d)/, 'o'],
      [/[A-Za-z_][\w-]*\??/, 'nv'],
    ],
    property: [[/\w+/, 'nf', POP]],
    literals: [
      [/"[^"]*"/, 's2'],
      [/'[^']*'/, 's1'],
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'mi'],
    ],
  },
})

export default liquid
