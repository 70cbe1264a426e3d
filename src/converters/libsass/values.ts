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
import type { Declaration, Origin } from './sheet.ts'
import type { Sources } from './sources.ts'

export type ValueOf = (declaration: Declaration) => string

export function createValues(sources: Sources, isCompressed: boolean): ValueOf {
  const colors = createColors(isCompressed, (word) => sources.mentions(word))
  const asWritten = (part: string, written: string) =>
    part.startsWith('rgba(') && !/(?:rgb|hsl)a?\(/.test(written)
      ? (sources.hexFor(part) ?? part)
      : part
  const isCustom = (origin: Origin | undefined) => sources.restAt(origin)?.startsWith('--') ?? false

  return ({ origin, property, value, valueOrigin }) => {
    const whole = sources.valueAt(origin) ?? ''
    const written = whole.trim()
    const isOpaque = isCustom(origin)
    if (isOpaque && !whole.includes('#{')) return whole
    const gap = property.startsWith('--') && !isOpaque && !isCompressed ? ' ' : ''
    if (isPlain(written)) return gap + inOneLine(written)
    const valueMade = isOpaque ? value : trimmed(value)
    const elsewhere = sources.restAt(valueOrigin)?.trim() ?? ''
    const calc = writtenCalc(VARIABLE.test(written) ? elsewhere : written, valueMade)
    if (calc !== undefined && ONE_CALC.test(calc)) return gap + calc
    const made = calc ?? valueMade
    const isFilledIn = !isOpaque || INTERPOLATION.test(written)
    const end = endsEmpty(written, made) ? ' ' : ''
    return isCompressed && isFilledIn
      ? compressed(made, { colors, sources, written, elsewhere }) + end
      : gap +
          made.replaceAll(PART, (part) => asWritten(workedOut(part, written, colors), written)) +
          end
  }
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
