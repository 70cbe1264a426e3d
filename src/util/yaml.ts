/**
 * YAML as Ruby's Psych reads it for Jekyll: YAML 1.1, only plain values.
 *
 * What a scalar means is in `yaml-scalars.ts`. Beyond that Psych is laxer than
 * js-yaml: doubled keys are no error (the last wins), unknown tags are passed
 * over, and of several documents only the first is read. Mappings become `Map`
 * with keys of any type, so no key can reach a prototype.
 */

import {
  CHOMPING_MODE,
  constructFromEvents,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingTagOptions,
  NOT_RESOLVED,
  parseEvents,
  SCALAR_STYLE,
  type ScalarTagDefinition,
  Schema,
  type SequenceTagOptions,
  strTag,
  YAMLException,
} from 'js-yaml'
import { lineOf, SiteError } from './errors.ts'
import { type Hash, isHash, isInteger, WholeFloat } from './values.ts'
import { RefusedClass, readScalar } from './yaml-scalars.ts'
import { findZone, type Zone } from './zones.ts'

export interface YamlOptions {
  /** For errors. */
  readonly file?: string
  /** The line of the file on which the text begins. */
  readonly line?: number
  /** Where times without an offset are shown; they are UTC by themselves. Without it, the machine's. */
  readonly zone?: Zone
}

/**
 * The first document of `text`; null for an empty one.
 *
 * @throws SiteError under the topic `YAML Exception`, or `Error reading file`
 * for values that are well written but not allowed
 */
export function parseYaml(text: string, options: YamlOptions = {}): unknown {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const read = readEvents(source)
  if (read instanceof YAMLException) throw siteError(read, source, options)

  const events = firstDocument(read.events).map((event) => unbroken(event, read.source))
  if (events.length === 0) return null
  const schema = psychSchema(options.zone ?? findZone())
  try {
    return constructFromEvents(events, { source: read.source, schema, json: true })[0]
  } catch (error) {
    if (error instanceof YAMLException) throw siteError(error, source, options)
    if (error instanceof RefusedClass) throw refusal(error, events, source, options)
    throw error
  }
}

interface Read {
  readonly events: readonly Event[]
  /** The text that the events point into. */
  readonly source: string
}

/** A text that needs more than this is broken in other ways too. */
const MOST_REPAIRS = 500

/**
 * js-yaml's events, after repairs where it is stricter than libyaml: quoted
 * text and flow collections may go on at any indentation, and nothing after
 * the first document matters. Repairs move no text to another line.
 */
function readEvents(source: string): Read | YAMLException {
  let repaired = source
  for (let count = 0; ; count++) {
    try {
      return { events: parseEvents(repaired, { maxDepth: 500 }), source: repaired }
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error
      const next = count < MOST_REPAIRS ? repair(repaired, error) : undefined
      if (next === undefined) return error
      repaired = next
    }
  }
}

function repair(source: string, { reason, mark }: YAMLException): string | undefined {
  if (!mark || mark.position === 0) return undefined
  if (reason === 'deficient indentation') {
    const start = mark.position - mark.column
    return `${source.slice(0, start)}${' '.repeat(INDENTED)}${source.slice(start)}`
  }
  const end = documentEnd(source)
  if (end !== undefined && end < mark.position) return source.slice(0, end)
  const isBeside = reason.startsWith('end of the stream') && mark.column < rootColumn(source)
  return isBeside ? source.slice(0, mark.position) : undefined
}

const CONTENT = /^(?:[ \t]*(?:#.*)?\r?\n|%.*\n|\uFEFF)*(?:---(?=\s))?\s*/

/** Where a marker ends the first document. */
function documentEnd(source: string): number | undefined {
  const start = CONTENT.exec(source)?.[0].length ?? 0
  const end = source.slice(start).search(/^(?:---|\.\.\.)(?=\s|$)/m)
  return end > 0 ? start + end : undefined
}

/** How far a block collection at the root is indented: what stands left of it ends the document. */
function rootColumn(source: string): number {
  return /^(?:[ \t]*(?:#.*)?\r?\n)*( *)\S/.exec(source)?.[1]?.length ?? 0
}

/** Deeper than anybody nests. */
const INDENTED = 200

function firstDocument(events: readonly Event[]): readonly Event[] {
  const second = events.findIndex(({ type }, index) => index > 0 && type === EVENT_ID.DOCUMENT)
  return second < 0 ? events : events.slice(0, second)
}

/** A block text that the end of the file cuts off has no line break of its own to keep. */
function unbroken(event: Event, source: string): Event {
  if (event.type !== EVENT_ID.SCALAR || event.valueEnd < source.length) return event
  const isBlock =
    event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK
  if (!isBlock || /[\n\r]$/.test(source)) return event
  return { ...event, chomping: CHOMPING_MODE.STRIP }
}

const TAG = 'tag:yaml.org,2002:'

/** How Psych takes nodes with and without a tag. The empty prefix stands for all unknown tags. */
function psychSchema(zone: Zone): Schema {
  const read = (source: string) => readScalar(source, zone)
  return new Schema([
    strTag,
    scalarTag('!str', (source) => source),
    scalarTag(`${TAG}float`, (source) => toFloat(read(source))),
    scalarTag('!float', (source) => toFloat(read(source))),
    scalarTag(`${TAG}binary`, fromBase64),
    scalarTag('!binary', fromBase64),
    defineScalarTag('untagged', { implicit: true, resolve: read, identify: isNever }),
    defineScalarTag('', {
      matchByTagPrefix: true,
      resolve: (source, _isExplicit, tagName) => (isRubyTag(tagName) ? NOT_RESOLVED : read(source)),
      identify: isNever,
    }),
    defineSequenceTag(`${TAG}seq`, SEQUENCE),
    defineSequenceTag('', { ...SEQUENCE, matchByTagPrefix: true }),
    defineMappingTag(`${TAG}map`, MAPPING),
    defineMappingTag('', { ...MAPPING, matchByTagPrefix: true }),
  ])
}

/** Nothing is written with this schema. */
function isNever(): boolean {
  return false
}

function scalarTag(name: string, resolve: (source: string) => unknown): ScalarTagDefinition {
  return defineScalarTag(name, { resolve, identify: isNever })
}

/** `finalize` makes js-yaml refuse an alias to what it stands in, which would have no end. */
const SEQUENCE: SequenceTagOptions<unknown[]> = {
  create: () => [],
  addItem(items, item) {
    items.push(item)
  },
  finalize: (items) => items,
  identify: isNever,
}

const MAPPING: MappingTagOptions<Hash> = {
  create: () => new Map(),
  addPair(map, key, value) {
    if (key !== '<<' || !merge(map, value)) map.set(key, value)
    return ''
  },
  has: (map, key) => map.has(key),
  keys: (map) => map.keys(),
  get: (map, key) => map.get(key),
  finalize: (map) => map,
  identify: isNever,
}

/**
 * `<<`: what is merged replaces what stands before it, unlike YAML's own rule;
 * of a list, the first mapping wins. False where there is nothing to merge.
 */
function merge(map: Hash, value: unknown): boolean {
  const sources = Array.isArray(value) ? value.toReversed() : [value]
  if (!sources.every(isHash)) return false
  for (const source of sources) {
    for (const [key, merged] of source) map.set(key, merged)
  }
  return true
}

function isRubyTag(name: string): boolean {
  return name.startsWith('!ruby/')
}

function toFloat(value: unknown): unknown {
  return isInteger(value) ? new WholeFloat(Number(value)) : value
}

/** Bytes that are no UTF-8 have no place in a template; they show as replacement characters. */
function fromBase64(source: string): string {
  return Buffer.from(source, 'base64').toString('utf8')
}

/** js-yaml's words, and libyaml's for the same, which is what people search for. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^bad indentation of a mapping entry/, 'mapping values are not allowed in this context'],
  [
    /within a single quoted|within a double quoted/,
    'found unexpected end of stream while scanning a quoted scalar',
  ],
  [
    /within a flow collection|missed comma/,
    "did not find expected ',' or ']' while parsing a flow collection",
  ],
  [
    /^tab characters must not/,
    'found character that cannot start any token while scanning for the next token',
  ],
  [/^unknown escape/, 'found unknown escape character while parsing a quoted scalar'],
  [
    /implicit key|':' after a mapping key/,
    "could not find expected ':' while scanning a simple key",
  ],
  [
    /^bad indentation of a sequence entry/,
    "did not find expected '-' indicator while parsing a block collection",
  ],
  [/^end of the stream or a document/, 'did not find expected <document start>'],
]

function siteError(error: YAMLException, source: string, options: YamlOptions): SiteError {
  const alias = /^unidentified alias "(.*)"$/s.exec(error.reason)
  const topic = alias ? 'Error reading file' : 'YAML Exception'
  const reason = alias
    ? `Unknown alias: ${alias[1]}`
    : (REASONS.find(([pattern]) => pattern.test(error.reason))?.[1] ?? error.reason)
  const { line = 0, column = 0 } = error.mark ?? {}
  return located(topic, reason, line, column, source, options)
}

function refusal(
  error: RefusedClass,
  events: readonly Event[],
  source: string,
  options: YamlOptions,
): SiteError {
  const event = events.find((event) => {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) return false
    return getScalarValue(source, event) === error.source
  })
  const position = event?.type === EVENT_ID.SCALAR ? event.valueStart : 0
  const before = source.slice(0, position).split(/\r\n|\n|\r/)
  const column = before.at(-1)!.length
  return located('Error reading file', error.message, before.length - 1, column, source, options)
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
