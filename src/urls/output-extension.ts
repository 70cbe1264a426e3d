/**
 * Which extension an item has when it is written.
 */

import type { Converter } from '../plugin.ts'
import { extensionOf } from './names.ts'

/**
 * The permalink's own extension if it has one, else what the converters make of
 * the file's. Where several apply, the last real one decides, ahead of the one
 * that takes everything as it is.
 */
export function outputExtension(
  extension: string,
  permalink: string | undefined,
  converters: readonly Converter[],
): string {
  if (permalink !== undefined && !permalink.endsWith('/')) {
    const own = extensionOf(permalink)
    if (own !== '') return own
  }
  const lower = extension.toLowerCase()
  const outputs = converters
    .filter((converter) => converter.matches(lower))
    .map((converter) => converter.outputExtension(extension))
  return (outputs.length === 1 ? outputs[0] : outputs.at(-2)) ?? extension
}
