/** HTML, Markdown, Sass and JSON. */

import { ANYTHING } from '../../cache/reads.ts'
import { escapeHtml } from '../../util/xml.ts'
import { Drop } from '../drops/drop.ts'
import { stripHtml } from '../html-text.ts'
import { toJson, toPrettyJson } from '../json.ts'
import type { Run } from '../run.ts'
import { inspect, toText } from '../values.ts'
import { type Filter, type Filters, takes } from './filter.ts'

export const STRIP_HTML: Filter = takes(0, 0, (input) => stripHtml(toText(input)))

export const markupFilters: Filters = {
  escape: takes(0, 0, escapeInput),
  h: takes(0, 0, escapeInput),
  xml_escape: takes(0, 0, (input) => escapeWithApostrophes(toText(input))),
  escape_once: takes(0, 0, (input) => {
    return toText(input).replace(/["'<>]|&(?!(?:[a-zA-Z]+|#\d+);)/g, escapeHtml)
  }),
  strip_html: STRIP_HTML,
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
