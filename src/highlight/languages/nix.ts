/** Nix (the Nix manual). What closes no bracket is an error, and so is a line's end in a string or a comment. */

import { POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const interpolation: Step = [/\$\{/, 'si', 'interpolation']

const nix: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/#.*/, 'c'],
      [/\/\*/, 'c', 'comment'],
      [/\d+/, 'mi'],
      [/[a-z][\w+.-]{0,40}:\/\/[\w.~/-]+/, 'sx'],
      [/(?:~|[\w.-]{1,200})?(?:\/[\w.-]+)+/, 'sx'],
      [/"/, 's2', 'string'],
      [/''/, 's2', 'text'],
      [
        /(?:if|then|else|let|in|inherit|with|rec|assert|import|builtins|map|abort|throw|baseNameOf|derivation|fetchTarball|isNull|removeAttrs|toString)\b|null|true|false/,
        words('', {
          k: 'if then else',
          kd: 'let',
          kn: 'in inherit with',
          kr: `abort assert baseNameOf builtins derivation fetchTarball import isNull map rec
            removeAttrs throw toString`,
          kc: 'null true false',
        }),
      ],
      [/[A-Za-z_][\w-]*/, 'nv'],
      [/\|\||&&|[-.@<>?=+*!/]+/, 'o'],
      [/[,:;$]/, 'p'],
      [/\{/, 'p', 'set'],
      [/\[/, 'p', 'list'],
      [/\(/, 'p', 'group'],
    ],
    set: [[/\}/, 'p', POP], 'root'],
    list: [[/\]/, 'p', POP], 'root'],
    group: [[/\)/, 'p', POP], 'root'],
    interpolation: [[/\}/, 'si', POP], 'root'],
    comment: [
      [/\*\//, 'c', POP],
      [/[^*\n]+|\*/, 'c'],
    ],
    string: [[/"/, 's2', POP], [/\\.|\$\$/, 'se'], interpolation, [/[^"\\$\n]+|\$/, 's2']],
    text: [
      [/''(?:\$|'|\\.)|\$\$/, 'se'],
      [/''/, 's2', POP],
      interpolation,
      [/[^'$\n]+|['$]/, 's2'],
    ],
  },
})

export default nix
