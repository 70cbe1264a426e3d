/** Code blocks: indented ones and fenced ones. */

import type { BlockState } from '../block-state.ts'
import { setMeta } from '../block-state.ts'
import { trimEnd } from '../text.ts'
import { endsLazyText, INDENTED, isRestBlank } from './starts.ts'

const LAZY = / {0,3}[^ \t\n]/y

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
      const glue = state.match(LAZY) ? ' ' : '\n'
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

export function fencedCode(state: BlockState): boolean {
  const opening = state.match(OPENING)
  if (!opening) return false
  const run = opening[1]!
  const shortest = state.options.gfm ? 3 : run.length
  for (let length = run.length; length >= shortest; length--) {
    const info = readInfo(run.slice(length) + opening[2]!, state.options.gfm)
    const fence = run.slice(0, length)
    const end = info === undefined ? undefined : findEnd(state, fence)
    if (info !== undefined && end !== undefined) {
      pushFence(state, fence, info, end)
      return true
    }
  }
  return false
}

/** One word or nothing; `undefined` where there is more. */
function readInfo(text: string, gfm: boolean): string | undefined {
  const info = text.replace(/^[ \t\v\f\r]+/, '')
  if (info === '') return ''
  const word = trimEnd(info)
  return (gfm ? /^[^ \t\v\f\r]+$/ : /^[^ \t\v\f\r`~]+$/).test(word) ? word : undefined
}

function findEnd(state: BlockState, fence: string): number | undefined {
  const last = fence.at(-1)!
  const key = fence.replaceAll(last, '') === '' ? last : fence
  const known = state.unclosed.fences.get(key)
  if (known !== undefined && fence.length >= known) return undefined
  if (!state.options.gfm && last !== '~') return undefined
  for (let line = state.line + 1; line < state.lineMax; line++) {
    const closing = state.match(CLOSING, line)
    if (!closing) continue
    const run = closing[1]!
    if (!run.startsWith(fence) || run.slice(fence.length).replaceAll(last, '') !== '') continue
    if (isRestBlank(state.src, state.bMarks[line]! + closing[0].length)) return line
  }
  state.unclosed.fences.set(key, fence.length)
  return undefined
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
