/**
 * Bytes to text.
 */

import { isUtf8 } from 'node:buffer'
import { SiteError } from '../util/errors.ts'

/** The text of a file without its byte order mark; undefined where it is not what `encoding` says. */
export function decode(bytes: Buffer, encoding: string): string | undefined {
  const name = encoding.toLowerCase()
  if (name !== 'utf-8' && name !== 'utf8') return decodeAs(bytes, name)
  if (!isUtf8(bytes)) return undefined
  const text = bytes.toString('utf8')
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
