/** What the items of lists and of definition lists have in common: which lines are theirs. */

import { type AttributeList, readAttributeList } from '../attributes.ts'
import type { BlockState } from '../block-state.ts'
import { isBlankText, matchAt, trimStart } from '../text.ts'
import { isAttributeLine, isBlockTag } from './starts.ts'

export interface ItemShape {
  /** The column at which the item's text begins. */
  readonly column: number
  readonly text: string
  readonly attributes: AttributeList | undefined
}

const OWN_ATTRIBUTES = /[ \t]*\{:(?!(?:\w[\w:-]*)?:|\/)((?:\\\}|[^}\n])+)\}[ \t]*/y

/** `rest` is the line behind a marker that ends at column `width`. */
export function readFirstLine(width: number, rest: string): ItemShape {
  const own = matchAt(OWN_ATTRIBUTES, rest, 0)
  const attributes = own ? readAttributeList(own[1]!) : undefined

  const behindList = own ? rest.slice(own[0].length) : rest
  const expanded = isBlankText(behindList) ? undefined : expandTabs(rest, width)
  const column = expanded === undefined ? 4 : width + countSpaces(expanded)
  return { column, text: trimStart(behindList) || '', attributes }
}

function expandTabs(text: string, width: number): string {
  let blanks = 0
  let at = 0
  for (; text[at] === ' ' || text[at] === '\t'; at++) {
    blanks += text[at] === ' ' ? 1 : 4 - ((width + blanks) % 4)
  }
  return ' '.repeat(blanks) + text.slice(at)
}

function countSpaces(text: string): number {
  let count = 0
  while (text[count] === ' ') count++
  return count
}

/** Whether the line goes on with the item: by its indentation, or lazily. */
export function belongs(state: BlockState, shape: ItemShape, afterBlank: boolean): boolean {
  if (isIndented(state, shape.column)) return true
  return !afterBlank && !isSpecial(state, Math.min(shape.column, 3))
}

/** How many lines end in `text`. */
export function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** The line as the item's content has it. */
export function takeLine(state: BlockState, shape: ItemShape): { text: string; indented: boolean } {
  const given = state.lineAt(state.line)
  const line = given.startsWith('\t')
    ? given.replace(/^\t+/, (tabs) => pad(4 * tabs.length))
    : given
  const indented = countSpaces(line) >= shape.column
  return { text: indented ? line.slice(shape.column) : line, indented }
}

export function pad(width: number): string {
  return ' '.repeat(width)
}

/** Whole tabs or fours of spaces, then the remainder in spaces or one more of the former. */
function isIndented(state: BlockState, column: number): boolean {
  let at = state.start
  for (let unit = 0; unit < Math.floor(column / 4); unit++) {
    const width = unitWidth(state.src, at)
    if (width === 0) return false
    at += width
  }
  if (unitWidth(state.src, at) > 0) return true
  for (let i = 0; i < column % 4; i++) if (state.src[at + i] !== ' ') return false
  return true
}

function unitWidth(text: string, at: number): number {
  if (text[at] === '\t') return 1
  return text.startsWith('    ', at) ? 4 : 0
}

/** Attribute lists and tags of block elements are nobody's lazy lines. */
function isSpecial(state: BlockState, mostSpaces: number): boolean {
  const start = state.start
  let spaces = 0
  while (state.src[start + spaces] === ' ') spaces++
  if (spaces > mostSpaces) return false
  const sign = state.src[start + spaces]
  if (sign === '{') return isAttributeLine(state, state.line)
  return sign === '<' && isBlockTag(state, state.line)
}
