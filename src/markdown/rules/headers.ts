/** Headers: `# one` and lines underlined with `=` or `-`. */

import type { BlockState } from '../block-state.ts'
import { metaOf } from '../markdown-it.ts'
import { trim, trimEnd } from '../text.ts'
import { FLUSH } from './starts.ts'

const HASHES = /(#{1,6})[\t ]+([^ \t\n][^\n]*)/y
/** Plain kramdown needs no blank, and hashes alone take the next line. */
const BARE_HASHES = /(#{1,6})[\t ]*(\n[^\n]*|[^ \t\n][^\n]*)/y
const UNDERLINE = /([-=])[-=]*[ \t\r\f\v]*(?:\n|$)/y
const EXPLICIT_ID = /[\t ]+\{#([\p{L}_:][\p{L}\p{M}\p{Nd}_:.-]*)\}$/u

export function atxHeader(state: BlockState): boolean {
  if (!isStrict(state) && !state.hasBoundaryBefore()) return false
  const match = state.match(state.options.gfm ? HASHES : BARE_HASHES)
  if (!match) return false
  const { text, id } = splitId(match[2]!)
  const content = withoutClosingHashes(text, isStrict(state))
  if (trim(content) === '') return false

  const first = state.line
  state.line += match[2]!.startsWith('\n') ? 2 : 1
  pushHeader(state, match[1]!.length, trimEnd(content), id, first)
  return true
}

export function setextHeader(state: BlockState): boolean {
  const next = state.src.charCodeAt(state.eMarks[state.line]! + 1)
  if ((next !== 45 && next !== 61) || !state.hasBoundaryBefore()) return false // neither - nor =
  const underline = state.match(UNDERLINE, state.line + 1)
  if (!underline || !state.match(FLUSH)) return false
  const { text, id } = splitId(trimEnd(state.lineAt(state.line)))
  if (trim(text) === '') return false

  state.line += 2
  pushHeader(state, underline[1] === '=' ? 1 : 2, trim(text), id, state.line - 2)
  return true
}

function pushHeader(
  state: BlockState,
  level: number,
  text: string,
  id: string | undefined,
  first: number,
): void {
  const tag = `h${Math.min(6, Math.max(1, level + state.options.headerOffset))}`
  const open = state.map(state.push('heading_open', tag, 1), first)
  if (state.options.headerOffset !== 0) metaOf(open).level = level
  if (id !== undefined) open.attrPush(['id', id])
  state.pushInline(text, first)
  state.push('heading_close', tag, -1)
}

function splitId(line: string): { text: string; id: string | undefined } {
  const text = trimEnd(line)
  const id = text.endsWith('}') ? EXPLICIT_ID.exec(text) : null
  return id ? { text: text.slice(0, id.index), id: id[1] } : { text, id: undefined }
}

/** GFM's headers may follow anything; then a closing run of hashes needs a blank before it. */
function isStrict(state: BlockState): boolean {
  return state.options.gfm && state.options.gfmQuirks.has('paragraph_end')
}

function withoutClosingHashes(line: string, strict: boolean): string {
  const text = trimEnd(line)
  let end = text.length
  while (end > 0 && text[end - 1] === '#') end--
  const before = text[end - 1]
  const closes = strict ? before === ' ' || before === '\t' : before !== '\\'
  if (end === 0 && strict) return text
  return end === 0 || closes ? text.slice(0, end) : text
}
