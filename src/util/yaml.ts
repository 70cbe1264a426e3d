/**
 * YAML as Ruby's Psych reads it for Jekyll: YAML 1.1, only plain values.
 *
 * What nodes and scalars mean is in `yaml-schema.ts` and `yaml-scalars.ts`; the
 * plainest texts need no more than `yaml-lines.ts`. Psych is laxer than js-yaml: doubled keys are no error (the last wins), unknown tags are passed
 * over, and of several documents only the first is read. Mappings become `Map`
 * with keys of any type, so no key can reach a prototype.
 */

import { constructFromEvents, YAMLException } from 'js-yaml'
import { refusedTag, unreadable, type YamlOptions } from './yaml-errors.ts'
import { firstDocument, readEvents } from './yaml-events.ts'
import { readLines } from './yaml-lines.ts'
import { schemaFor } from './yaml-schema.ts'
import { findZone } from './zones.ts'

export type { YamlOptions } from './yaml-errors.ts'

/**
 * The first document of `text`; null for an empty one.
 *
 * @throws SiteError under the topic `YAML Exception:`, or `Error reading file`
 * for values that are well written but not allowed
 */
export function parseYaml(text: string, options: YamlOptions = {}): unknown {
  const zone = options.zone ?? findZone()
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const lines = readLines(source, zone)
  if (lines) return lines

  const read = readEvents(source)
  if ('error' in read) throw unreadable(read, source, options)

  const events = firstDocument(read.events, read.source)
  if (events.length === 0) return null
  const refused = refusedTag(events, read, options)
  if (refused) throw refused
  const schema = schemaFor(zone)
  try {
    return constructFromEvents(events, { source: read.source, schema, json: true })[0]
  } catch (error) {
    if (error instanceof YAMLException) throw unreadable({ ...read, error }, source, options)
    throw error
  }
}
