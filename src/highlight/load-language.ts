/**
 * Loads a language's table, at the moment a page first asks for it.
 *
 * A build meets few of the languages, and reading all of their tables at the
 * start would cost it more than the highlighting. `highlight` answers at once,
 * so `import()` is no way to do it.
 */

import { createRequire } from 'node:module'
import type { Language } from './lexer.ts'

const require = createRequire(import.meta.url)

/** `name` is a file of `languages/`. */
export function loadLanguage(name: string): Language {
  // Each table's module has its language as the default export.
  return (require(`./languages/${name}.js`) as { readonly default: Language }).default
}
