/** HTML, Markdown, Sass and JSON. */

import { ANYTHING } from '../../cache/reads.ts'
import { escapeHtml } from '../../util/xml.ts'
import { Drop } from '../drops/drop.ts'
import { toJson, toPrettyJson } from '../json.ts'
import type { Run } from '../run.ts'
import { inspect, toText } from '../values.ts'
import { type Filters, takes } from './filter.ts'

export const markupFilters: Filters = {
  escape: takes(0, 0, escapeInput),
  h: takes(0, 0, escapeInput),
  xml_escape: takes(0, 0, (input) => escapeWithApostrophes(toText(input))),
  escape_once: takes(0, 0, (input) => {
    return toText(input).replace(/["'<>]|&(?!(?:[a-zA-Z]+|#\d+);)/g, escapeHtml)
  }),
  strip_html: takes(0, 0, (input) => stripHtml(toText(input))),
  markdownify: takes(0, 0, (input, _, { context }) => context.convertMarkdown(toText(input))),
  smartify: takes(0, 0, (input, _, { context }) => context.smartify(toText(input))),
  sassify: takes(0, 0, (input, _, run) => convertSass(input, 'sass', run)),
  scssify: takes(0, 0, (input, _, run) => convertSass(input, 'scss', run)),
  jsonify: takes(0, 0, (input) => toJson(input)),
  inspect: takes(0, 0, (input) => {
    return escapeWithApostrophes(input instanceof Drop ? toPrettyJson(input) : inspect(input))
  }),
}

/** Nobody tells what files its imports were. */
function convertSass(input: unknown, syntax: 'sass' | 'scss', { context, scope }: Run): string {
  scope.world.note(ANYTHING)
  return context.convertSass(toText(input), syntax)
}

function escapeInput(input: unknown): unknown {
  return input === null || input === undefined ? null : escapeHtml(toText(input))
}

/** XML has a name for the apostrophe, and Jekyll's filter uses it. */
function escapeWithApostrophes(text: string): string {
  return escapeHtml(text).replaceAll('&#39;', '&apos;')
}

/** Most texts have none of the blocks, and one search tells so. */
const BLOCK_BEGIN = /<(?:script|!--|style)/

function stripHtml(text: string): string {
  return stripTags(BLOCK_BEGIN.test(text) ? stripBlocks(text) : text)
}

const BLOCKS = [
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
] as const

/** Scripts, comments and styles with what is in them. */
function stripBlocks(text: string): string {
  const unclosed = new Set<string>()
  let kept = ''
  let from = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = endOfBlock(text, at, unclosed)
    if (end === undefined) at++
    else {
      kept += text.slice(from, at)
      from = end
      at = end
    }
  }
  return kept + text.slice(from)
}

function endOfBlock(text: string, at: number, unclosed: Set<string>): number | undefined {
  for (const [open, close] of BLOCKS) {
    if (unclosed.has(close) || !text.startsWith(open, at)) continue
    const end = text.indexOf(close, at + open.length)
    if (end >= 0) return end + close.length
    unclosed.add(close)
  }
  return undefined
}

const TAG = /<[^>]*>/g

/** Only up to the last `>`, so that no `<` is looked from in vain. */
function stripTags(text: string): string {
  const end = text.lastIndexOf('>') + 1
  if (!text.includes('<', end)) return text.replace(TAG, '')
  return text.slice(0, end).replace(TAG, '') + text.slice(end)
}
