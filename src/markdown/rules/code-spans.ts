/** Code within text, between runs of backticks. */

import type { InlineState } from '../inline-state.ts'
import { isBlank } from '../text.ts'

export function codeSpan(state: InlineState): boolean {
  if (state.src[state.pos] !== '`') return false
  const run = runLength(state.src, state.pos)
  const end = isLoneBacktick(state.src, state.pos, run)
    ? -1
    : state.find(run === 1 ? '`' : '`'.repeat(run), state.pos + run)
  if (end === -1) return state.takeText(run)

  const content = state.src.slice(state.pos + run, end)
  state.push('code_inline', 'code', 0).content = run === 1 ? content : withoutPadding(content)
  state.pos = end + run
  return true
}

/** The code span that begins at `position` of a text, for those who need no tokens. */
export function readCodeSpan(
  text: string,
  position: number,
): { readonly content: string; readonly end: number } | undefined {
  const run = runLength(text, position)
  if (isLoneBacktick(text, position, run)) return undefined
  const end = text.indexOf('`'.repeat(run), position + run)
  if (end === -1) return undefined
  const content = text.slice(position + run, end)
  return { content: run === 1 ? content : withoutPadding(content), end: end + run }
}

export function runLength(text: string, position: number): number {
  let end = position
  while (text[end] === '`') end++
  return end - position
}

/** One backtick between blanks is meant as itself. */
function isLoneBacktick(text: string, position: number, run: number): boolean {
  return (
    run === 1 &&
    (position === 0 || isBlank(text.charCodeAt(position - 1))) &&
    isBlank(text.charCodeAt(position + 1))
  )
}

function withoutPadding(content: string): string {
  const start = content.startsWith(' ') ? 1 : 0
  const end = content.length > start && content.endsWith(' ') ? content.length - 1 : content.length
  return content.slice(start, end)
}
