/**
 * YAML as Ruby's Psych reads it for Jekyll: YAML 1.1, only plain values.
 *
 * What a scalar means is in `yaml-scalars.ts`. Beyond that Psych is laxer than
 * js-yaml: doubled keys are no error (the last wins), unknown tags are passed
 * over, and of several documents only the first is read. Mappings become `Map`
 * with keys of any type, so no key can reach a prototype.
 */

import {
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
  const zone = options.zone ?? findZone()
  let events: Event[] = []
  try {
    events = firstDocument(readEvents(source))
    if (events.length === 0) return null
    return constructFromEvents(events, { source, schema: psychSchema(zone), json: true })[0]
  } catch (error) {
    if (error instanceof YAMLException) throw syntaxError(error, source, options)
    if (error instanceof RefusedClass) throw refusal(error, events, source, options)
    throw error
  }
}

/** A broken second document does not matter: Psych never gets there. */
function readEvents(source: string): Event[] {
  try {
    return parseEvents(source, { maxDepth: 500 })
  } catch (error) {
    const end = endOfFirstDocument(source)
    if (end === undefined) throw error
    return parseEvents(source.slice(0, end), { maxDepth: 500 })
  }
}

/** Where a second document begins, if one does. */
function endOfFirstDocument(source: string): number | undefined {
  const start = /^(?:[ \t]*(?:#.*)?\r?\n)*---(?=\s)/.exec(source)?.[0].length ?? 0
  const end = source.slice(start).search(/^(?:---|\.\.\.)(?=\s|$)/m)
  return end < 0 || start + end === 0 ? undefined : start + end
}

function firstDocument(events: readonly Event[]): Event[] {
  const second = events.findIndex(({ type }, index) => index > 0 && type === EVENT_ID.DOCUMENT)
  return second < 0 ? [...events] : events.slice(0, second)
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
  [/^unidentified alias/, 'Unknown alias'],
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

function syntaxError(error: YAMLException, source: string, options: YamlOptions): SiteError {
  const reason = REASONS.find(([pattern]) => pattern.test(error.reason))?.[1] ?? error.reason
  return located('YAML Exception', reason, error.mark?.position ?? 0, source, options)
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
  return located('Error reading file', error.message, position, source, options)
}

function located(
  topic: string,
  message: string,
  position: number,
  source: string,
  { file, line = 1 }: YamlOptions,
): SiteError {
  const before = source.slice(0, position).split(/\r\n|\n|\r/)
  const sourceLine = lineOf(source, before.length)
  return new SiteError(message, {
    topic,
    ...(file === undefined
      ? {}
      : { place: { file, line: line + before.length - 1, column: before.at(-1)!.length + 1 } }),
    ...(sourceLine === undefined ? {} : { sourceLine }),
  })
}
