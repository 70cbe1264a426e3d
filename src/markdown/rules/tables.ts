/**
 * Tables: lines that each hold a pipe.
 *
 * Pipes in code do not count, neither for a line being one of a table nor for
 * its cells.
 */

import { type BlockState, setMeta } from '../block-state.ts'
import type { InlineParser } from '../inline-parser.ts'
import { InlineState } from '../inline-state.ts'
import type { Token } from '../markdown-it.ts'
import { isBlankText, matchAt, trim } from '../text.ts'
import { readCodeSpan, runLength } from './code-spans.ts'
import { hasBoundaryAt } from './starts.ts'

const SEPARATOR = /^[+|: \t-]*-[+|: \t-]*[\r\v\f]*\n?$/
const FOOT_SEPARATOR = /^[+|: \t=]*=[+|: \t=]*[\r\v\f]*\n?$/

type Row = { readonly cells: string[]; readonly line: number }
type Section = { readonly kind: 'thead' | 'tbody' | 'tfoot'; readonly rows: Row[] }

export function table(state: BlockState): boolean {
  if (!state.hasBoundaryBefore() || / {4}|\t/y.test(state.lineAt(state.line))) return false
  const first = state.line
  let end = first
  while (end < state.lineMax && hasPipe(state.lineAt(end))) end++
  if (end === first) return false
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

function hasPipe(line: string): boolean {
  return /(?:^|[^\\\n])\|/.test(line)
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
  for (const token of tokens) {
    if (token.level > 0 || !CONTENT.has(token.type)) continue
    const isCode = token.type === 'code_inline'
    const pieces = token.content.replace(/\n+$/, '').split('\n')
    if (pieces.length > 1 && !seen && (isCode || !hasPipe(pieces[0]!))) return false
    if (pieces.length > 1) seen = false // the line with the pipe is over
    if (!isCode) seen ||= hasPipe(pieces.at(-1)!)
  }
  return seen
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

const PLAIN = /[^`\\|]+|\\/y

function splitPiece(piece: string, cells: string[]): void {
  for (let at = 0; at < piece.length; ) {
    const code = piece[at] === '`' ? readCodeSpan(piece, at) : undefined
    let text = code ? delimit(code.content) : ''
    let end = code?.end ?? at
    if (!code && piece[at] === '|') {
      cells.push('')
      end++
    } else if (!code && piece.startsWith('\\|', at)) {
      text = '|'
      end += 2
    } else if (!code) {
      text = piece[at] === '`' ? '`'.repeat(runLength(piece, at)) : matchAt(PLAIN, piece, at)![0]
      end += text.length
    }
    cells[cells.length - 1] += text
    at = end
  }
}

function delimit(content: string): string {
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
  const widths = sections.flatMap(({ rows }) => rows.map(({ cells }) => cells.length))
  const widest = widths.reduce((most, width) => Math.max(most, width), 0)
  const columns = widest * widths.length > MOST_CELLS ? 0 : widest
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
    if (alignment) setMeta(open, 'alignment', alignment)
    state.pushInline(row.cells[column] ?? '', row.line, row.line + 1)
    state.push(`${tag}_close`, tag, -1)
  }
  state.push('tr_close', 'tr', -1)
}
