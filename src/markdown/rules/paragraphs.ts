/**
 * Paragraphs: what no other rule takes.
 *
 * A paragraph right behind a paragraph continues it. This happens when a line
 * looked like the start of another block and then was none.
 */

import { type BlockState, isLetter, textOf } from '../block-state.ts'
import { trimEnd, trimStart } from '../text.ts'
import { DEFINITION, endsLazyText, GFM_START } from './starts.ts'

const BLANK_TAB = / {1,3}\t/y

/**
 * A tab behind one to three spaces is no indentation and begins no paragraph
 * either: as in kramdown, such a line is bare text.
 */
export function bareText(state: BlockState): boolean {
  if (!state.match(BLANK_TAB)) return false
  const text = state.lineAt(state.line)
  state.line++
  if (state.last?.type === 'inline') state.last.content += text
  else state.pushInline(text, state.line - 1)
  return true
}

export function paragraph(state: BlockState): boolean {
  const first = state.line
  const start = state.start
  state.line++
  while (state.line < state.lineMax && !isInterrupted(state, state.line)) state.line++

  const text = trimEnd(state.src.slice(start, state.eMarks[state.line - 1]))
  const last = state.last
  if (last?.type === 'paragraph_open') {
    const inline = textOf(last)
    const glue = state.src.slice(Math.max(0, start - 3), start) === '  \n' ? '  \n' : '\n'
    inline.content += glue + text
    last.map![1] = inline.map![1] = state.lineOffset + state.line
    return true
  }
  const open = state.map(state.push('paragraph_open', 'p', 1), first)
  state.pushText(open, trimStart(text), first)
  state.push('paragraph_close', 'p', -1)
  return true
}

function isInterrupted(state: BlockState, line: number): boolean {
  if (isLetter(state.src.charCodeAt(state.bMarks[line]!))) return false
  if (endsLazyText(state, line)) return true
  const anyStart = state.options.gfm && state.options.gfmQuirks.has('paragraph_end')
  return state.match(anyStart ? GFM_START : DEFINITION, line) !== null
}
