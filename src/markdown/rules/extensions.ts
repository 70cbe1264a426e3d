/** Extensions: comments, text that is no Markdown, and options set in the text. */

import { emptyList, parseAttributeList } from '../attributes.ts'
import type { BlockState } from '../block-state.ts'
import type { KramdownDocument } from '../document.ts'
import { readKramdownOptions } from '../options.ts'

const BLOCK_START =
  / {0,3}\{::(\w+)(?:[ \t\n\v\f\r]((?:\\\}|[^}\n])*?))?(\/)?\}[ \t\v\f\r]*(?:\n|$)/y

export function readExtension(state: BlockState): boolean {
  const start = state.match(BLOCK_START)
  if (!start) return false
  const [all, name = '', attributes = '', slash] = start
  const bodyStart = state.start + all.length
  if (!isExtension(name)) return false
  const end = slash ? { from: bodyStart, to: bodyStart } : findStop(state, name, bodyStart)
  if (!end) return false
  const body = slash ? undefined : state.src.slice(bodyStart, end.from)

  const first = state.line
  state.moveTo(end.to)
  const list = emptyList()
  parseAttributeList(attributes, list)
  if (name === 'options') {
    setOptions(state.document, list.values)
    state.pushMarker('extension')
  } else if (name === 'comment' && body !== undefined) {
    state.map(state.pushUnlisted('comment'), first).content = body.replace(/\n$/, '')
  } else if (name === 'nomarkdown' && body !== undefined && isForHtml(list.values)) {
    state.map(state.pushUnlisted('raw_block'), first).content = body
  } else {
    state.pushMarker('extension')
  }
  return true
}

export type Extension = 'comment' | 'nomarkdown' | 'options'

export function isExtension(name: string | undefined): name is Extension {
  return name === 'comment' || name === 'nomarkdown' || name === 'options'
}

export function isForHtml(values: ReadonlyMap<string, string>): boolean {
  const type = values.get('type')
  return type === undefined || /\bhtml\b/.test(type)
}

/** By these the parser was chosen and made, so it is too late to change them. */
const SETTLED: ReadonlySet<string> = new Set(['input', 'gfm_quirks', 'hard_wrap'])

/** Options that the text sets, but for those that the site forbids. */
export function setOptions(document: KramdownDocument, values: ReadonlyMap<string, string>): void {
  const { forbiddenInlineOptions: forbidden } = document.options
  const allowed = [...values].filter(([key]) => !forbidden.has(key) && !SETTLED.has(key))
  document.options = readKramdownOptions(new Map<unknown, unknown>(allowed), document.options)
}

function findStop(
  state: BlockState,
  name: string,
  from: number,
): { from: number; to: number } | undefined {
  if (state.unclosed.extensions.has(name)) return undefined
  const stop = new RegExp(`^ {0,3}\\{:/(?:${name})?\\}[ \\t\\v\\f\\r]*(?:\\n|$)`, 'gm')
  stop.lastIndex = from
  const found = stop.exec(state.src)
  if (found) return { from: found.index, to: found.index + found[0].length }
  state.unclosed.extensions.add(name)
  return undefined
}
