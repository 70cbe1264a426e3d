/** Text. Whatever comes in is turned into text as Ruby's `to_s` does. */

import { downcase, slugify } from '../../util/slugs.ts'
import { isHash } from '../../util/values.ts'
import { liquidError, plainError } from '../errors.ts'
import { countWordsOfHtml } from '../html-text.ts'
import { toCount } from '../numbers.ts'
import type { Run } from '../run.ts'
import { countWords, lengthOf, lstrip, rstrip, sliceOf, spaceBit, strip, words } from '../text.ts'
import { isEmpty, isTruthy, toText } from '../values.ts'
import { type Filters, takes } from './filter.ts'
import { STRIP_HTML } from './markup.ts'

export const stringFilters: Filters = {
  append: takes(1, 1, (input, [more]) => toText(input) + toText(more)),
  prepend: takes(1, 1, (input, [more]) => toText(more) + toText(input)),
  upcase: takes(0, 0, (input) => toText(input).toUpperCase()),
  downcase: takes(0, 0, (input) => downcase(toText(input))),
  capitalize: takes(0, 0, (input) => capitalizeFirst(toText(input))),
  strip: takes(0, 0, (input) => strip(toText(input))),
  lstrip: takes(0, 0, (input) => lstrip(toText(input))),
  rstrip: takes(0, 0, (input) => rstrip(toText(input))),
  strip_newlines: takes(0, 0, (input) => toText(input).replace(/\r?\n/g, '')),
  newline_to_br: takes(0, 0, (input) => toText(input).replace(/\r?\n/g, '<br />\n')),
  normalize_whitespace: takes(0, 0, (input) => words(toText(input)).join(' ')),
  replace: takes(1, 2, (input, [find, by]) => replaceAll(toText(input), toText(find), toText(by))),
  replace_first: takes(1, 2, (input, [find, by]) => {
    return replaceFirst(toText(input), toText(find), toText(by))
  }),
  replace_last: takes(2, 2, (input, [find, by]) => {
    return replaceLast(toText(input), toText(find), toText(by))
  }),
  remove: takes(1, 1, (input, [find]) => replaceAll(toText(input), toText(find), '')),
  remove_first: takes(1, 1, (input, [find]) => replaceFirst(toText(input), toText(find), '')),
  remove_last: takes(1, 1, (input, [find]) => replaceLast(toText(input), toText(find), '')),
  split: takes(1, 1, (input, [by]) => splitText(toText(input), toText(by))),
  truncate: takes(0, 2, truncate),
  truncatewords: takes(0, 2, truncateWords),
  slice: takes(1, 2, slice),
  slugify: takes(0, 1, slugifyText),
  number_of_words: {
    ...takes(0, 1, numberOfWords),
    behind: { filter: STRIP_HTML, fn: (input) => countWordsOfHtml(toText(input)) },
  },
  default: takes(0, 2, orDefault),
  base64_encode: takes(0, 0, (input) => Buffer.from(toText(input)).toString('base64')),
  base64_decode: takes(0, 0, (input) => decodeBase64(toText(input), STANDARD, 'base64_decode')),
  base64_url_safe_encode: takes(0, 0, (input) => urlSafe(Buffer.from(toText(input)))),
  base64_url_safe_decode: takes(0, 0, (input) => {
    return decodeBase64(toText(input), URL_SAFE, 'base64_url_safe_decode')
  }),
}

/** Letters for two sounds have a form of their own at the head of a word. */
const TITLE_CASE: ReadonlyMap<string, string> = new Map([
  ['Ǆ', 'ǅ'],
  ['Ǉ', 'ǈ'],
  ['Ǌ', 'ǋ'],
  ['Ǳ', 'ǲ'],
])

function capitalizeFirst(text: string): string {
  const [first = ''] = text
  const upper = first.toUpperCase()
  const [head = '', ...more] = TITLE_CASE.get(upper) ?? upper
  return head + downcase(more.join('') + text.slice(first.length))
}

function replaceAll(text: string, find: string, by: string): string {
  if (!by.includes('\\')) return text.replaceAll(characters(find), () => by)
  return text.replaceAll(characters(find), (match: string, at: number) =>
    expand(by, match, text, at),
  )
}

/** Between code points, not within them, where there is nothing to find. */
function characters(find: string): string | RegExp {
  return find === '' ? /(?:)/gu : find
}

function replaceFirst(text: string, find: string, by: string): string {
  const at = text.indexOf(find)
  if (at < 0) return text
  return text.slice(0, at) + expand(by, find, text, at) + text.slice(at + find.length)
}

function replaceLast(text: string, find: string, by: string): string {
  const at = text.lastIndexOf(find)
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + find.length)
}

/** Ruby's replacements: `\0` and `\&` are the match, `\\` a backslash. */
function expand(by: string, match: string, text: string, at: number): string {
  return by.replace(/\\([0-9&`'\\])/g, (_, mark: string) => {
    if (mark === '\\') return '\\'
    if (mark === '0' || mark === '&') return match
    if (mark === '`') return text.slice(0, at)
    return mark === "'" ? text.slice(at + match.length) : ''
  })
}

/** Empty pieces at the end are dropped; a space stands for runs of white space. */
function splitText(text: string, by: string): string[] {
  if (text === '') return []
  const pieces = by === ' ' ? words(text) : by === '' ? Array.from(text) : text.split(by)
  while (pieces.at(-1) === '') pieces.pop()
  return pieces
}

function truncate(input: unknown, [size = 50, ending = '...']: readonly unknown[]): unknown {
  if (input === null || input === undefined) return null
  const text = toText(input)
  const mark = toText(ending)
  const length = toCount(size)
  if (lengthOf(text) <= length) return text
  return sliceOf(text, 0, Math.max(0, length - lengthOf(mark))) + mark
}

const TOO_MANY_WORDS = 2 ** 31

/** White space after the last word that has a place counts as more text. */
function truncateWords(input: unknown, [count = 15, ending = '...']: readonly unknown[]): unknown {
  if (input === null || input === undefined) return null
  const text = toText(input)
  const most = Math.max(1, toCount(count))
  if (most >= TOO_MANY_WORDS) throw liquidError(`integer ${most} too big for truncatewords`)
  const kept = words(text, most + 1)
  const hasMore = kept.length === most && spaceBit(text.charCodeAt(text.length - 1)) === 1
  if (kept.length <= most && !hasMore) return text
  return kept.slice(0, most).join(' ') + toText(ending)
}

function slice(input: unknown, [from, count]: readonly unknown[]): unknown {
  const start = toCount(from)
  const length = count === null || count === undefined ? 1 : toCount(count)
  if (Array.isArray(input)) return sliceItems(input, start, length)
  return sliceItems(Array.from(toText(input)), start, length).join('')
}

function sliceItems<T>(items: readonly T[], start: number, length: number): T[] {
  const begin = start < 0 ? items.length + start : start
  return begin < 0 || length < 0 ? [] : items.slice(begin, begin + length)
}

function slugifyText(input: unknown, [mode]: readonly unknown[], { context }: Run): unknown {
  if (input === null || input === undefined) return null
  if (typeof input !== 'string') {
    throw plainError(`undefined method \`gsub' for ${toText(input)}`)
  }
  const slug = slugify(input, mode === null || mode === undefined ? undefined : toText(mode))
  if (slug === '') context.log.warn('Warning:', `Empty \`slug\` generated for '${input}'.`)
  return slug
}

const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/gu
const NOT_CJK_WORDS =
  /[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\s]+/gu

function numberOfWords(input: unknown, [mode]: readonly unknown[]): number {
  if (typeof input !== 'string') throw plainError(`undefined method \`split' for ${toText(input)}`)
  if (mode !== 'cjk' && mode !== 'auto') return countWords(input)
  const letters = input.match(CJK)?.length ?? 0
  if (letters === 0 && mode === 'auto') return countWords(input)
  return letters + (input.match(NOT_CJK_WORDS)?.length ?? 0)
}

function orDefault(input: unknown, args: readonly unknown[]): unknown {
  const [other = '', options] = args
  const allowFalse = isHash(options) && isTruthy(options.get('allow_false'))
  const isMissing = allowFalse ? input === null || input === undefined : !isTruthy(input)
  return isMissing || isEmpty(input) ? other : input
}

const STANDARD = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const URL_SAFE = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2}(?:==)?|[A-Za-z0-9_-]{3}=?)?$/

function decodeBase64(text: string, form: RegExp, filter: string): string {
  if (!form.test(text)) throw liquidError(`invalid base64 provided to ${filter}`)
  return Buffer.from(text, 'base64').toString()
}

function urlSafe(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_')
}
