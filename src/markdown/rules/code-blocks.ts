/** Code blocks: indented ones and fenced ones. */

import type { BlockState } from '../block-state.ts'
import { setMeta } from '../block-state.ts'
import { trimEnd } from '../text.ts'
import { endsLazyText, FLUSH, INDENTED, isRestBlank } from './starts.ts'

/** Lines that are not indented join the line before them, up to the next blank line. */
export function indentedCode(state: BlockState): boolean {
  if (!state.match(INDENTED) || state.isBlankLine(state.line)) return false
  const first = state.line
  const lines: string[] = []
  let end = first
  while (state.line < state.lineMax) {
    const blank = state.isBlankLine(state.line)
    if (!blank && !state.match(INDENTED)) {
      if (end !== state.line || endsLazyText(state, state.line)) break
      const glue = state.match(FLUSH) ? ' ' : '\n'
      lines.push((lines.pop() ?? '').replace(/\n$/, '') + glue + state.lineAt(state.line))
    } else {
      lines.push(state.lineAt(state.line).replace(/^(?:\t| {4})/, ''))
    }
    state.line++
    if (!blank) end = state.line
  }
  state.line = end
  lines.length = countKept(lines)

  const token = state.map(state.push('code_block', 'code', 0), first)
  token.content = lines.join('')
  return true
}

/** Blank lines behind the code are not part of it. */
function countKept(lines: readonly string[]): number {
  let count = lines.length
  while (count > 0 && trimEnd(lines[count - 1]!) === '') count--
  return count
}

const OPENING = / {0,3}([~`]{3,})([^\n]*)/y
const CLOSING = / {0,3}([~`]{3,})/y

/** Under GFM a run may be a shorter fence, with the rest of it as the language. */
export function fencedCode(state: BlockState): boolean {
  const opening = state.match(OPENING)
  if (!opening) return false
  const [, run = '', rest = ''] = opening
  const { gfm } = state.options
  const info = readInfo(rest, gfm)
  if (info === undefined || (!gfm && !run.endsWith('~'))) return false
  const end = findEnd(state, run, gfm && /^\S*$/.test(rest) ? 3 : run.length)
  if (!end) return false
  const isShorter = end.length < run.length
  pushFence(
    state,
    run.slice(0, end.length),
    isShorter ? run.slice(end.length) + rest : info,
    end.line,
  )
  return true
}

/** One word or nothing; `undefined` where there is more. */
function readInfo(text: string, gfm: boolean): string | undefined {
  const info = text.replace(/^[ \t\v\f\r]+/, '')
  if (info === '') return ''
  const word = trimEnd(info)
  return (gfm ? /^[^ \t\v\f\r]+$/ : /^[^ \t\v\f\r`~]+$/).test(word) ? word : undefined
}

interface End {
  /** How much of the opening run is the fence. */
  readonly length: number
  readonly line: number
}

/** The longest fence at the start of `run` that a line below ends, and that line. */
function findEnd(state: BlockState, run: string, shortest: number): End | undefined {
  const character = isUniform(run) ? run.charAt(0) : run
  const hopeless = state.unclosed.fences.get(character) ?? Number.POSITIVE_INFINITY
  if (shortest >= hopeless) return undefined
  const longest = Math.min(run.length, hopeless - 1)
  let best: End | undefined
  for (let line = state.line + 1; line < state.lineMax && best?.length !== longest; line++) {
    const closing = state.match(CLOSING, line)
    if (!closing || !isRestBlank(state.src, state.bMarks[line]! + closing[0].length)) continue
    const length = Math.min(longest, sharedLength(run, closing[1]!))
    if (length >= shortest && length > (best?.length ?? 0)) best = { length, line }
  }
  if (best?.length !== longest) {
    state.unclosed.fences.set(character, best ? best.length + 1 : shortest)
  }
  return best
}

function isUniform(run: string): boolean {
  return run.replaceAll(run.charAt(0), '') === ''
}

/** How much of `run` a line with the run `closing` can end: behind it, the last character goes on. */
function sharedLength(run: string, closing: string): number {
  let length = 0
  while (length < closing.length && run[length] === closing[length]) length++
  const end = closing.at(-1)!
  let tail = closing.length
  while (tail > 0 && closing[tail - 1] === end) tail--
  return length > tail ? length : 0
}

function pushFence(state: BlockState, fence: string, info: string, end: number): void {
  const first = state.line
  state.line = end + 1
  const token = state.map(state.push('fence', 'code', 0), first)
  token.markup = fence
  token.info = info
  token.content = state.src.slice(state.bMarks[first + 1], state.bMarks[end])
  setMeta(token, 'fenced', true)
}
