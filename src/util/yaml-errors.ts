/**
 * Errors of YAML in Psych's words, with the place in the file.
 */

import type { Event, YAMLException } from 'js-yaml'
import { lineOf, SiteError } from './errors.ts'
import { capitalize } from './slugs.ts'
import { type Failure, INDENTED, type Repaired, readEvents } from './yaml-events.ts'
import type { Zone } from './zones.ts'

export interface YamlOptions {
  /** For errors. */
  readonly file?: string
  /** The line of the file on which the text begins. */
  readonly line?: number
  /** Where times without an offset are shown; they are UTC by themselves. Without it, the machine's. */
  readonly zone?: Zone
}

const NO_TOKEN = 'found character that cannot start any token while scanning for the next token'

/** js-yaml's words, and libyaml's for the same, which is what people search for. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^bad indentation of a mapping/, 'did not find expected key while parsing a block mapping'],
  [
    /^bad indentation of a sequence/,
    "did not find expected '-' indicator while parsing a block collection",
  ],
  [
    /within a (?:single|double) quoted/,
    'found unexpected end of stream while scanning a quoted scalar',
  ],
  [
    /within a flow collection|^missed comma/,
    "did not find expected ',' or ']' while parsing a flow collection",
  ],
  [/^tab characters must not/, NO_TOKEN],
  [/^unknown escape/, 'found unknown escape character while parsing a quoted scalar'],
  [
    /implicit key|':' after a mapping key/,
    "could not find expected ':' while scanning a simple key",
  ],
  [/^end of the stream or a document/, 'did not find expected <document start>'],
]

function psychReason({ reason, mark }: YAMLException): string {
  if (reason === 'bad indentation of a mapping entry') {
    const sign = mark?.buffer[mark.position]
    if (sign === ':') return 'mapping values are not allowed in this context'
    if (sign !== undefined && '@`%'.includes(sign)) return NO_TOKEN
  }
  return REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? reason
}

/** For what js-yaml could not make anything of. `source` is the text before repairs. */
export function unreadable(
  { error, indented }: Repaired & Failure,
  source: string,
  options: YamlOptions,
): SiteError {
  const alias = /^unidentified alias "(.*)"$/s.exec(error.reason)
  const topic = alias ? 'Error reading file' : 'YAML Exception:'
  const reason = alias ? `Unknown alias: ${alias[1]}` : psychReason(error)
  const { line = 0, column = 0 } = error.mark ?? {}
  const left = OPEN.find((kind) => kind.reason.test(error.reason))
  const [row, place] = left
    ? findOpening(source, left)
    : [line, indented.includes(line) ? column - INDENTED : column]
  return located(topic, reason, row, place, source, options)
}

/** What may be left open, and its first sign. */
const OPEN: readonly Open[] = [
  { reason: /within a single quoted/, signs: "'" },
  { reason: /within a double quoted/, signs: '"' },
  { reason: /within a flow collection|^missed comma/, signs: '[{' },
]

interface Open {
  readonly reason: RegExp
  readonly signs: string
}

/** Beyond this, lines are passed over in halves, which may miss the right one. */
const MANY_LINES = 300

/** Where what is never closed was opened: on the line from which on every part of the text fails so. */
function findOpening(source: string, { reason, signs }: Open): readonly [number, number] {
  const lines = source.split(/\r\n|\n|\r/)
  const isOpenAfter = (count: number) => {
    const read = readEvents(lines.slice(0, count).join('\n'))
    return 'error' in read && reason.test(read.error.reason)
  }
  let row = lines.length - 1
  for (let step = lines.length > MANY_LINES ? row >> 1 : 1; step > 0; step >>= 1) {
    while (row >= step && isOpenAfter(row - step + 1)) row -= step
  }
  const column = [...lines[row]!].findLastIndex((sign, index, line) => {
    return signs.includes(sign) && /[\s,[{:]/.test(line[index - 1] ?? ' ')
  })
  return [row, Math.max(column, 0)]
}

/** An error for the first tag that asks for a Ruby object, where there is one. */
export function refusedTag(
  events: readonly Event[],
  read: Repaired,
  options: YamlOptions,
): SiteError | undefined {
  for (const event of events) {
    if (!('tagStart' in event) || event.tagStart < 0) continue
    const tag = read.source.slice(event.tagStart, event.tagEnd)
    if (!tag.startsWith('!ruby/')) continue
    const [, kind = '', className] = /^!ruby\/([a-z]+)(?::(.+))?$/s.exec(tag) ?? []
    const name = kind.startsWith('sym') ? 'Symbol' : (className ?? capitalize(kind))
    return refusal(`Tried to load unspecified class: ${name}`, event.tagStart, read, options)
  }
  return undefined
}

function refusal(
  message: string,
  position: number,
  { source, indented }: Repaired,
  options: YamlOptions,
): SiteError {
  const before = source.slice(0, position).split(/\r\n|\n|\r/)
  const row = before.length - 1
  const column = before.at(-1)!.length - (indented.includes(row) ? INDENTED : 0)
  return located('Error reading file', message, row, column, source, options)
}

/** `row` and `column` count from 0, within the text. */
function located(
  topic: string,
  message: string,
  row: number,
  column: number,
  source: string,
  { file, line = 1 }: YamlOptions,
): SiteError {
  const sourceLine = lineOf(source, row + 1)
  const place = file === undefined ? undefined : { file, line: line + row, column: column + 1 }
  return new SiteError(message, {
    topic,
    ...(place === undefined ? {} : { place }),
    ...(sourceLine === undefined ? {} : { sourceLine }),
  })
}
