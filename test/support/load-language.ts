/**
 * Stands in for `src/highlight/load-language.ts` while Vitest runs the sources:
 * `require` finds compiled tables only. The conformance suite runs the real one.
 */

import borrowed from '../../src/highlight/languages/borrowed.ts'
import type { Language } from '../../src/highlight/lexer.ts'

export const loadBorrowed: (grammar: string) => Language = borrowed

interface ViteMeta {
  glob<T>(pattern: string, options: { eager: true; import: string }): Record<string, T>
}

// Vite replaces this call by the imports; the types of Node do not know it.
const TABLES: Record<string, Language> = (import.meta as unknown as ViteMeta).glob<Language>(
  '../../src/highlight/languages/*.ts',
  { eager: true, import: 'default' },
)

export function loadLanguage(name: string): Language {
  const table = TABLES[`../../src/highlight/languages/${name}.ts`]
  if (!table) throw new Error(`no table '${name}'`)
  return table
}
