/**
 * Tables: lines that each hold a pipe.
 *
 * Pipes in code do not count, neither for a line being one of a table nor for
 * its cells.
 */

import type { BlockState } from '../block-state.ts'
import type { InlineParser } from '../inline-parser.ts'
import { InlineState } from '../inline-state.ts'
import type { Token } from '../markdown-it.ts'
import { isBlankText, trim } from '../text.ts'
import { readCodeSpan, runLength } from './code-spans.ts'
import { FLUSH, hasBoundaryAt } from './starts.ts'

const SEPARATOR = /^[+|: \t-]*-[+|: \t-]*[\r\v\f]*\n?$/
const FOOT_SEPARATOR = /^[+|: \t=]*=[+|: \t=]*[\r\v\f]*\n?$/

type Row = { readonly cells: string[]; readonly line: number }
type Section = { readonly kind: 'thead' | 'tbody' | 'tfoot'; readonly rows: Row[] }

export function table(state: BlockState): boolean {
  const first = state.line
  if (!lineHasPipe(state, first) || !state.hasBoundaryBefore() || !state.match(FLUSH)) return false
  let end = first + 1
  while (end < state.lineMax && lineHasPipe(state, end)) end++
  const attributes = state.pending
  state.pending = undefined // lost if this turns out to be no table, as in kramdown
  if (!hasBoundaryAt(state, end) || state.isTooDeep()) return false
  const lines = []
  for (let line = first; line < end; line++) lines.push(state.lineAt(line))
  if (!everyLineHasPipeInText(state, lines)) return false

  const { sections, alignments } = readSections(lines, first)
  if (!sections.some(({ kind }) => kind === 'tbody')) return false
  state.line = end
  state.pending = attributes
  pushTable(state, sections, alignments, first)
  return true
}

function lineHasPipe(state: BlockState, line: number): boolean {
  const start = state.bMarks[line]!
  const end = state.eMarks[line]!
  let pipe = state.pipes.next(start)
  while (pipe !== -1 && pipe < end) {
    if (pipe === start || state.src[pipe - 1] !== '\\') return true
    pipe = state.pipes.next(pipe + 1)
  }
  return false
}

function hasPipe(text: string): boolean {
  return /(?:^|[^\\\n])\|/.test(text)
}

/** What may hold the pipe of a line, or end the line. A comment is as good as text. */
const CONTENT: ReadonlySet<string> = new Set(['text', 'code_inline', 'html_comment'])

function everyLineHasPipeInText(state: BlockState, lines: readonly string[]): boolean {
  const text = lines.join('')
  if (!/[`<]/.test(text)) return true
  const tokens: Token[] = []
  const inline = new InlineState(text, state.md, state.env, tokens)
  const parser = state.md.inline as InlineParser // the preset puts it there
  parser.tokenizeChain(inline, 'table')
  let seen = false
  for (const { level, type, content } of tokens) {
    if (level > 0 || !CONTENT.has(type)) continue
    const isCode = type === 'code_inline'
    const piece = withoutLineEnds(content)
    const lineEnd = piece.indexOf('\n')
    if (lineEnd !== -1) {
      // kramdown asks no further than code over three lines
      if (isCode && piece.includes('\n', lineEnd + 1)) return seen
      if (!seen && (isCode || !hasPipe(piece.slice(0, lineEnd)))) return false
      seen = false // the line with the pipe is over
    }
    if (!isCode) seen ||= hasPipe(piece.slice(piece.lastIndexOf('\n') + 1))
  }
  return seen
}

function withoutLineEnds(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 10) end--
  return text.slice(0, end)
}

function readSections(lines: readonly string[], first: number) {
  const leadingPipe = /^[ \t]*\|/.test(lines[0]!)
  const sections: Section[] = []
  let rows: Row[] = []
  let alignments: string[] | undefined
  let hasFoot = false
  const endSection = (kind: Section['kind']) => {
    sections.push({ kind, rows })
    rows = []
  }
  lines.forEach((line, index) => {
    if (SEPARATOR.test(line)) {
      if (rows.length === 0) return
      if (!alignments && !hasFoot) {
        alignments = readAlignments(line)
        endSection('thead')
      } else if (!hasFoot) {
        endSection('tbody')
      }
    } else if (FOOT_SEPARATOR.test(line)) {
      if (rows.length > 0) endSection('tbody')
      hasFoot = true
    } else {
      rows.push({ cells: readCells(line, leadingPipe), line: first + index })
    }
  })
  if (rows.length > 0) endSection(hasFoot ? 'tfoot' : 'tbody')
  return { sections, alignments: alignments ?? [] }
}

function readAlignments(line: string): string[] {
  const runs = line.match(/:?-+:?/g) ?? []
  return runs.map((run) => {
    const [left, right] = [run.startsWith(':'), run.endsWith(':')]
    if (left && right) return 'center'
    if (left) return 'left'
    return right ? 'right' : ''
  })
}

function readCells(line: string, leadingPipe: boolean): string[] {
  const cells = splitCells(line.replace(/\n$/, ''))
  if (leadingPipe && isBlankText(cells[0]!)) cells.shift()
  if (cells.length > 0 && isBlankText(cells.at(-1)!)) cells.pop()
  return cells.map(trim)
}

/** Code spans get longer marks, so that a cell cannot end within one. */
function splitCells(line: string): string[] {
  const cells = ['']
  const pieces = line.includes('</code>') ? line.split(/(<code.*?>.*?<\/code>)/) : [line]
  pieces.forEach((piece, index) => {
    if (index % 2 === 1) cells[cells.length - 1] += piece
    else splitPiece(piece, cells)
  })
  return cells
}

const SIGN = /`|\\?\|/g

function splitPiece(piece: string, cells: string[]): void {
  let text = cells.pop()!
  let at = 0
  SIGN.lastIndex = 0
  for (let found = SIGN.exec(piece); found; found = SIGN.exec(piece)) {
    const [sign] = found
    text += piece.slice(at, found.index)
    at = found.index + sign.length
    if (sign === '|') {
      cells.push(text)
      text = ''
    } else if (sign === '\\|') {
      text += '|'
    } else {
      const code = readCodeSpan(piece, found.index)
      at = code?.end ?? found.index + runLength(piece, found.index)
      text += code ? delimit(code.content) : piece.slice(found.index, at)
      SIGN.lastIndex = at
    }
  }
  cells.push(text + piece.slice(at))
}

function delimit(content: string): string {
  if (!content.includes('`')) return `\`${content}\``
  const runs = content.match(/`+/g) ?? []
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 0)
  const mark = '`'.repeat(longest + 1)
  const padding = longest > 0 ? ' ' : ''
  return mark + padding + content + padding + mark
}

/** Rows that fall short get empty cells, but not where these would be far more than the text. */
const MOST_CELLS = 1_000_000

function pushTable(
  state: BlockState,
  sections: readonly Section[],
  alignments: readonly string[],
  first: number,
): void {
  let count = 0
  let widest = 0
  for (const { rows } of sections) {
    count += rows.length
    for (const { cells } of rows) widest = Math.max(widest, cells.length)
  }
  const columns = widest * count > MOST_CELLS ? 0 : widest
  state.map(state.push('table_open', 'table', 1), first)
  for (const { kind, rows } of sections) {
    state.push(`${kind}_open`, kind, 1)
    for (const row of rows) pushRow(state, row, kind === 'thead' ? 'th' : 'td', columns, alignments)
    state.push(`${kind}_close`, kind, -1)
  }
  state.push('table_close', 'table', -1)
}

function pushRow(
  state: BlockState,
  row: Row,
  tag: string,
  columns: number,
  alignments: readonly string[],
): void {
  state.map(state.push('tr_open', 'tr', 1), row.line, row.line + 1)
  for (let column = 0; column < Math.max(columns, row.cells.length); column++) {
    const open = state.push(`${tag}_open`, tag, 1)
    const alignment = alignments[column]
    if (alignment) open.attrs = [['style', `text-align: ${alignment}`]]
    state.pushInline(row.cells[column] ?? '', row.line, row.line + 1)
    state.push(`${tag}_close`, tag, -1)
  }
  state.push('tr_close', 'tr', -1)
}
