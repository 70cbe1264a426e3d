/**
 * What the nodes of YAML become, as Psych has it.
 */

import {
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  type MappingTagOptions,
  type ScalarTagDefinition,
  Schema,
  type SequenceTagOptions,
  strTag,
} from 'js-yaml'
import { type Hash, isHash, isInteger, WholeFloat } from './values.ts'
import { readScalar } from './yaml-scalars.ts'
import type { Zone } from './zones.ts'

const TAG = 'tag:yaml.org,2002:'

/** A schema says how to read and never changes, so readings may share it. */
const schemas = new WeakMap<Zone, Schema>()

export function schemaFor(zone: Zone): Schema {
  let schema = schemas.get(zone)
  if (!schema) {
    schema = psychSchema(zone)
    schemas.set(zone, schema)
  }
  return schema
}

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
    defineScalarTag('', { matchByTagPrefix: true, resolve: read, identify: isNever }),
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

function toFloat(value: unknown): unknown {
  return isInteger(value) ? new WholeFloat(Number(value)) : value
}

/** Bytes that are no UTF-8 have no place in a template; they show as replacement characters. */
function fromBase64(source: string): string {
  return Buffer.from(source, 'base64').toString('utf8')
}
