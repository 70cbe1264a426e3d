/**
 * The grammars of highlight.js, each loaded when a page first asks for it.
 */

import { createRequire } from 'node:module'
import type { HLJSApi, LanguageFn } from 'highlight.js'

/** What highlight.js makes of a text: scopes around texts. */
export interface Scoped {
  readonly scope?: string
  readonly children: readonly (Scoped | string)[]
}

const require = createRequire(import.meta.url)
let loaded: HLJSApi | undefined

/** Grammars that a grammar hands parts of its text to. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  django: ['xml'],
  dockerfile: ['bash'],
  erb: ['xml', 'ruby'],
  handlebars: ['xml'],
  javascript: ['xml'],
  markdown: ['xml'],
  'php-template': ['xml', 'php'],
  shell: ['bash'],
  tap: ['yaml'],
  typescript: ['xml'],
  xml: ['javascript', 'css'],
}

function grammarsWith(name: string): HLJSApi {
  loaded ??= (require('highlight.js/lib/core') as HLJSApi).newInstance()
  if (!loaded.getLanguage(name)) {
    loaded.registerLanguage(name, require(`highlight.js/lib/languages/${name}`) as LanguageFn)
    for (const part of PARTS[name] ?? []) grammarsWith(part)
  }
  return loaded
}

/**
 * The patterns of highlight.js can take the square of a line's or a text's
 * length, so code beyond what people write by hand is left plain.
 */
const LONGEST_LINE = 1_000
const LONGEST_TEXT = 100_000

function isOutsized(code: string): boolean {
  return (
    code.length > LONGEST_TEXT ||
    (code.length > LONGEST_LINE && code.split('\n').some((line) => line.length > LONGEST_LINE))
  )
}

/** Undefined for outsized code, and where the grammar fails or nests deeper than the stack. */
export function scopesOf(grammar: string, code: string): Scoped | undefined {
  if (isOutsized(code)) return undefined
  const result = grammarsWith(grammar).highlight(code, { language: grammar, ignoreIllegals: true })
  if (result.errorRaised) return undefined
  // The tree is the emitter's own; the types of highlight.js do not describe it.
  return (result._emitter as unknown as { rootNode: Scoped }).rootNode
}
