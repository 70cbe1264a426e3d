/** Definitions of links, abbreviations and footnotes. They leave nothing in their place. */

import type { BlockState } from '../block-state.ts'
import { normalizeLinkId } from '../document.ts'
import type { Token } from '../markdown-it.ts'
import { trim } from '../text.ts'
import { endsLazyText, INDENTED } from './starts.ts'

const LINK = / {0,3}\[([^\n\]]+)\]:[ \t]*(?:<([^\n>]*)>([^\n]*)|([^\n]*))(?:\n|$)/y
const TITLE_LINE = /[ \t]*(?:"([^\n]+?)"|'([^\n]+?)')[ \t\r]*(?:\n|$)/y

export function linkDefinition(state: BlockState): boolean {
  const match = state.match(LINK)
  if (!match) return false
  const [, id = '', angled, rest = '', bare] = match
  if (id.startsWith('^')) return false
  const parts = angled === undefined ? splitBare(bare ?? '') : splitAngled(angled, rest)
  if (!parts) return false

  state.line++
  let title = parts.title
  if (title === undefined && state.line < state.lineMax) {
    const next = state.match(TITLE_LINE)
    if (next) {
      title = next[1] ?? next[2]
      state.line++
    }
  }
  const marker = state.pushMarker('link')
  state.document.links.set(normalizeLinkId(id), { url: parts.url, title, marker })
  return true
}

interface LinkParts {
  readonly url: string
  readonly title: string | undefined
}

function splitAngled(url: string, rest: string): LinkParts | undefined {
  if (trim(rest) === '') return { url, title: undefined }
  const title = /^[ \t]+(?:"(.+?)"|'(.+?)')[ \t\r]*$/.exec(rest)
  return title ? { url, title: title[1] ?? title[2] } : splitBare(`<${url}>${rest}`)
}

/** A quote behind an address and a blank must begin a title that ends the line. */
function splitBare(text: string): LinkParts | undefined {
  const line = trim(text)
  const quote = /[ \t]["']/.exec(line)
  if (!quote) return line === '' ? undefined : { url: line, title: undefined }
  const title = line.slice(quote.index).trimStart()
  const url = trim(line.slice(0, quote.index))
  if (title.length < 3 || !title.endsWith(title.charAt(0))) return undefined
  return { url, title: title.slice(1, -1) }
}

const ABBREVIATION = / {0,3}\*\[([^\n\]]+)\]:([^\n]*)(?:\n|$)/y

export function abbreviationDefinition(state: BlockState): boolean {
  const match = state.match(ABBREVIATION)
  if (!match) return false
  const marker = state.pushMarker('abbreviation')
  state.document.abbreviations.set(match[1]!, { title: trim(match[2]!), marker })
  state.line++
  return true
}

const FOOTNOTE = / {0,3}\[\^(\w[\w-]*)\]:[ \t]*/y

export function footnoteDefinition(state: BlockState): boolean {
  const match = state.match(FOOTNOTE)
  if (!match || state.isTooDeep()) return false
  const first = state.line
  const lines = [state.lineAt(first).slice(match[0].length)]
  state.line++

  let end = state.line
  let afterIndented = false
  while (state.line < state.lineMax) {
    const indented = state.match(INDENTED)
    if (state.isBlankLine(state.line)) {
      lines.push(state.lineAt(state.line))
      afterIndented = false
    } else if (indented) {
      lines.push(state.lineAt(state.line).slice(indented[0].length))
      afterIndented = true
    } else {
      if (!afterIndented || endsLazyText(state, state.line)) break
      lines.push(state.lineAt(state.line))
    }
    state.line++
    if (!state.isBlankLine(state.line - 1)) end = state.line
  }
  state.line = end
  lines.length = end - first

  const name = match[1]!
  const tokens = readContent(state, lines.join(''), first)
  state.pushMarker('footnote')
  const footnotes = state.document.footnotes
  footnotes.set(name, { name, tokens })
  return true
}

/** Footnotes are kept apart from the text and come out at its end. */
function readContent(state: BlockState, text: string, line: number): Token[] {
  const { tokens } = state
  state.tokens = []
  state.level++
  state.nest([{ text, line }])
  const content = state.tokens
  state.tokens = tokens
  state.level--
  return content
}
