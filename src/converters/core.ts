/**
 * The converters of every site.
 */

import type { Config } from '../config/config.ts'
import type { Highlighter } from '../highlight/highlighter.ts'
import type { Converter } from '../plugin.ts'
import type { Log } from '../util/log.ts'
import { identity } from './identity.ts'
import { createMarkdownConverter } from './markdown.ts'
import { createSassConverters } from './sass.ts'

/** @throws SiteError for a plugin of markdown-it that cannot be loaded */
export async function coreConverters(
  config: Config,
  log: Log,
  highlighter: Highlighter | undefined,
): Promise<Converter[]> {
  const markdown = await createMarkdownConverter(config, log, highlighter)
  return [markdown, ...createSassConverters(config, log), identity]
}
