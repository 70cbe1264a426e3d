/**
 * Bytes to text.
 */

import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { SiteError } from '../util/errors.ts'

/** The text of a file without its byte order mark; undefined where it is not what `encoding` says. */
export function decode(bytes: Buffer, encoding: string): string | undefined {
  const name = encoding.toLowerCase()
  if (!UTF8.has(name)) return decodeAs(bytes, name)
  return isUtf8(bytes) ? withoutMark(bytes.toString('utf8')) : undefined
}

/** The same of a whole file, which Node reads and decodes in one step. */
export function readText(file: string, encoding: string): string | undefined {
  if (!UTF8.has(encoding.toLowerCase())) return decode(readFileSync(file), encoding)
  const text = readFileSync(file, 'utf8')
  const isDoubtful = text.includes(REPLACEMENT)
  return isDoubtful ? decode(readFileSync(file), encoding) : withoutMark(text)
}

const UTF8: ReadonlySet<string> = new Set(['utf-8', 'utf8'])

/** What Node puts in the place of bytes that are no UTF-8. */
const REPLACEMENT = '\uFFFD'

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function decodeAs(bytes: Buffer, encoding: string): string | undefined {
  if (encoding === 'iso-8859-1' || encoding === 'binary') return bytes.toString('latin1')
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new SiteError(`unknown encoding name - ${encoding}`, {
      hint: 'Set `encoding` to a name such as utf-8 or iso-8859-1.',
    })
  }
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
