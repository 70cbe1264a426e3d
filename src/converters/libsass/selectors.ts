/**
 * Selectors as they were written: LibSass leaves alone the quotes of attributes,
 * what stands in `:nth-child()`, and how characters are escaped; Dart Sass
 * writes each in one form.
 */

import type { Block } from './sheet.ts'
import type { SassSource } from './sources.ts'

/** How the stylesheets spell these, by what both forms have in common. */
export interface Spellings {
  readonly parts: ReadonlyMap<string, string>
  /** The quote after an attribute's name and operator. */
  readonly quotes: ReadonlyMap<string, string>
  /** The escape of a character by its number. */
  readonly escapes: ReadonlyMap<string, string>
}

export function spellingsOf(sources: readonly SassSource[]): Spellings {
  const spellings = {
    parts: new Map<string, string>(),
    quotes: new Map<string, string>(),
    escapes: new Map<string, string>(),
  }
  for (const { text } of sources) {
    gatherParts(text, spellings.parts)
    for (const [, name = '', operator = '', quote = ''] of text.matchAll(QUOTED))
      keepFirst(spellings.quotes, name + operator, quote)
    for (const [, digits = ''] of text.matchAll(NUMBERED))
      keepFirst(spellings.escapes, charOf(digits), `\\${digits}`)
  }
  return spellings
}

/** `heads` are those of the rule and of the blocks around it: they know best. */
export function restoredSelector(
  selector: string,
  heads: readonly string[],
  spellings: Spellings,
): string {
  if (!/[[(\\]/.test(selector)) return selector
  const own = new Map<string, string>()
  for (const head of heads) gatherParts(head, own)
  return selector.replaceAll(PART, (part) => {
    const key = keyOf(part)
    return own.get(key) ?? spellings.parts.get(key) ?? guess(part, key, spellings)
  })
}

const QUOTED_TEXT = String.raw`"[^"\n]*"|'[^'\n]*'`
const ATTRIBUTE = String.raw`\[[ \t]*[-\w|]+[ \t]*[~|^$*]?=(?:${QUOTED_TEXT}|[^[\]"'\n])+\]`
/** Those whose selectors LibSass reads are not among them. */
const FUNCTION = String.raw`:(?!(?:not|matches|current|any|has|host|host-context|slotted)\()[-a-z]+\([^()]*\)`
const ESCAPED = String.raw`(?<![-\w])[-\w]*\\(?:[0-9a-f]{1,6} ?|[^\n])(?:[-\w]|\\(?:[0-9a-f]{1,6} ?|[^\n]))*`
const PART = new RegExp(String.raw`${ATTRIBUTE}|${FUNCTION}|${ESCAPED}`, 'gi')
const ESCAPE = /\\(?:([0-9a-f]{1,6}) ?|([^\n]))/gi
/** Also in a text in which the backslash itself is escaped, to be put into a selector. */
const NUMBERED = /\\([0-9a-f]{2,6})/gi
const QUOTED = /\[([-\w|]+)([~|^$*]?=)\\?(["'])/g

function gatherParts(text: string, parts: Map<string, string>): void {
  for (const [part] of text.matchAll(PART)) keepFirst(parts, keyOf(part), tight(part))
}

function keepFirst(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value)
}

/** Without that in which the two differ. */
function keyOf(part: string): string {
  if (part.startsWith('[')) return part.replaceAll(/["'\s\\]/g, '')
  if (part.startsWith(':')) return part.replaceAll(/\s/g, '').toLowerCase()
  return NAME_KEY + part.replaceAll(ESCAPE, (_, digits, char) => (digits ? charOf(digits) : char))
}

const NAME_KEY = '\\'

function tight(part: string): string {
  if (part.startsWith(':')) return part.replace(/\( *([-+]?\d*n\b.*?) *\)$/i, '($1)')
  if (!part.startsWith('[')) return part
  const inner = part.slice(1, -1).trim()
  const [head = ''] = /^[^=]*=/.exec(inner) ?? []
  return `[${head.replaceAll(/\s/g, '')}${inner.slice(head.length).trimStart()}]`
}

/** What was put together from variables is spelt as its like. */
function guess(part: string, key: string, { escapes, parts, quotes }: Spellings): string {
  if (part.startsWith('[')) {
    const [, name = '', value = ''] = /^\[([^"'=]*=)([^"'\]]+)\]$/.exec(part) ?? []
    const quote = quotes.get(name)
    return quote === undefined ? part : `[${name}${quote}${value}${quote}]`
  }
  if (part.startsWith(':')) return part
  const known = [...parts.keys()].filter((other) => isBeginning(other, key))
  const longest = known.reduce((one, other) => (other.length > one.length ? other : one), '')
  const rest = longest === '' ? part : escaped(key.slice(longest.length))
  const respelt = rest.replaceAll(/\\([^0-9a-f])(?=([0-9a-f]?))/gi, (whole, char, next) => {
    const spelt = escapes.get(char)
    return spelt === undefined ? whole : next === '' ? spelt : `${spelt} `
  })
  return (parts.get(longest) ?? '') + respelt
}

function isBeginning(other: string, key: string): boolean {
  return other.startsWith(NAME_KEY) && other.length > 2 && key.startsWith(other)
}

function escaped(text: string): string {
  return text.replaceAll(/[^-\w\u0080-\uffff]/g, '\\$&')
}

function charOf(digits: string): string {
  return String.fromCodePoint(Math.min(Number.parseInt(digits, 16), 0x10ffff))
}

/** Without the blanks that the compressed style leaves out. */
export function tightHead({ head, kind }: Block): string {
  if (kind === 'at-rule') return head.startsWith('@media') ? head.replaceAll(/,[ \n]/g, ',') : head
  return head.replaceAll(TIGHT, (part) => (SEPARATOR.test(part) ? part.trim() : part))
}

const SEPARATOR = /^ ?[,>+~]/
const TIGHT = new RegExp(
  String.raw`${ATTRIBUTE}|${FUNCTION}|\\(?:[0-9a-f]{1,6} ?|[^\n])| ?[,>+~][ \n]?`,
  'gi',
)
