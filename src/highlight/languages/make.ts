/** Makefiles (GNU Make). Recipes and values are shell, read around Make's own variables. */

import { ifAhead, type Nested, POP, type Step } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const shell: Nested = { language: 'shell' }
const freshShell: Nested = { language: 'shell', fresh: true }

/** Make's own signs in a recipe or value. */
const references: readonly Step[] = [
  [/\$\$(?=\()|\$(?=\$\{)/, 'err'],
  [/\$\([\w.:%=]+\)|\$\{[\w.:%=]+\}|\$[A-Za-z@<^+?*%|$]/, 'nv'],
  [
    /(\$\()(abspath|add(?:prefix|suffix)|and|basename|call|dir|error|eval|file|filter-out|filter|findstring|firstword|flavor|foreach|if|join|lastword|notdir|or|origin|patsubst|realpath|shell|sort|strip|subst|suffix|value|warning|wildcard|wordlist|words?)(?=[ \t])/,
    ['nf', 'nb'],
    'call',
  ],
  [/\$(?=\()/, 'err'],
  [/'/, shell, 'single'],
  [/"/, shell, 'quoted'],
]

const make: Language = language({
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, ''],
      [/#/, ifAhead('\n', 'c'), 'comment'],
      [/(?<=^[ \t]*)([-s]?include)\b(.*)/, ['k', 'sx']],
      [/(ifn?(?:eq|def))([ \t]+)(.*)/, ['k', '', 'nv']],
      [/(?:else|endif)(?=[ \t]*$)/, 'k'],
      [/export[ \t]+(?=\w+[ \t]*[:?+!]?=)/, 'k'],
      [/(export)([ \t]+)(\w+)/, ['k', '', 'nv']],
      [/([\w${}().-]+)([ \t]*)([:?+!]?=)/, ['nv', '', 'o'], 'value begins'],
      [/^([^\s:#=][^:#\n]*)(::?)([ \t]*)/, ['nl', 'o', ''], 'prerequisites'],
      [/un(?=export\b)|[\w${}().-]+/, 'err'],
    ],
    comment: [
      [/.+/, 'c'],
      [/\n/, 'c', POP],
    ],
    'value begins': [[/[^$\\\n"']*/, freshShell, { pop: 1, push: ['value'] }]],
    value: [[/\n/, '', POP], ...references, [/\\[\s\S]|[^$\\\n"']+|[$\\]/, shell]],
    call: [
      [/\)/, 'nf', POP],
      ...references,
      [/\n/, '', POP],
      [/\(/, shell, 'parentheses'],
      [/\\[\s\S]|[^$\\\n()"']+|[$\\]/, shell],
    ],
    parentheses: [
      [/\)/, shell, POP],
      [/\(/, shell, 'parentheses'],
      ...references,
      [/\n/, '', POP],
      [/\\[\s\S]|[^$\\\n()"']+|[$\\]/, shell],
    ],
    single: [
      [/'/, shell, POP],
      [/\n/, '', { pop: 2, push: [] }],
      [/\$\([\w.:%=]+\)|\$\{[\w.:%=]+\}/, 'nv'],
      [/[^$'\n]+|\$/, shell],
    ],
    quoted: [
      [/"/, shell, POP],
      [/\n/, shell, { pop: 2, push: [] }],
      ...references.slice(0, 4),
      [/\\[\s\S]|[^$\\\n"]+|\$|\\/, shell],
    ],
    prerequisites: [
      [/\\\n/, ''],
      [/\n/, '', { pop: 1, push: ['recipe'] }],
      [/#/, 'c'],
      [/[^\\\n#]+|\\/, 'nf'],
    ],
    recipe: [
      [/^(\t)([ \t]*)([@-]?)([^$\\\n"']*)/, ['', '', 'p', freshShell], 'value'],
      [/(?:)/, '', POP],
    ],
  },
})

export default make
