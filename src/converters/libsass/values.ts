/**
 * Values as LibSass writes them.
 *
 * One in which nothing is to be worked out is taken over as it was written, with
 * its quotes and zeros. Of what they have worked out the two differ in colours
 * and, in the compressed style, in what can be left out.
 */

import { writtenCalc } from './calc.ts'
import { type Colors, createColors } from './colors.ts'
import type { Declaration } from './sheet.ts'
import type { Sources } from './sources.ts'

export type ValueOf = (declaration: Declaration) => string

export function createValues(sources: Sources, isCompressed: boolean): ValueOf {
  const colors = createColors(isCompressed)
  return ({ origin, property, value, valueOrigin }) => {
    if (property.startsWith('--')) return value
    const written = sources.valueAt(origin)?.trim() ?? ''
    if (isPlain(written)) return inOneLine(written).replace(/\s*!\s*important$/i, ' !important')
    const made = value.trimEnd()
    const elsewhere = sources.restAt(valueOrigin)?.trim() ?? ''
    const calc = writtenCalc(/^\$[-\w]+$/.test(written) ? elsewhere : written, made)
    if (calc !== undefined) return calc
    const numbers = /[ ,]/.test(made) ? `${written} ${elsewhere}` : written // a list keeps its own
    return isCompressed
      ? compressed(made, { colors, written, numbers })
      : made.replaceAll(PART, (part) => workedOut(part, written, colors))
  }
}

const IDENTIFIER = String.raw`-?(?:[a-zA-Z_\u0080-\uffff]|\\[^\n])(?:[-\w\u0080-\uffff]|\\[^\n])*`
const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?:%|${IDENTIFIER})?`
const STRING = String.raw`"(?:[^"\\\n#]|\\[^]|#(?!\{))*"|'(?:[^'\\\n#]|\\[^]|#(?!\{))*'`
const COMPONENT = new RegExp(
  String.raw`${IDENTIFIER}|${STRING}|${NUMBER}|#[0-9a-zA-Z]+|!\s*important`,
  'y',
)
const BETWEEN = /\s*[/,]\s*|\s+|(?=!)/y

/** Whether there is nothing to work out: words, strings, numbers and colours. */
function isPlain(written: string): boolean {
  for (let at = 0; ; at = BETWEEN.lastIndex) {
    COMPONENT.lastIndex = at
    if (!COMPONENT.test(written)) return false
    if (COMPONENT.lastIndex === written.length) return true
    BETWEEN.lastIndex = COMPONENT.lastIndex
    if (!BETWEEN.test(written)) return false
  }
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks))
}

/** The parts in which the two differ, and strings and addresses, so that nothing within them is taken for such. */
const PART = new RegExp(
  [
    String.raw`"(?:[^"\\]|\\[^])*"`,
    String.raw`'(?:[^'\\]|\\[^])*'`,
    String.raw`url\([^)]*\)`,
    String.raw`(?:rgb|hsl)a?\((?:[-\d.%]+(?:deg)?(?:, |\)))+`,
    String.raw`#[0-9a-fA-F]{3,8}\b`,
    String.raw`(?<![-\w.#$%])(?:[a-zA-Z]+(?![-\w(])|-?0\.\d+)`,
    String.raw`(?<![-\w.#$%)])-0(?![.\d])`,
    ', ',
    String.raw`[()]`,
  ].join('|'),
  'g',
)

function workedOut(part: string, written: string, colors: Colors): string {
  if (/^["']/.test(part)) return part.replaceAll(PRIVATE, (_, digits) => charOf(digits))
  if (/^(?:rgb|hsl)a?\(/.test(part)) return colors.function(part)
  if (part === '-0') return /-(?:#\{|0)/.test(written) ? part : '0'
  return part
}

/** Characters for private use: Dart Sass writes their numbers, LibSass themselves. */
const PRIVATE = /\\(e[0-9a-f]{3}|f[0-8][0-9a-f]{2})(?: |(?![0-9a-f ]))/g

function charOf(digits: string): string {
  return String.fromCodePoint(Number.parseInt(digits, 16))
}

interface Compressing {
  readonly colors: Colors
  readonly written: string
  /** Where the numbers were written. */
  readonly numbers: string
}

/** Commas within functions keep their space, and words that were written keep their form. */
function compressed(value: string, { colors, numbers, written }: Compressing): string {
  const words = new Set(written.match(/[a-zA-Z]+/g))
  let depth = 0
  return value.replaceAll(PART, (part) => {
    if (part === '(') depth++
    else if (part === ')') depth--
    if (part === ', ') return depth === 0 ? ',' : part
    if (part.startsWith('#')) return colors.hex(part)
    if (/^-?0\./.test(part)) return isWrittenIn(part, numbers) ? part : part.replace('0.', '.')
    if (/^[a-zA-Z]+$/.test(part)) return words.has(part) ? part : colors.word(part)
    return workedOut(part, written, colors)
  })
}

/** A number keeps the zero before its point where it was written as such. */
function isWrittenIn(number: string, text: string): boolean {
  const digits = number.replace(/^-?0/, '')
  for (let at = text.indexOf(digits); at !== -1; at = text.indexOf(digits, at + 1)) {
    if (
      /(?<!\d)0?$/.test(text.slice(Math.max(0, at - 2), at)) &&
      /^0*(?!\d)/.test(text.slice(at + digits.length))
    )
      return true
  }
  return false
}
