/** Protocol Buffers (the specifications of proto2 and proto3). */

import { POP, slashComments, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const WORDS = words('n', {
  k: `ctype default extensions import max oneof option optional packed repeated required returns rpc
    to`,
  kc: 'true false',
  kd: 'enum group service',
  kt: `bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string
    uint32 uint64`,
})

const protobuf: Language = language({
  states: {
    ...slashComments(),
    root: [
      [/\s+/, ''],
      [/\/\/(?:.*\\\n)+.*/, 'c1'],
      'comments',
      [/(?:message|extend)\b/, 'kd', 'message'],
      [/package\b/, 'kn', 'package'],
      [/-?(?:inf|nan)\b/, 'mf'],
      [
        /(?:ctype|default|extensions|import|max|oneof|option|optional|packed|repeated|required|returns|rpc|to|true|false|enum|group|service|bool|bytes|double|float|string|s?fixed(?:32|64)|[su]?int(?:32|64))\b/,
        WORDS,
      ],
      [/[A-Za-z_][\w.]*(?=[ \t]*=)/, 'na'],
      [/[A-Za-z_][\w.]*/, 'n'],
      [/"[^"\n]*"|'[^'\n]*'/, 's'],
      [/0[xX][\da-fA-F]+[LlUu]*/, 'mh'],
      [
        /\d+\.\d*(?:[eE][-+]?\d+)?[fF]?|\.\d+(?:[eE][-+]?\d+)?[fF]?|\d+(?:[eE][-+]?\d+[fF]?|[fF])/,
        'mf',
      ],
      [/0[0-7]+[LlUu]*/, 'mo'],
      [/\d+[LlUu]*/, 'mi'],
      [/[;,{}[\]()]+/, 'p'],
      [/[-+=:.</]/, 'o'],
    ],
    message: [
      [/\s+/, ''],
      [/[A-Za-z_]\w*/, 'nc', POP],
      [/(?:)/, '', POP],
    ],
    package: [
      [/\s+/, ''],
      [/[A-Za-z_]\w*/, 'nn', POP],
      [/(?:)/, '', POP],
    ],
  },
})

export default protobuf
