/** HTML's tags as kramdown takes them apart, for blocks and for text. */

import { isKnown, normalizeName } from './html-names.ts'
import { matchAt } from './text.ts'

export interface StartTag {
  readonly name: string
  readonly attributes: [string, string][]
  /** Written `<x />`. */
  readonly closed: boolean
  readonly end: number
}

const WORD = '[\\p{Alphabetic}_][\\p{Alphabetic}\\p{Nd}._-]*'
/** One colon may part a name; two, or one before a digit, are in none. */
const NAME = `(?:${WORD}:)?${WORD}`
const SPACE = '[ \\t\\n\\v\\f\\r]'
const OPEN = new RegExp(`<(${NAME})`, 'uy')
const ATTRIBUTE = new RegExp(
  `${SPACE}+(${NAME})(?:${SPACE}*=${SPACE}*(?:"([^"]*)"|'([^']*)'|([\\p{L}\\p{M}\\p{N}_]+)))?`,
  'uy',
)
const CLOSE = new RegExp(`${SPACE}*(/?)>`, 'y')
const END = new RegExp(`</(${NAME})${SPACE}*>`, 'uy')

/** The complete start tag at `position`, which is that of its `<`. */
export function readStartTag(text: string, position: number): StartTag | undefined {
  const open = matchAt(OPEN, text, position)
  if (!open) return undefined
  const name = normalizeName(open[1]!)
  const attributes = new Map<string, string>()
  let at = position + open[0].length
  for (;;) {
    const attribute = matchAt(ATTRIBUTE, text, at)
    if (!attribute) break
    const [all, key = '', double, single, bare] = attribute
    attributes.set(isKnown(name) ? key.toLowerCase() : key, double ?? single ?? bare ?? '')
    at += all.length
  }
  const close = matchAt(CLOSE, text, at)
  if (!close) return undefined
  const end = at + close[0].length
  return { name, attributes: [...attributes], closed: close[1] === '/', end }
}

export interface EndTag {
  readonly name: string
  readonly end: number
}

export function readEndTag(text: string, position: number): EndTag | undefined {
  const tag = matchAt(END, text, position)
  return tag ? { name: normalizeName(tag[1]!), end: position + tag[0].length } : undefined
}
