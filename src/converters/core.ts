/**
 * The converters of every site.
 */

import type { Config } from '../config/config.ts'
import type { Converter } from '../plugin.ts'
import type { Log } from '../util/log.ts'
import { identity } from './identity.ts'
import { createMarkdownConverter } from './markdown.ts'
import { createSassConverters } from './sass.ts'

export function coreConverters(config: Config, log: Log): Converter[] {
  return [createMarkdownConverter(config, log), ...createSassConverters(config, log), identity]
}
