/**
 * Stands in for `src/converters/sass-thread.ts` while Vitest runs the sources: a
 * thread runs compiled files only. `test/package.test.ts` runs the real one.
 */

import type { SassThread } from '../../src/converters/sass-thread.ts'

export function startSassThread(): SassThread {
  return { begin: () => 0, finish: () => undefined }
}
