/**
 * What can be wrong with a stylesheet: faults that the compiler finds, with the
 * imports that led there, and imports of what lies outside the site.
 */

import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ConvertContext } from '../plugin.ts'
import { lineOf, type Place, SiteError } from '../util/errors.ts'
import type { SassFault } from './sass-compile.ts'
import {
  isWithin,
  placeOf,
  realPath,
  relativePath,
  type Settings,
  type Source,
} from './sass-settings.ts'

export function refuseForeign(
  files: readonly string[],
  settings: Settings,
  context: ConvertContext,
): void {
  for (const file of files) {
    if (!isWithin(realPath(file), settings.roots)) throw foreignImport(file, context)
  }
}

function foreignImport(file: string, { path }: ConvertContext): SiteError {
  return new SiteError(`'${path}' imports a file outside of the site: ${file}`, {
    topic: 'Conversion error:',
    place: { file: path },
    hint: "Copy it into the site, or add its folder to 'load_paths' under 'sass' in _config.yml.",
  })
}

export function conversionError(fault: SassFault, source: Source, settings: Settings): SiteError {
  const { context, text } = source
  const { span } = fault
  const isEntry = !span.url?.startsWith('file:')
  if (span.url !== undefined && !isEntry) {
    const file = fileURLToPath(span.url)
    if (!isWithin(realPath(file), settings.roots)) return foreignImport(file, context)
  }
  const sourceLine = lineOf(
    isEntry ? text : (span.context ?? ''),
    isEntry ? span.start.line + 1 : 1,
  )
  const what = fault.what.replace(/\.$/, '')
  const wanted = what.startsWith("Can't find stylesheet") ? `: ${span.text}` : ''
  return new SiteError(
    `Jekyll::Converters::Scss encountered an error while converting '${context.path}': ` +
      `${what}${wanted}`,
    {
      topic: 'Conversion error:',
      place: placeOf(span, context),
      ...(sourceLine === undefined ? {} : { sourceLine }),
      ...(wanted ? { hint: `Looked in ${folders(settings, context).join(', ')}.` } : {}),
      trail: trailOf(fault, context),
      cause: new Error(fault.message),
    },
  )
}

function folders({ loadPaths }: Settings, { config, path }: ConvertContext): string[] {
  const named = loadPaths.map((folder) => relativePath(config.source, folder) || 'the source')
  return [...named, `beside ${path}`]
}

/** The lines of the compiler's stack below the first: who imported, from the inside out. */
function trailOf({ stack }: SassFault, { config, line, path }: ConvertContext): Place[] {
  return stack
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((entry) => {
      const [, file, row, column] = /^\s*(.+?) (\d+):(\d+)\s/.exec(entry) ?? []
      if (file === undefined) return []
      const at = { column: Number(column) }
      if (file === 'page:entry' && path === '') return [] // a text of no file
      if (file === 'page:entry') return [{ file: path, line: line + Number(row) - 1, ...at }]
      return [{ file: relativePath(config.source, resolve(file)), line: Number(row), ...at }]
    })
}
