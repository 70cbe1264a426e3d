/**
 * The `kramdown:` section of `_config.yml` as typed options.
 *
 * Defaults are those that Jekyll passes, not kramdown's own. As in kramdown,
 * unknown keys are passed over and words are read by the type of the option.
 */

import { type Hash, isHash } from '../util/values.ts'
import { parseYaml } from '../util/yaml.ts'
import { trim } from './text.ts'

export type EntityOutput = 'as_char' | 'as_input' | 'numeric' | 'symbolic'

/**
 * Code to token spans, without any wrapper. `undefined` where the language is unknown.
 * `language` is as written, with options behind a `?`.
 */
export type HighlightCode = (
  code: string,
  language: string,
  options: ReadonlyMap<string, unknown>,
) => string | undefined

/** A formula to HTML: one element, at best. `display` for a block of its own. */
export type RenderMath = (
  formula: string,
  display: boolean,
  options: ReadonlyMap<string, unknown>,
) => string

export interface KramdownOptions {
  readonly gfm: boolean
  readonly gfmQuirks: ReadonlySet<string>
  readonly hardWrap: boolean
  readonly autoIds: boolean
  readonly autoIdPrefix: string
  readonly autoIdStripping: boolean
  readonly headerOffset: number
  readonly tocLevels: ReadonlySet<number>
  readonly entityOutput: EntityOutput
  /** Entity names or numbers: left and right single quote, left and right double quote. */
  readonly smartQuotes: readonly [string, string, string, string]
  readonly typographicSymbols: ReadonlyMap<string, string>
  readonly footnoteNumber: number
  readonly footnoteBacklink: string
  readonly footnoteBacklinkInline: boolean
  readonly footnotePrefix: string
  readonly parseBlockHtml: boolean
  readonly parseSpanHtml: boolean
  readonly linkDefs: ReadonlyMap<string, readonly [url: string, title: string | undefined]>
  readonly mathEngine: string | null
  readonly mathEngineOptions: ReadonlyMap<string, unknown>
  /** What renders formulas where `mathEngine` is not MathJax, which needs nothing. */
  readonly renderMath: RenderMath | undefined
  readonly removeLineBreaksForCjk: boolean
  readonly forbiddenInlineOptions: ReadonlySet<string>
  readonly syntaxHighlighter: string | null
  readonly syntaxHighlighterOptions: ReadonlyMap<string, unknown>
  readonly highlight: HighlightCode | undefined
  /** What the `pre` of highlighted blocks has beyond kramdown's class. */
  readonly codeFrame: { readonly class: string; readonly style: string } | undefined
}

export const DEFAULT_OPTIONS: KramdownOptions = {
  gfm: true,
  gfmQuirks: new Set(['paragraph_end']),
  hardWrap: false,
  autoIds: true,
  autoIdPrefix: '',
  autoIdStripping: false,
  headerOffset: 0,
  tocLevels: new Set([1, 2, 3, 4, 5, 6]),
  entityOutput: 'as_char',
  smartQuotes: ['lsquo', 'rsquo', 'ldquo', 'rdquo'],
  typographicSymbols: new Map(),
  footnoteNumber: 1,
  footnoteBacklink: '&#8617;',
  footnoteBacklinkInline: false,
  footnotePrefix: '',
  parseBlockHtml: false,
  parseSpanHtml: true,
  linkDefs: new Map(),
  mathEngine: 'mathjax',
  mathEngineOptions: new Map(),
  renderMath: undefined,
  removeLineBreaksForCjk: false,
  forbiddenInlineOptions: new Set(['template']),
  syntaxHighlighter: 'rouge',
  syntaxHighlighterOptions: new Map<string, unknown>([
    ['default_lang', 'plaintext'],
    ['guess_lang', true],
  ]),
  highlight: undefined,
  codeFrame: undefined,
}

type Reader = (value: unknown, before: KramdownOptions) => Partial<KramdownOptions>

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['input', (v) => ({ gfm: String(v).toLowerCase() === 'gfm' })],
  ['gfm_quirks', (v) => ({ gfmQuirks: new Set(words(v)) })],
  ['hard_wrap', (v) => ({ hardWrap: flag(v) })],
  ['auto_ids', (v) => ({ autoIds: flag(v) })],
  ['auto_id_prefix', (v) => ({ autoIdPrefix: text(v) })],
  ['auto_id_stripping', (v) => ({ autoIdStripping: flag(v) })],
  ['header_offset', (v, before) => ({ headerOffset: integer(v, before.headerOffset) })],
  ['toc_levels', (v) => ({ tocLevels: levels(v) })],
  ['entity_output', (v, before) => ({ entityOutput: entityOutput(v, before.entityOutput) })],
  ['smart_quotes', (v, before) => ({ smartQuotes: quotes(v, before.smartQuotes) })],
  ['typographic_symbols', (v) => ({ typographicSymbols: strings(v) })],
  ['footnote_nr', (v, before) => ({ footnoteNumber: integer(v, before.footnoteNumber) })],
  ['footnote_backlink', (v) => ({ footnoteBacklink: text(v) })],
  ['footnote_backlink_inline', (v) => ({ footnoteBacklinkInline: flag(v) })],
  ['footnote_prefix', (v) => ({ footnotePrefix: text(v) })],
  ['parse_block_html', (v) => ({ parseBlockHtml: flag(v) })],
  ['parse_span_html', (v) => ({ parseSpanHtml: flag(v) })],
  ['link_defs', (v) => ({ linkDefs: linkDefs(v) })],
  ['math_engine', (v) => ({ mathEngine: name(v) })],
  ['math_engine_opts', (v) => ({ mathEngineOptions: symbols(v) })],
  ['remove_line_breaks_for_cjk', (v) => ({ removeLineBreaksForCjk: flag(v) })],
  ['forbidden_inline_options', (v) => ({ forbiddenInlineOptions: new Set(words(v)) })],
  ['syntax_highlighter', (v) => ({ syntaxHighlighter: name(v) })],
  ['guess_lang', (v, before) => ({ syntaxHighlighterOptions: guessing(v, before) })],
  [
    'syntax_highlighter_opts',
    (v, before) => ({ syntaxHighlighterOptions: highlighting(v, before) }),
  ],
])

/** Lays the keys of `section` over `options`. */
export function readKramdownOptions(
  section: Hash,
  options: KramdownOptions = DEFAULT_OPTIONS,
): KramdownOptions {
  let read = options
  for (const [key, value] of section) {
    const reader = READERS.get(String(key))
    if (value === null && key !== 'math_engine') continue // Jekyll keeps its default then
    if (reader) read = { ...read, ...reader(value, read) }
  }
  return read
}

/** Any word but `false` is true, `no` and `0` too. */
function flag(value: unknown): boolean {
  return !['false', ''].includes(trim(String(value)).toLowerCase())
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

/** A symbol in Ruby: `null`, `nil` and the empty word switch the thing off. */
function name(value: unknown): string | null {
  const word = trim(text(value)).replace(/^:/, '')
  return word === '' || word === 'nil' ? null : word
}

function integer(value: unknown, fallback: number): number {
  const number = Number.parseInt(text(value), 10)
  return Number.isNaN(number) ? fallback : number
}

function words(value: unknown): string[] {
  const list = Array.isArray(value) ? value : text(value).split(/[ ,]+/)
  return list.map((word) => trim(text(word))).filter((word) => word !== '')
}

function levels(value: unknown): ReadonlySet<number> {
  if (Array.isArray(value)) return new Set(value.map((level) => integer(level, 0)))
  const range = /^(\d)\.\.(\d)$/.exec(trim(text(value)))
  if (!range) return new Set(words(value).map((level) => integer(level, 0)))
  const [first, last] = [Number(range[1]), Number(range[2])]
  return new Set(Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i))
}

function entityOutput(value: unknown, fallback: EntityOutput): EntityOutput {
  const word = text(value).replace(/^:/, '')
  const known: readonly EntityOutput[] = ['as_char', 'as_input', 'numeric', 'symbolic']
  return known.find((output) => output === word) ?? fallback
}

function quotes(
  value: unknown,
  fallback: KramdownOptions['smartQuotes'],
): KramdownOptions['smartQuotes'] {
  const [a, b, c, d] = Array.isArray(value) ? value.map(text) : text(value).split(/[ ,]+/)
  return a && b && c && d ? [a, b, c, d] : fallback
}

function guessing(value: unknown, before: KramdownOptions): ReadonlyMap<string, unknown> {
  return new Map([...before.syntaxHighlighterOptions, ['guess_lang', flag(value)]])
}

/** A mapping; one that is set within a text is written as YAML. */
function hash(value: unknown): Hash {
  const read = typeof value === 'string' ? parseYaml(value) : value
  return isHash(read) ? read : new Map()
}

function strings(value: unknown): ReadonlyMap<string, string> {
  return new Map([...hash(value)].map(([key, entry]) => [text(key).replace(/^:/, ''), text(entry)]))
}

function linkDefs(value: unknown): KramdownOptions['linkDefs'] {
  const definitions = new Map<string, readonly [string, string | undefined]>()
  for (const [id, entry] of hash(value)) {
    const [url, title] = Array.isArray(entry) ? entry : [entry]
    definitions.set(text(id), [
      text(url),
      title === null || title === undefined ? undefined : text(title),
    ])
  }
  return definitions
}

/** A mapping whose keys are symbols in Ruby. */
function symbols(value: unknown): ReadonlyMap<string, unknown> {
  return new Map([...hash(value)].map(([key, entry]) => [text(key).replace(/^:/, ''), entry]))
}

/** The site's keys lie over Jekyll's, but for the one that has a place of its own; a text's replace them all. */
function highlighting(value: unknown, before: KramdownOptions): ReadonlyMap<string, unknown> {
  const given = symbols(value)
  if (typeof value === 'string') return given
  const { syntaxHighlighterOptions: known } = before
  return new Map([...known, ...given, ['guess_lang', known.get('guess_lang')]])
}
