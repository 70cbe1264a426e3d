/**
 * Plugins of markdown-it that a site names in its `_config.yml`:
 *
 * ```yaml
 * markdown_it:
 *   plugins:
 *     - markdown-it-anchor
 *     - markdown-it-link-attributes: { attrs: { rel: nofollow } }
 * ```
 *
 * They are packages installed for the site, and run in the order of the list.
 * In safe mode none does.
 */

import type { MarkdownIt } from 'markdown-it'
import type { Config } from '../config/config.ts'
import { type Place, SiteError } from '../util/errors.ts'
import { findPackage, importDefault } from '../util/packages.ts'
import { isHash, toPlain } from '../util/values.ts'

/** Changes a parser, and does so once. */
export type MarkdownPlugin = (md: MarkdownIt) => void

interface Named {
  readonly name: string
  /** What a site has written behind the name, as plain objects. */
  readonly options: unknown
}

/** @throws SiteError for a plugin that is not installed, and for one that does not load */
export async function loadMarkdownPlugins(config: Config): Promise<MarkdownPlugin[]> {
  if (config.safe) return []
  const place = placeOf(config)
  const plugins: MarkdownPlugin[] = []
  for (const named of namedIn(config, place)) plugins.push(await load(named, config, place))
  return plugins
}

type Where = { readonly place?: Place }

function placeOf({ configFiles: [file] }: Config): Where {
  return file === undefined ? {} : { place: { file } }
}

function namedIn(config: Config, place: Where): Named[] {
  const section = config.data.get('markdown_it')
  const list = isHash(section) ? section.get('plugins') : undefined
  if (list === undefined || list === null) return []
  if (Array.isArray(list)) return list.flatMap((entry) => readEntry(entry, place))
  return readEntry(list, place)
}

function readEntry(entry: unknown, place: Where): Named[] {
  if (typeof entry === 'string') return [{ name: entry, options: undefined }]
  if (isHash(entry)) {
    return Array.from(entry, ([name, options]) => ({
      name: String(name),
      options: toPlain(options) ?? undefined,
    }))
  }
  throw new SiteError("'markdown_it.plugins' has an entry that is neither a name nor a mapping.", {
    ...place,
    hint: 'Write the name of a package, or the name and its options: `{name: {…}}`.',
  })
}

async function load(
  { name, options }: Named,
  config: Config,
  place: Where,
): Promise<MarkdownPlugin> {
  const file = findPackage(name, config.source)
  if (file === undefined) {
    throw new SiteError(`The markdown-it plugin '${name}' is not installed.`, {
      topic: 'Dependency Error:',
      ...place,
      hint: `Run 'npm install ${name}' in the site, or remove it from 'markdown_it.plugins'.`,
    })
  }
  const fault = (cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause)
    return new SiteError(`The markdown-it plugin '${name}' fails: ${why}`, { ...place, cause })
  }
  const plugin = await importDefault(file).catch((cause: unknown) => {
    throw fault(cause)
  })
  if (typeof plugin !== 'function') {
    throw new SiteError(`'${name}' is not a markdown-it plugin: its export is no function.`, place)
  }
  return (md) => {
    try {
      md.use(plugin as (md: MarkdownIt, options: unknown) => void, options) // a function, as just checked
    } catch (cause) {
      throw fault(cause)
    }
  }
}
