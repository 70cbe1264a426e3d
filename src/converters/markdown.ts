/**
 * Markdown to HTML, by the processor that `markdown:` names.
 *
 * kramdown is Jekyll's own. Processors that came and went with older versions
 * give way to it with a warning, so that an old site builds.
 */

import type { Config } from '../config/config.ts'
import { highlight } from '../highlight/highlight.ts'
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
export async function createMarkdownConverter(config: Config, log: Log): Promise<Converter> {
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
      processor ??= createProcessor(config, log, plugins, renderMath)
      return processor(text)
    },
  }
}

function createProcessor(
  config: Config,
  log: Log,
  plugins: readonly MarkdownPlugin[],
  renderMath: RenderMath | undefined,
): Processor {
  const use: MarkdownPlugin = (md) => {
    for (const plugin of plugins) plugin(md)
  }
  const name = config.markdown.toLowerCase()
  if (name.startsWith('commonmark')) return createCommonMark(config, highlighterOf(config), use)
  if (name !== 'kramdown') {
    log.warn(
      'Markdown:',
      `'${config.markdown}' is not a Markdown processor here. kramdown is used instead.`,
    )
  }
  return createKramdown({ ...kramdownOptions(config), renderMath }, use)
}

/**
 * As kramdown gets them from Jekyll: `highlighter` counts where `kramdown` names
 * none, there is always a default language, and `guess_lang` stands beside
 * `syntax_highlighter_opts`, not in it.
 */
export function kramdownOptions(config: Config): KramdownOptions {
  const standard = config.highlighter === 'rouge' ? 'rouge' : null
  const options: KramdownOptions = {
    ...DEFAULT_OPTIONS,
    syntaxHighlighter: standard,
    highlight: highlightCode,
  }
  const given = new Map(config.kramdown)
  if (!isTruthy(given.get('syntax_highlighter'))) given.delete('syntax_highlighter')
  const opts = given.get('syntax_highlighter_opts')
  const highlighting = new Map(isHash(opts) ? opts : [])
  if (!isTruthy(highlighting.get('default_lang'))) highlighting.set('default_lang', 'plaintext')
  highlighting.set('guess_lang', given.get('guess_lang') !== false)
  given.set('syntax_highlighter_opts', highlighting)
  return readKramdownOptions(given, options)
}

function highlighterOf(config: Config): HighlightCode | undefined {
  return config.highlighter === 'rouge' ? highlightCode : undefined
}

const highlightCode: HighlightCode = (code, language, options) => {
  if (!isTruthy(options.get('line_numbers'))) return highlight(code, language)
  const start = Number(options.get('start_line') ?? 1)
  const lineNumbers = { gutterClass: 'rouge-gutter', codeClass: 'rouge-code', start }
  return highlight(code, language, { lineNumbers })
}
