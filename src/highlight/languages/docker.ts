/** Dockerfiles: an instruction at the beginning of a line; what `RUN` is given is shell. */

import { POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const docker: Language = language({
  states: {
    root: [
      [/^(from)([ \t]+)(\S.*?)([ \t]+)(as)([ \t]+)(\S+)/i, ['k', 'w', 's', 'w', 'k', 'w', 's']],
      [
        /^((?:onbuild[ \t]+)?run[ \t\n]+)([^\\\n]*)/i,
        ['k', { language: 'shell', fresh: true }],
        'run',
      ],
      [
        /^(?:(onbuild)([ \t]+))?(add|arg|cmd|copy|entrypoint|env|expose|from|healthcheck|label|maintainer|shell|stopsignal|user|volume|workdir)\b(.*)/i,
        ['k', 'w', 'k', 's'],
      ],
      [/#.*/, 'c'],
      // A mark behind a sign other than a blank is no comment.
      [/\s+|\w+|\W+/, ''],
    ],
    run: [
      [/\\\n/, 'se'],
      [/\n/, '', POP],
      [/[^\\\n]+|\\/, { language: 'shell' }],
    ],
  },
})

export default docker
