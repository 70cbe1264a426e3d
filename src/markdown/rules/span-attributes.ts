/** Attribute lists and extensions within text. A list belongs to the element right before it. */

import { emptyList, listOf, parseAttributeList } from '../attributes.ts'
import type { InlineState } from '../inline-state.ts'
import { matchAt } from '../text.ts'
import { type Extension, isExtension, isForHtml, setOptions } from './extensions.ts'

const LIST = /\{:(?!\/|:\w)((?:\\\}|[^}])+)\}/y
const EXTENSION = /\{::(\w+)(?:[ \t\n\v\f\r]((?:\\\}|[^}])*?))?(\/)?\}/y
const STOPS: Readonly<Record<Extension, RegExp>> = {
  comment: /\{:\/(?:comment)?\}/g,
  nomarkdown: /\{:\/(?:nomarkdown)?\}/g,
  options: /\{:\/(?:options)?\}/g,
}

export function spanAttributes(state: InlineState): boolean {
  const { src, pos } = state
  if (!src.startsWith('{:', pos)) return false
  if (state.find('}', pos) === -1) return false
  if (extension(state)) return true
  const match = matchAt(LIST, src, pos)
  const element = match && state.previousElement
  if (!element) return false
  parseAttributeList(match[1]!, listOf(element))
  state.pos += match[0].length
  return true
}

function extension(state: InlineState): boolean {
  const start = matchAt(EXTENSION, state.src, state.pos)
  const name = start?.[1]
  if (!start || !isExtension(name)) return false
  const [all, , attributes = '', slash] = start
  const from = state.pos + all.length
  let body: string | undefined
  let end = from
  if (!slash) {
    const stop = state.find(STOPS[name], from)
    if (stop === -1) return false
    body = state.src.slice(from, stop)
    end = state.src.indexOf('}', stop) + 1
  }
  const list = emptyList()
  parseAttributeList(attributes, list)
  if (name === 'options') setOptions(state.document, list.values)
  else if (name === 'comment' && body !== undefined) state.push('comment', '', 0).content = body
  else if (name === 'nomarkdown' && body !== undefined && isForHtml(list.values)) {
    state.push('raw', '', 0).content = body
  }
  state.pos = end
  return true
}
