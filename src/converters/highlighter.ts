/**
 * `highlighter:` of the configuration.
 */

import type { Config } from '../config/config.ts'
import { type Highlighter, ROUGE } from '../highlight/highlighter.ts'
import { loadShiki, type ShikiThemes } from '../highlight/shiki.ts'
import type { Log } from '../util/log.ts'
import { isHash } from '../util/values.ts'

/**
 * Undefined for code without colours, which is what any unknown name means to Jekyll.
 *
 * @throws SiteError for a theme that Shiki does not have
 */
export async function loadHighlighter(config: Config, log: Log): Promise<Highlighter | undefined> {
  if (config.highlighter === 'rouge') return ROUGE
  if (config.highlighter !== 'shiki') return undefined

  const shiki = config.safe ? undefined : await loadShiki(config.source, themesOf(config))
  if (shiki) return shiki
  const reason = config.safe
    ? "The highlighter 'shiki' does not run in safe mode."
    : "The highlighter 'shiki' needs the package shiki: run 'npm install shiki' in the site."
  log.warn('Highlighter:', `${reason} Rouge's markup is written.`)
  return ROUGE
}

/** `shiki:` of the configuration: `theme`, or `themes` by what they are for. */
function themesOf(config: Config): ShikiThemes {
  const given = config.data.get('shiki')
  const settings = isHash(given) ? given : new Map<string, unknown>()
  const themes = settings.get('themes')
  if (!isHash(themes)) return { theme: String(settings.get('theme') ?? 'github-light') }
  const names = Array.from(themes, ([kind, name]) => [String(kind), String(name)] as const)
  return { themes: Object.fromEntries(names) }
}
