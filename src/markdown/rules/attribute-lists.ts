/**
 * Attribute lists and extensions on lines of their own: `{: .class}`,
 * `{:name: .class}` and `{::comment}`.
 *
 * A list belongs to the block before it, and else to the next one.
 */

import { emptyList, listOf, parseAttributeList } from '../attributes.ts'
import type { BlockState } from '../block-state.ts'
import { readExtension } from './extensions.ts'
import { attributeLineEnd, isAttributeLine } from './starts.ts'

const DEFINITION = /^(\w[\w:-]*):([\s\S]+)$/
const DEFINITION_KINDS: ReadonlySet<string> = new Set(['link', 'abbreviation', 'footnote'])

export function attributeList(state: BlockState): boolean {
  const brace = attributeLineEnd(state, state.line)
  if (brace === undefined) return readExtension(state)

  const text = state.src.slice(state.src.indexOf('{:', state.start) + 2, brace)
  state.moveTo(brace)
  const definition = DEFINITION.exec(text)
  if (definition) {
    define(state, definition[1]!, definition[2]!)
    state.line++
  } else {
    attach(state, text)
  }
  return true
}

function define(state: BlockState, name: string, text: string): void {
  const lists = state.document.attributeLists
  const list = lists.get(name) ?? emptyList()
  lists.set(name, list)
  parseAttributeList(text, list)
  state.pushMarker('definition')
}

function attach(state: BlockState, text: string): void {
  const last = state.last
  const takesIt =
    last && last.type !== 'blank' && (last.type !== 'marker' || DEFINITION_KINDS.has(last.info))
  state.line++
  if (!takesIt) {
    state.pending ??= emptyList()
    parseAttributeList(text, state.pending)
    return
  }
  parseAttributeList(text, listOf(last))
  const more = state.line < state.lineMax && isAttributeLine(state, state.line)
  if (!more) state.pushMarker('attributes')
}
