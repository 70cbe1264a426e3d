/**
 * Markdown to HTML, by the processor that `markdown:` names.
 *
 * kramdown is Jekyll's own. Processors that came and went with older versions
 * give way to it with a warning, so that an old site builds.
 */

import type { Config } from '../config/config.ts'
import { type Highlighter, ROUGE } from '../highlight/highlighter.ts'
import { createKramdown } from '../markdown/kramdown.ts'
import {
  DEFAULT_OPTIONS,
  type HighlightCode,
  type KramdownOptions,
  type RenderMath,
  readKramdownOptions,
} from '../markdown/options.ts'
import type { Converter } from '../plugin.ts'
import type { Log } from '../util/log.ts'
import { isHash, isTruthy } from '../util/values.ts'
import { createCommonMark } from './commonmark.ts'
import { loadMarkdownPlugins, type MarkdownPlugin } from './markdown-plugins.ts'
import { loadMathEngine } from './math-engine.ts'

type Processor = (text: string) => string

/** @throws SiteError for a plugin of markdown-it that cannot be loaded */
export async function createMarkdownConverter(
  config: Config,
  log: Log,
  highlighter: Highlighter | undefined,
): Promise<Converter> {
  const plugins = await loadMarkdownPlugins(config)
  const renderMath = await loadMathEngine(config, log)
  const extensions = new Set(config.markdownExtensions.map((extension) => `.${extension}`))
  let processor: Processor | undefined
  return {
    name: 'markdown',
    priority: 'low',
    matches: (extension) => extensions.has(extension),
    outputExtension: () => '.html',
    aroundFigures: '\n',
    convert(text) {
      processor ??= createProcessor(config, log, { highlighter, plugins, renderMath })
      return processor(text)
    },
  }
}

interface Parts {
  readonly highlighter: Highlighter | undefined
  readonly plugins: readonly MarkdownPlugin[]
  readonly renderMath: RenderMath | undefined
}

function createProcessor(
  config: Config,
  log: Log,
  { highlighter, plugins, renderMath }: Parts,
): Processor {
  const use: MarkdownPlugin = (md) => {
    for (const plugin of plugins) plugin(md)
  }
  const name = config.markdown.toLowerCase()
  if (name.startsWith('commonmark')) return createCommonMark(config, highlighter, use)
  if (name !== 'kramdown') {
    log.warn(
      'Markdown:',
      `'${config.markdown}' is not a Markdown processor here. kramdown is used instead.`,
    )
  }
  return createKramdown({ ...kramdownOptions(config, highlighter), renderMath }, use)
}

/**
 * As kramdown gets them from Jekyll: `highlighter` counts where `kramdown` names
 * none, there is always a default language, and `guess_lang` stands beside
 * `syntax_highlighter_opts`, not in it.
 */
export function kramdownOptions(
  config: Config,
  highlighter: Highlighter | undefined,
): KramdownOptions {
  const options = { ...DEFAULT_OPTIONS, syntaxHighlighter: highlighter?.name ?? null }
  const given = new Map(config.kramdown)
  if (!isTruthy(given.get('syntax_highlighter'))) given.delete('syntax_highlighter')
  const opts = given.get('syntax_highlighter_opts')
  const highlighting = new Map(isHash(opts) ? opts : [])
  if (!isTruthy(highlighting.get('default_lang'))) highlighting.set('default_lang', 'plaintext')
  highlighting.set('guess_lang', given.get('guess_lang') !== false)
  given.set('syntax_highlighter_opts', highlighting)
  const read = readKramdownOptions(given, options)
  const named = [ROUGE, highlighter].find((known) => known?.name === read.syntaxHighlighter)
  if (!named) return { ...read, syntaxHighlighter: null }
  return { ...read, highlight: highlightBy(named), codeFrame: named.frame }
}

function highlightBy({ highlight }: Highlighter): HighlightCode {
  return (code, language, options) => {
    if (!isTruthy(options.get('line_numbers'))) return highlight(code, language)
    const start = Number(options.get('start_line') ?? 1)
    const lineNumbers = { gutterClass: 'rouge-gutter', codeClass: 'rouge-code', start }
    return highlight(code, language, { lineNumbers })
  }
}
