/**
 * Values as LibSass writes them.
 *
 * One in which nothing is to be worked out is taken over as it was written, with
 * its quotes and zeros. Of what they have worked out the two differ in colours
 * and, in the compressed style, in what can be left out.
 */

import { writtenCalc } from './calc.ts'
import { createColors } from './colors.ts'
import { compressed } from './compress.ts'
import { isPlain, PART, workedOut } from './parts.ts'
import { scan } from './scan.ts'
import type { Declaration } from './sheet.ts'
import type { Sources } from './sources.ts'

export type ValueOf = (declaration: Declaration) => string

export function createValues(sources: Sources, isCompressed: boolean): ValueOf {
  const colors = createColors(isCompressed, (word) => sources.mentions(word))

  function made(value: string, { elsewhere, text }: Written): string {
    if (isCompressed) return compressed(value, { colors, sources, written: text, elsewhere })
    return value.replaceAll(PART, (part) => {
      const color = workedOut(part, text, colors)
      const isLiteral = color.startsWith('rgba(') && !/(?:rgb|hsl)a?\(/.test(text)
      return isLiteral ? (sources.hexFor(color) ?? color) : color
    })
  }

  /** A custom property is text for Sass but for its interpolations. */
  function custom(value: string, written: Written): string {
    if (!written.whole.includes('#{')) return written.whole
    if (!isCompressed || INTERPOLATION.test(written.text)) return made(value, written)
    return value.replaceAll(PART, (part) => workedOut(part, written.text, colors))
  }

  function usual(value: string, written: Written): string {
    const { elsewhere, text } = written
    if (isPlain(text)) return inOneLine(text)
    const calc = writtenCalc(VARIABLE.test(text) ? elsewhere : text, value)
    if (calc !== undefined && ONE_CALC.test(calc)) return calc
    return made(calc ?? value, written) + (endsEmpty(text, calc ?? value) ? ' ' : '')
  }

  return ({ origin, property, value, valueOrigin }) => {
    const whole = sources.valueAt(origin) ?? ''
    const elsewhere = sources.restAt(valueOrigin)?.trim() ?? ''
    const written = { whole, text: whole.trim(), elsewhere }
    if (sources.restAt(origin)?.startsWith('--')) return custom(value, written)
    const gap = property.startsWith('--') && !isCompressed ? ' ' : ''
    return gap + usual(trimmed(value), written)
  }
}

interface Written {
  /** What stands in the declaration, with its blanks and without. */
  readonly whole: string
  readonly text: string
  /** What stands where a variable in it got its value. */
  readonly elsewhere: string
}

const ONE_CALC = /^(?:-[a-z]+-)?calc\([^()]*(?:\([^()]*\)[^()]*)*\)$/i
const VARIABLE = /^\$[-\w]+$/
/** What is put through `inspect()` is text already. */
const INTERPOLATION = /^#\{(?!inspect\()[^{}]*\}$/

/** Whether nothing was filled in at its end: LibSass writes the space before it all the same. */
function endsEmpty(written: string, made: string): boolean {
  return /\s#\{[^{}]*\}$/.test(written) && countParts(written) === countParts(made) + 1
}

/** Of what spaces part, but for those in parentheses and strings. */
function countParts(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; count++) {
    const end = scan(text, at, (char) => /\s/.test(char))
    at = text.length - text.slice(end).trimStart().length
  }
  return count
}

/** The space behind an escape by number goes, one that is escaped itself stays. */
function trimmed(value: string): string {
  const short = value.trim()
  return short.endsWith('\\') ? `${short} ` : short
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks))
}
