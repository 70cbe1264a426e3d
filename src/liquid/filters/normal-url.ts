/**
 * URLs in their normal form, as Jekyll's URL filters write them: escapes that
 * need not be are undone, all else is escaped, dots in the path are walked, the
 * host is in lower case and a usual port is left out.
 */

import { strip } from '../text.ts'

interface Parts {
  readonly scheme: string | undefined
  readonly authority: string | undefined
  readonly path: string
  readonly query: string | undefined
  readonly fragment: string | undefined
}

const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s

function splitUrl(url: string): Parts {
  const [, scheme, authority, path = '', query, fragment] = PARTS.exec(url) ?? []
  return { scheme, authority, path, query, fragment }
}

const SCHEME = /^[a-z][a-z0-9.+-]*$/i

/** Whether the URL has a scheme. @throws what `refuse` makes of a wrong one */
export function isAbsolute(url: string, refuse: (message: string) => Error): boolean {
  if (url.startsWith('/')) return false
  const { scheme } = splitUrl(url)
  if (scheme === undefined) return false
  if (!SCHEME.test(scheme)) throw refuse(`Invalid scheme format: '${scheme}'`)
  return true
}

/** In normal form already, with or without a host. */
const PLAIN_URL =
  /^(?:https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*)?(?:\/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)+\/?$/

export function normalUrl(url: string): string {
  if (PLAIN_URL.test(url)) return url
  const { scheme, authority, path, query, fragment } = splitUrl(url)
  const normalScheme = scheme?.toLowerCase()
  return [
    normalScheme === undefined ? '' : `${normalScheme}:`,
    authority === undefined ? '' : `//${normalAuthority(authority, normalScheme)}`,
    normalPath(path, normalScheme),
    query ? `?${normalQuery(query)}` : '',
    fragment ? `#${normalComponent(fragment, FRAGMENT_UNSAFE)}` : '',
  ].join('')
}

const USUAL_PORTS: ReadonlyMap<string | undefined, string> = new Map([
  ['http', ':80'],
  ['https', ':443'],
  ['ftp', ':21'],
])

function normalAuthority(authority: string, scheme: string | undefined): string {
  const at = authority.lastIndexOf('@') + 1
  const [, host = '', port = ''] = /^(.*?)(:\d*)?$/s.exec(authority.slice(at)) ?? []
  const kept = port === USUAL_PORTS.get(scheme) || port === ':' ? '' : port
  return authority.slice(0, at) + normalHost(host) + kept
}

/** In lower case; letters beyond ASCII as IDNA writes them. */
function normalHost(host: string): string {
  if (/^[\x21-\x7e]*$/.test(host)) return host.toLowerCase()
  const url = `http://${host}/`
  return URL.canParse(url) ? new URL(url).hostname : host.toLowerCase()
}

function normalPath(path: string, scheme: string | undefined): string {
  if (path === '') return scheme === 'http' || scheme === 'https' || scheme === 'ftp' ? '/' : ''
  const segments = strip(path).split('/')
  return walkDots(segments.map((segment) => normalComponent(segment, SEGMENT_UNSAFE)).join('/'))
}

/** `.` and `..` are walked, and never above the root. */
function walkDots(path: string): string {
  if (!path.startsWith('.') && !path.includes('/.')) return path
  const walked: string[] = []
  const segments = path.split('/')
  segments.forEach((segment, at) => {
    const isLast = at === segments.length - 1
    if (segment === '.' || segment === '..') {
      if (segment === '..' && walked.length > 1) walked.pop()
      if (isLast) walked.push('')
    } else walked.push(segment)
  })
  return walked.join('/')
}

const SEGMENT_UNSAFE = /[^A-Za-z0-9\-._~!$&'()*+,;=:@]/gu
const PAIR_UNSAFE = /%(?!2B)|[^A-Za-z0-9\-._~!$'()*+,=:@/?%]/gu
const FRAGMENT_UNSAFE = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]/gu

const URI_UNSAFE = /[^A-Za-z0-9\-._~!*'();:@&=+$,/?#[\]]/gu

/** A whole URL, or a part of one, with what may not stand in any part escaped. */
export function escapeUri(text: string): string {
  return normalComponent(text, URI_UNSAFE)
}

function normalComponent(text: string, unsafe: RegExp): string {
  return escapePlain(decodeEscapes(text), unsafe)
}

/** An escaped plus stays so, because a plain one stands for a space. */
function normalQuery(query: string): string {
  const pairs = query.split('&').map((pair) => {
    const plain = pair.split(/%2b/i).map(decodeEscapes).join('%2B')
    return escapePlain(plain.replaceAll('%2b', '%2B'), PAIR_UNSAFE)
  })
  return pairs.join('&')
}

/** Characters are in their plainest form, unless there are bytes among them that are no UTF-8. */
function escapePlain(text: string, unsafe: RegExp): string {
  if (/\p{Surrogate}/u.test(text)) return text.replace(URI_UNSAFE, escapeCharacter)
  return text.normalize('NFKC').replace(unsafe, escapeCharacter)
}

/** Bytes that are no UTF-8 stand as lone surrogates until they are escaped again. */
const BYTE_MARK = 0xdc00

function decodeEscapes(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => {
        const byte = Number.parseInt(hex, 16)
        return String.fromCharCode(byte < 128 ? byte : BYTE_MARK + byte)
      })
    }
  })
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (character.length === 1 && code >= BYTE_MARK && code < BYTE_MARK + 256) {
    return `%${(code - BYTE_MARK).toString(16).toUpperCase()}`
  }
  let escaped = ''
  for (const byte of Buffer.from(character)) {
    escaped += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return escaped
}
