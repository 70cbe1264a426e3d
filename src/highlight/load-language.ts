/**
 * Loads a language, at the moment a page first asks for it.
 *
 * A build meets few of the languages, and reading all of their tables at the
 * start would cost it more than the highlighting. `highlight` answers at once,
 * so `import()` is no way to do it. The path holds in `dist/shared/` as well, where
 * this module ends up.
 */

import type { Language } from './lexer.ts'

/** `name` is a file of `languages/`. */
export function loadLanguage(name: string): Language {
  // Each table's module has its language as the default export.
  return (load(`languages/${name}.js`) as { readonly default: Language }).default
}

/** `grammar` is one of highlight.js. */
export function loadBorrowed(grammar: string): Language {
  const module = load('languages/borrowed.js') as {
    readonly default: (grammar: string) => Language
  }
  return module.default(grammar)
}

/** Without an import of `node:module`: most processes that start load no language at all. */
function load(path: string): unknown {
  const { createRequire } = process.getBuiltinModule('node:module')
  return createRequire(import.meta.url)(`../highlight/${path}`)
}
