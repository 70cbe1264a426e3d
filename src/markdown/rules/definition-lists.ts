/** Definition lists: a paragraph of terms, then lines that begin with a colon. */

import { type AttributeList, emptyList, mergeLists, readAttributeList } from '../attributes.ts'
import { type BlockState, setMeta, textOf } from '../block-state.ts'
import type { Token } from '../markdown-it.ts'
import { belongs, countLines, type ItemShape, readFirstLine, takeLine } from './items.ts'
import { DEFINITION, isEndMarker } from './starts.ts'

const DEFINITIONS = [0, 1, 2, 3].map((most) => new RegExp(` {0,${most}}:[\\t |]`, 'y'))
const TERM_ATTRIBUTES = /^[ \t]*\{:(?!(?:\w[\w:-]*)?:|\/)((?:\\\}|[^}\n])+)\}[ \t]*/

interface Definition {
  readonly first: number
  text: string
  readonly attributes: AttributeList | undefined
  /** A blank line stood before it, so its first paragraph is a real one. */
  readonly loose: boolean
}

export function definitionList(state: BlockState): boolean {
  if (!state.match(DEFINITION) || state.isTooDeep()) return false
  const terms = takeTerms(state)
  if (!terms) return false

  const definitions = gather(state, terms.loose)
  const open = openList(state, terms)
  for (const term of terms.lines) pushTerm(state, term, terms.line)
  const blanks = definitions.map((definition) => pushDefinition(state, definition))
  state.push('dl_close', 'dl', -1)
  if (open.map) open.map[1] = state.lineOffset + state.line
  const blank = blanks.findLast((lines) => lines !== 'empty')
  if (blank) state.pushBlank(...blank)
  return true
}

interface Terms {
  readonly lines: string[]
  readonly line: number
  readonly loose: boolean
  readonly attributes: AttributeList | undefined
}

/** Removes the paragraph before the first definition, with the one empty line between. */
function takeTerms(state: BlockState): Terms | undefined {
  const last = state.last
  const loose = last?.type === 'blank'
  if (loose && state.lineAt(state.line - 1) !== '\n') return undefined
  if (loose && last.map && last.map[1] - last.map[0] !== 1) return undefined
  const paragraph = loose ? state.siblings.at(-2) : last
  if (paragraph?.type !== 'paragraph_open') return undefined

  const text = textOf(paragraph).content
  state.dropSiblings(loose ? 2 : 1)
  return {
    lines: text.split('\n'),
    line: paragraph.map![0] - state.lineOffset,
    loose,
    attributes: paragraph.meta?.attributeList as AttributeList | undefined,
  }
}

/** A list right behind another one, or one blank away, goes on with it. */
function openList(state: BlockState, terms: Terms): Token {
  const last = state.last
  const before = last?.type === 'blank' ? state.siblings.at(-2) : last
  if (before?.type === 'dl_open') {
    if (last?.type === 'blank') state.dropSiblings(1)
    state.tokens.pop()
    state.level++
    return before
  }
  const open = state.map(state.push('dl_open', 'dl', 1), terms.line)
  if (terms.attributes) {
    const list = emptyList()
    mergeLists(list, terms.attributes)
    setMeta(open, 'attributeList', list)
  }
  return open
}

function pushTerm(state: BlockState, line: string, first: number): void {
  const own = TERM_ATTRIBUTES.exec(line)
  const open = state.push('dt_open', 'dt', 1)
  if (own) setMeta(open, 'attributeList', readAttributeList(own[1]!))
  state.pushInline(own ? line.slice(own[0].length) : line, first, first + 1)
  state.push('dt_close', 'dt', -1)
}

function gather(state: BlockState, looseFirst: boolean): Definition[] {
  const definitions: Definition[] = []
  let marker = DEFINITIONS[3]!
  let shape: ItemShape | undefined
  let afterBlank = looseFirst
  for (; state.line < state.lineMax; state.line++) {
    const start = state.match(marker)
    const current = definitions.at(-1)
    if (start) {
      const width = start[0].length - 1
      shape = readFirstLine(width, state.lineAt(state.line).slice(width))
      const { text, attributes } = shape
      definitions.push({ first: state.line, text, attributes, loose: afterBlank })
      marker = DEFINITIONS[Math.min(3, shape.column - 1)]!
      afterBlank = false
    } else if (!shape || !current || isEndMarker(state, state.line)) {
      break
    } else if (state.isBlankLine(state.line)) {
      current.text += state.lineAt(state.line)
      afterBlank = true
    } else if (belongs(state, shape, afterBlank)) {
      current.text += takeLine(state, shape).text
      afterBlank = false
    } else {
      break
    }
  }
  return definitions
}

type Lines = [number, number]

/** Answers the lines of a blank at the definition's end. */
function pushDefinition(state: BlockState, definition: Definition): Lines | 'empty' | undefined {
  const open = state.push('dd_open', 'dd', 1)
  if (definition.attributes) setMeta(open, 'attributeList', definition.attributes)
  const lines = countLines(definition.text)
  state.map(open, definition.first, definition.first + lines)
  const children = state.nest([{ text: definition.text, line: definition.first }])
  const blank = state.popBlank(children)
  state.push('dd_close', 'dd', -1)

  const first = children[0]
  if (first?.type === 'paragraph_open' && !definition.loose) {
    if (children.length > (blank ? 2 : 1)) textOf(first).content += '\n'
    first.hidden = true
  }
  return first ? blank : 'empty'
}
