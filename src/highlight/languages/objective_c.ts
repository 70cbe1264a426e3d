/**
 * Objective-C: C with classes, methods and messages.
 *
 * Of a message's selectors Rouge marks the first two.
 */

import {
  C_KEYWORDS,
  C_NUMBERS,
  C_RESERVED,
  C_TYPES,
  cStates,
  type Memory,
  newMemory,
} from '../c-states.ts'
import { goto, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const states = cStates({
  own: [
    [/@(?:interface|implementation)\b/, 'k', 'class'],
    [/@protocol\b/, 'k', 'protocol'],
    [/@class\b/, 'k', 'forward'],
    [
      /@(?:autoreleasepool|catch|dynamic|encode|end|finally|import|optional|private|property|protected|public|selector|synchronized|synthesize|throw|try)\b/,
      'k',
    ],
    [/@?"/, 's', 'string'],
    [/@'(?:\\.|[^\\'\n])'/, 'sc'],
    [/@(?:YES|NO|true|false)\b/, 'nb'],
    [/@\d+\.\d+/, 'mf'],
    [/@\d+/, 'mi'],
    [/@\[/, 'p', 'brackets'],
    [/@\{/, 'p', 'braces'],
    [/@\w+/, 'err'],
    [/\[/, 'p', 'message'],
    [/\?/, 'p', 'conditional'],
    [/in\b/, 'k'],
    // One bracket at a time: each may begin or end a message.
    [/[(),.;]|\]/, 'p'],
  ],
  words: words('n', {
    k: C_KEYWORDS,
    kt: C_TYPES,
    kr: `${C_RESERVED} restrict typename`,
    nb: 'NO NULL YES false nil true',
  }),
  numbers: C_NUMBERS,
  nested: true,
})

const space: Step<Memory> = [/[ \t\n\r\f\v]+/, '']
const inside: readonly Step<Memory>[] = [
  [/\]/, 'p', POP],
  [/\n/, '', 'line'],
  [/[{}]/, 'p'],
  'code',
]

const objectiveC: Language = language({
  memory: newMemory,
  states: {
    ...states,
    outside: [[/^[-+](?=[ \t]*[(A-Za-z_])/, 'k', 'method'], ...states['outside']!],
    class: [
      [/[ \t]+/, ''],
      [/[A-Za-z_]\w*/, 'nc', goto('after class')],
      [/(?:)/, '', POP],
    ],
    'after class': [
      [/([ \t]*)(:)([ \t\n]*)([A-Za-z_]\w*)/, ['', 'p', '', 'nc'], POP],
      [/([ \t]*)(\()([ \t]*)([A-Za-z_]\w*)/, ['', 'p', '', 'nl'], POP],
      [/(?:)/, '', POP],
    ],
    protocol: [space, [/[A-Za-z_]\w*/, 'nc', POP]],
    forward: [
      [/[ \t]+/, ''],
      [/[,;]/, 'p'],
      [/[A-Za-z_]\w*/, 'nc'],
      [/(?:)/, '', POP],
    ],
    method: [
      space,
      [/(?=[{;])/, '', POP],
      [/(?=@|^[-+])/, '', POP],
      [/\(/, 'p', 'type'],
      [/([A-Za-z_]\w*)([ \t]*)(:)/, ['nf', '', 'p'], 'parameter'],
      'code',
    ],
    type: [[/\)/, 'p', POP], [/\(/, 'p', 'type'], 'code'],
    parameter: [space, [/\(/, 'p', 'type'], [/[A-Za-z_]\w*/, 'nv', POP], [/(?:)/, '', POP]],
    message: [
      [/([A-Za-z_]\w*)([ \t]*)(:)(?!:)/, ['nf', '', 'p'], goto('second selector')],
      [/[A-Za-z_]\w*(?=[ \t\n]*\])/, 'nf'],
      ...inside,
    ],
    'second selector': [
      [/([A-Za-z_]\w*)([ \t]*)(:)(?!:)/, ['nf', '', 'p'], goto('brackets')],
      ...inside,
    ],
    brackets: inside,
    braces: [[/\}/, 'p', POP], [/\{/, 'p', 'braces'], 'code'],
    conditional: [[/::/, 'o'], [/:/, 'p', POP], [/(?=[;\]])/, '', POP], [/\n/, '', 'line'], 'code'],
  },
})

export default objectiveC
