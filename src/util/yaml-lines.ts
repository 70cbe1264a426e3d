/**
 * The YAML that most front matter is: a key and a value on each line.
 *
 * js-yaml can read it too, but takes longer over the front matter of a blog than
 * over anything else in reading it. So lines that have only one reading are read
 * here, and their scalars as everywhere. Whatever is less plain is left to
 * js-yaml: comments, escapes, nesting, aliases, tags, control characters.
 */

import type { Hash } from './values.ts'
import { readScalar } from './yaml-scalars.ts'
import type { Zone } from './zones.ts'

/** What may stand in a value: neither control characters nor what only some readers take for a line end. */
const PRINTED = String.raw`\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd`
const but = (signs: string) => `(?:(?![${signs}])[${PRINTED}])*`

const BEGIN = String.raw`[\w/.(~$+\xa1-\u1fff\u3001-\ud7ff]`
const PLAIN = `${BEGIN}${but(':#')}(?::(?! )(?=[${PRINTED}])${but(':#')})*`
const WORDS = `${BEGIN}${but(String.raw`,[\]{}:#`)}`
const LIST = `${WORDS}(?:, *${WORDS})*`

/** A line with its key, and its value by how that is written; or an empty one. */
const LINE = new RegExp(
  String.raw`(?:([A-Za-z][\w-]{0,99}):(?: +(?:"(${but(String.raw`"\\`)})"|'(${but("'")})'|` +
    String.raw`\[ *(${LIST})?\]|(${PLAIN})))?)? *(?:\n|$)`,
  'y',
)

/** Undefined for a text that has other lines too. */
export function readLines(text: string, zone: Zone): Hash | undefined {
  const mapping: Hash = new Map()
  LINE.lastIndex = 0
  while (LINE.lastIndex < text.length) {
    const match = LINE.exec(text)
    if (!match) return undefined
    const [, key, double, single, list, plain] = match
    if (key === undefined) continue
    mapping.set(readScalar(key, zone), double ?? single ?? unquoted(match[0], list, plain, zone))
  }
  return mapping.size > 0 ? mapping : undefined
}

function unquoted(
  line: string,
  list: string | undefined,
  plain: string | undefined,
  zone: Zone,
): unknown {
  if (plain !== undefined) return readScalar(withoutSpaces(plain), zone)
  if (list !== undefined) {
    return list.split(',').map((item) => readScalar(withoutSpaces(item), zone))
  }
  return line.includes('[') ? [] : null
}

/** Without those at the ends; no other white space can be here. */
function withoutSpaces(text: string): string {
  return text.replace(/^ +| +$/g, '')
}
