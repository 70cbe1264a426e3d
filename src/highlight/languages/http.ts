/**
 * HTTP/1.1 (RFC 9112): a request or an answer, its fields, and a body in the
 * language that `Content-Type` tells. A head that is none is an error to the end.
 */

import type { Run } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

interface Memory {
  body: string
}

const TYPES: readonly (readonly [type: RegExp, language: string])[] = [
  [/^application\/(?:(?:vnd\.api|hal|problem|schema)\+)?json$/, 'json'],
  [/^(?:(?:text|application)\/xml|image\/svg\+xml|application\/(?:rss|atom)\+xml)$/, 'xml'],
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^(?:text|application)\/(?:x-)?javascript$/, 'javascript'],
  [/^text\/css$/, 'css'],
  [/^text\/x-yaml$/, 'yaml'],
  [/^application\/graphql$/, 'graphql'],
]

const http: Language = language<Memory>({
  memory: () => ({ body: 'plaintext' }),
  states: {
    root: [
      [
        /(GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH)( +)(\S+)( +)(HTTP)(\/)(\d(?:\.\d)?)(\n|(?![\s\S]))/,
        ['nf', '', 'nn', '', 'k', 'o', 'm', ''],
        'fields',
      ],
      [
        /(HTTP)(\/)(\d\.\d)( +)(\d{3})( *)([^\n]*)(\n|(?![\s\S]))/,
        ['k', 'o', 'm', '', 'm', '', 'ne', ''],
        'fields',
      ],
    ],
    fields: [
      [/([^\s:]+)( *)(:)( *)([^\n]+)(\n|(?![\s\S]))/, field],
      [/([^\n]+)(\n?)/, ['s', '']],
      [/\n/, '', 'body'],
    ],
    body: [[/[\s\S]+/, (run, [text]) => run.nest({ language: run.memory.body }, text!)]],
  },
})

export default http

function field(run: Run<Memory>, [, name, before, colon, after, value, end]: readonly string[]) {
  run.token('na', name!)
  run.token('', before!)
  run.token('p', colon!)
  run.token('', after!)
  run.token('s', value!)
  run.token('', end!)
  if (name!.toLowerCase() !== 'content-type') return
  const type = value!.split(';', 1)[0]!.trim().toLowerCase()
  run.memory.body = TYPES.find(([pattern]) => pattern.test(type))?.[1] ?? 'plaintext'
}
