/** Values in the compressed style. */

import type { Colors } from './colors.ts'
import { PART, workedOut } from './parts.ts'
import type { Sources } from './sources.ts'

export interface Compressing {
  readonly colors: Colors
  readonly sources: Sources
  /** What stands in the declaration. */
  readonly written: string
  /** What stands where its variable got its value. */
  readonly elsewhere: string
}

/**
 * Colours are as short as can be, but for words that were written. Between the
 * parts of a list there is no space after a comma; within functions there is. A
 * number loses the zero before its point, unless it was written in its place: in
 * the declaration, or in the list that a variable stands for.
 */
export function compressed(value: string, compressing: Compressing): string {
  const { colors, sources, written } = compressing
  const words = new Set(written.replaceAll(/"[^"]*"|'[^']*'/g, '').match(/[a-zA-Z]+/g))
  const isList = /[ ,]/.test(value)
  const numbers = fractionsIn(isList ? listsBehind(compressing) : written)

  return partsOf(value)
    .map((listed) => {
      const isWhole = /[ (]/.test(listed) && sources.isListed(listed)
      return listed.replaceAll(PART, (part) => {
        if (part.startsWith('#')) return colors.hex(part)
        if (/^-?0\./.test(part))
          return isWhole || numbers.has(part) ? part : part.replace('0.', '.')
        if (/^[a-zA-Z]+$/.test(part)) return words.has(part) ? part : colors.word(part)
        return workedOut(part, written, colors)
      })
    })
    .join(',')
}

function listsBehind({ elsewhere, sources, written }: Compressing): string {
  const variables = Array.from(written.matchAll(/\$([-\w]+)/g), ([, name = '']) => name)
  return [written, elsewhere, ...variables.map((name) => sources.listsOf(name))].join(' ')
}

/** What its commas part, but for those in parentheses. */
function partsOf(value: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: part, index } of value.matchAll(PART)) {
    if (part === '(') depth++
    else if (part === ')') depth--
    else if (part === ', ' && depth === 0) {
      parts.push(value.slice(start, index))
      start = index + part.length
    }
  }
  return [...parts, value.slice(start)]
}

/**
 * The numbers below 1 that are written there, as Dart Sass writes them. What is
 * worked out is written as its left side is.
 */
function fractionsIn(text: string): Set<string> {
  const fractions = new Set<string>()
  for (const [, operator, sign, digits = '', unit = ''] of text.matchAll(FRACTION))
    if (operator === undefined) fractions.add(`${sign === '-' ? '-' : ''}0.${digits}${unit}`)
  return fractions
}

const FRACTION = /([*+-][ \t]+|[*+])?([-+]?)(?<![\w.])0*\.(\d*[1-9])0*(%|[a-zA-Z]+)?(?![\w.])/g
