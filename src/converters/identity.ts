/**
 * The last converter: what no other takes stays as it is.
 */

import type { Converter } from '../plugin.ts'

export const identity: Converter = {
  name: 'identity',
  priority: 'lowest',
  matches: () => true,
  outputExtension: (extension) => extension,
  convert: (text) => text,
}
