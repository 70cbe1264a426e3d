/**
 * Lists, ordered and not, and GFM's task lists.
 *
 * The lines of each item are gathered first and read as blocks afterwards;
 * only then is it known which paragraphs stand without a tag of their own.
 */

import type { AttributeList } from '../attributes.ts'
import { type BlockState, type Part, setMeta, textOf } from '../block-state.ts'
import type { Token } from '../markdown-it.ts'
import { belongs, countLines, type ItemShape, pad, readFirstLine, takeLine } from './items.ts'
import { isEndMarker, RULE } from './starts.ts'

const BULLET = / {0,3}[*+-][\t |]/y
const NUMBER = / {0,3}\d+\.[\t |]/y
const INDENTS = [0, 1, 2, 3]
const BULLETS = INDENTS.map((most) => new RegExp(` {0,${most}}[*+-][\\t |]`, 'y'))
const NUMBERS = INDENTS.map((most) => new RegExp(` {0,${most}}\\d+\\.[\\t |]`, 'y'))
const NESTED_START = /^ {0,3}(?:[*+-]|\d+\.)[\t |]/

interface Item {
  readonly first: number
  readonly parts: Part[]
  readonly attributes: AttributeList | undefined
}

interface Gathered {
  readonly items: Item[]
  /** Whether a `^` ended the list. */
  readonly cut: boolean
}

export function list(state: BlockState): boolean {
  const ordered = state.match(NUMBER) !== null
  if ((!ordered && !state.match(BULLET)) || state.isTooDeep()) return false
  const first = state.line
  const tag = ordered ? 'ol' : 'ul'
  const name = ordered ? 'ordered_list' : 'bullet_list'

  const { items, cut } = gather(state, ordered)
  const open = state.map(state.push(`${name}_open`, tag, 1), first)
  const contents = items.map((item) => pushItem(state, item))
  state.push(`${name}_close`, tag, -1)

  settleParagraphs(contents, cut)
  if (state.options.gfm) markTasks(open, contents)
  const blank = contents.findLast(({ children }) => children.length > 0)?.blank
  if (blank && !cut) state.pushBlank(...blank)
  return true
}

function gather(state: BlockState, ordered: boolean): Gathered {
  const items: Item[] = []
  let marker = (ordered ? NUMBERS : BULLETS)[3]!
  let shape: ItemShape | undefined
  let nested = false
  let afterBlank = false
  let cut = false

  for (; state.line < state.lineMax; state.line++) {
    if (afterBlank && state.match(RULE)) break
    if (isEndMarker(state, state.line)) {
      state.line++
      cut = true
      break
    }
    const start = state.match(marker)
    const parts = items.at(-1)?.parts
    if (start) {
      shape = readFirstLine(
        start[0].length - 1,
        state.lineAt(state.line).slice(start[0].length - 1),
      )
      items.push({
        first: state.line,
        parts: [{ text: shape.text, line: state.line }],
        attributes: shape.attributes,
      })
      marker = (ordered ? NUMBERS : BULLETS)[Math.min(3, shape.column - 1)]!
      nested = NESTED_START.test(shape.text)
      afterBlank = false
    } else if (!shape || !parts) {
      break
    } else if (state.isBlankLine(state.line)) {
      parts.at(-1)!.text += state.lineAt(state.line)
      nested = true
      afterBlank = true
    } else if (belongs(state, shape, afterBlank)) {
      const { text, indented } = takeLine(state, shape)
      const startsList = NESTED_START.test(text)
      if (startsList && indented && !nested) {
        parts.push({ text: '', line: state.line })
        nested = true
      }
      parts.at(-1)!.text += startsList && !indented && nested ? pad(shape.column + 4) + text : text
      afterBlank = false
    } else {
      break
    }
  }
  return { items, cut }
}

interface Content {
  readonly open: Token
  readonly children: readonly Token[]
  /** The lines of a blank at the item's end, which stands behind the list if at all. */
  readonly blank: [number, number] | undefined
}

function pushItem(state: BlockState, item: Item): Content {
  const open = state.push('list_item_open', 'li', 1)
  if (item.attributes) setMeta(open, 'attributeList', item.attributes)
  const lines = item.parts.reduce((sum, { text }) => sum + countLines(text), 0)
  state.map(open, item.first, item.first + lines)
  const children = state.nest(item.parts)
  const blank = state.popBlank(children)
  state.push('list_item_close', 'li', -1)
  return { open, children, blank }
}

/**
 * Takes the tags off the paragraphs that stand for the text of an item.
 * Decided item by item: only a blank line right behind the first paragraph
 * keeps it, and the last item follows the others.
 */
function settleParagraphs(contents: readonly Content[], cut: boolean): void {
  let earlierTight = false
  contents.forEach(({ children }, index) => {
    const isLast = index === contents.length - 1
    const [first, second, third] = withoutOwnMarker(children)
    if (first?.type !== 'paragraph_open') {
      earlierTight = true
      return
    }
    const isTight = second?.type !== 'blank' || (isLast && !third && !cut)
    if (isTight && (!isLast || contents.length === 1 || earlierTight)) {
      if (second && second.type !== 'blank') textOf(first).content += '\n'
      first.hidden = true
      earlierTight = true
    }
  })
}

/** An attribute list of the first paragraph does not count as its neighbour. */
function withoutOwnMarker(children: readonly Token[]): readonly Token[] {
  const second = children[1]
  const isOwn = second?.type === 'marker' && second.info === 'attributes'
  return isOwn && children[0]?.type === 'paragraph_open' ? children.toSpliced(1, 1) : children
}

const BOX = /^\[([ xX])\][ \t\n\v\f\r]+/
const INPUT = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"'

/** Replaces `[ ]` and `[x]` by boxes. Items behind one with a box count as tasks too. */
function markTasks(list: Token, contents: readonly Content[]): void {
  let seen = false
  for (const { open, children } of contents) {
    if (children[0]?.type !== 'paragraph_open') continue
    const text = textOf(children[0])
    const box = BOX.exec(text.content)
    if (box) {
      const checked = box[1] === ' ' ? '' : ' checked="checked"'
      text.content = `${INPUT}${checked} />${text.content.slice(box[0].length)}`
      seen = true
    }
    if (seen) open.attrSet('class', 'task-list-item')
  }
  if (seen) list.attrSet('class', 'task-list')
}
