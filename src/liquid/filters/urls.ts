/** URLs: `relative_url`, `absolute_url`, `strip_index`, and escaping. */

import type { Config } from '../../config/config.ts'
import { Drop } from '../drops/drop.ts'
import { LiquidFailure, plainError } from '../errors.ts'
import { className, toText } from '../values.ts'
import { type Filters, takes } from './filter.ts'
import { escapeUri, isAbsolute, normalUrl } from './normal-url.ts'

export const urlFilters: Filters = {
  relative_url: takes(0, 0, (input, _, { context }) => context.relativeUrl(input)),
  absolute_url: takes(0, 0, (input, _, { context }) => context.absoluteUrl(input)),
  strip_index: takes(0, 0, stripIndex),
  url_encode: takes(0, 0, (input) => (isNil(input) ? null : encodeForm(toText(input)))),
  url_decode: takes(0, 0, (input) => (isNil(input) ? null : decodeForm(toText(input)))),
  cgi_escape: takes(0, 0, cgiEscape),
  uri_escape: takes(0, 0, uriEscape),
}

function isNil(value: unknown): boolean {
  return value === null || value === undefined
}

/** The two URL filters for one configuration. They remember their answers. */
export function createUrlFilters({ baseurl, url }: Pick<Config, 'baseurl' | 'url'>): {
  relativeUrl(value: unknown): string | null
  absoluteUrl(value: unknown): string | null
} {
  const base = (baseurl ?? '').replace(/\/$/, '')
  const relative = remembered((text) => {
    if (isAbsolute(text, plainError)) return text
    return normalUrl(withSlash(base) + withSlash(text))
  })
  const absolute = remembered((text) => {
    if (isAbsolute(text, plainError)) return text
    return url ? normalUrl(url + relative(text)) : relative(text)
  })
  return {
    relativeUrl: (value) => (isNil(value) ? null : relative(urlTextOf(value))),
    absoluteUrl: (value) => (isNil(value) ? null : absolute(urlTextOf(value))),
  }
}

function remembered(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    let answer = known.get(text)
    if (answer === undefined) {
      answer = compute(text)
      known.set(text, answer)
    }
    return answer
  }
}

/** A document stands for its URL; a page, which is a hash to templates, does not. */
function urlTextOf(value: unknown): string {
  return toText(value instanceof Drop ? (value.get('url') ?? value) : value)
}

function withSlash(text: string): string {
  return text === '' || text.startsWith('/') ? text : `/${text}`
}

function stripIndex(input: unknown): unknown {
  if (isNil(input) || input === '') return null
  if (typeof input !== 'string') throw plainError(`undefined method \`sub' for ${toText(input)}`)
  return input.replace(/\/index\.html?$/, '/')
}

const FORM_UNSAFE = /[^A-Za-z0-9_.~\- ]/gu

const FORM_SAFE = /^[A-Za-z0-9_.~-]*$/

function encodeForm(text: string): string {
  if (FORM_SAFE.test(text)) return text
  return text.replace(FORM_UNSAFE, percentBytes).replaceAll(' ', '+')
}

export function percentBytes(character: string): string {
  let escaped = ''
  for (const byte of Buffer.from(character)) {
    escaped += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return escaped
}

function decodeForm(text: string): string {
  const bytes: Buffer[] = []
  for (const [piece] of text.replaceAll('+', ' ').matchAll(/(?:%[0-9A-Fa-f]{2})+|[^%]+|%/g)) {
    const escaped = piece.length > 1 && piece.startsWith('%')
    bytes.push(escaped ? Buffer.from(piece.replaceAll('%', ''), 'hex') : Buffer.from(piece))
  }
  const decoded = Buffer.concat(bytes)
  const plain = decoded.toString('utf8')
  if (!Buffer.from(plain).equals(decoded)) {
    throw new LiquidFailure('Liquid error', 'invalid byte sequence in UTF-8')
  }
  return plain
}

function cgiEscape(input: unknown): string {
  if (typeof input !== 'string') {
    throw plainError(`no implicit conversion of ${className(input)} into String`)
  }
  return encodeForm(input)
}

function uriEscape(input: unknown): unknown {
  if (isNil(input)) return null
  if (typeof input !== 'string') throw plainError(`Can't convert ${className(input)} into String.`)
  return escapeUri(input)
}
