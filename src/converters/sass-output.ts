/**
 * Compiled CSS and its source map as Jekyll's compiler writes them.
 */

import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CompileResult } from 'sass'
import type { ConvertContext, Converted } from '../plugin.ts'
import { relativePath } from './sass-settings.ts'

export function output(
  css: string,
  map: CompileResult['sourceMap'],
  context: ConvertContext,
): Converted {
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
    mappings: map.mappings,
  }
  return {
    text: `${text}\n/*# sourceMappingURL=${name}.map */`,
    files: new Map([[`${destination}.map`, JSON.stringify(mapFile, null, '\t')]]),
  }
}

function sourceName(url: string, { config, path }: ConvertContext): string {
  if (!url.startsWith('file:')) return basename(path)
  return relativePath(config.source, fileURLToPath(url))
}
