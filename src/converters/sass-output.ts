/**
 * Compiled CSS and its source map as Jekyll's compiler writes them.
 */

import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CompileResult } from 'sass'
import type { ConvertContext, Converted } from '../plugin.ts'
import { relativePath, type Settings } from './sass-settings.ts'

export function output(
  compiled: string,
  map: CompileResult['sourceMap'],
  settings: Settings,
  context: ConvertContext,
): Converted {
  const { css, mappings } = spread(compiled, settings, map?.mappings ?? '')
  const text = css === '' ? '' : `${css}\n`
  const { destination } = context
  if (!map || destination === undefined || text === '') return { text, files: new Map() }

  const name = basename(destination)
  const mapFile = {
    version: 3,
    file: name,
    sources: map.sources.map((url) => sourceName(url, context)),
    sourcesContent: map.sourcesContent,
    names: map.names,
    mappings,
  }
  return {
    text: `${text}\n/*# sourceMappingURL=${name}.map */`,
    files: new Map([[`${destination}.map`, JSON.stringify(mapFile, null, '\t')]]),
  }
}

/** An empty line after each rule that is not within another, as Jekyll's compiler writes them. */
function spread(css: string, { style }: Settings, mappings: string) {
  if (style === 'compressed') return { css, mappings }
  const lines = css.split('\n')
  const mapped = mappings.split(';')
  const isLast = (index: number) => index === lines.length - 1 || lines[index + 1] === ''
  const spreadOut = <T>(list: readonly T[], empty: T) =>
    list.flatMap((entry, index) =>
      lines[index] === '}' && !isLast(index) ? [entry, empty] : [entry],
    )
  return { css: spreadOut(lines, '').join('\n'), mappings: spreadOut(mapped, '').join(';') }
}

function sourceName(url: string, { config, path }: ConvertContext): string {
  if (!url.startsWith('file:')) return basename(path)
  return relativePath(config.source, fileURLToPath(url))
}
