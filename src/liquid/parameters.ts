/** `name=value` pairs of an include tag. */

import { plainError } from './errors.ts'
import { type Expression, parseExpression } from './expressions.ts'
import { isSpace } from './text.ts'

export interface Parameter {
  readonly name: string
  /** A quoted text, or a variable or number. */
  readonly value: string | Expression
}

const NAME = /[\w-]+\s*=\s*/y
const DOUBLE_QUOTED = /"((?:[^"\\]|\\[^\n])*)"/y
const SINGLE_QUOTED = /'((?:[^'\\]|\\[^\n])*)'/y
const BARE = /[\w.-]+/y

/** @throws LiquidFailure for anything but such pairs */
export function parseParameters(text: string, tag: string): Parameter[] {
  const parameters: Parameter[] = []
  let at = 0
  while (at < text.length) {
    const head = matchAt(NAME, text, at)?.[0]
    if (head === undefined) throw invalid(text, tag)
    const name = head.slice(0, head.indexOf('=')).trimEnd()
    const value = valueAt(text, at + head.length)
    if (value === undefined || !isBorder(text, value.end)) throw invalid(text, tag)
    parameters.push({ name, value: value.value })
    at = value.end
    while (isSpace(text.charCodeAt(at))) at++
  }
  return parameters
}

interface FoundValue {
  readonly value: string | Expression
  readonly end: number
}

function valueAt(text: string, at: number): FoundValue | undefined {
  const double = matchAt(DOUBLE_QUOTED, text, at)
  if (double) return { value: (double[1] ?? '').replaceAll('\\"', '"'), end: at + double[0].length }
  const single = matchAt(SINGLE_QUOTED, text, at)
  if (single) return { value: (single[1] ?? '').replaceAll("\\'", "'"), end: at + single[0].length }
  const bare = matchAt(BARE, text, at)?.[0]
  return bare === undefined ? undefined : { value: parseExpression(bare), end: at + bare.length }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function isBorder(text: string, at: number): boolean {
  return at === text.length || isSpace(text.charCodeAt(at))
}

function invalid(text: string, tag: string): Error {
  return plainError(
    `Invalid syntax for include tag:\n\n${text}\n\nValid syntax:\n\n` +
      `{% ${tag} file.ext param='value' param2='value' %}\n\n`,
  )
}
