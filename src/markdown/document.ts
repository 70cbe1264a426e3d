/**
 * What the rules of one conversion share: the definitions found so far and
 * the options in force. It lives in markdown-it's `env`, so that an instance
 * holds nothing of a document once its HTML is written.
 */

import type { AttributeList } from './attributes.ts'
import type { Env, Token } from './markdown-it.ts'
import type { KramdownOptions } from './options.ts'

export interface LinkDefinition {
  readonly url: string
  readonly title: string | undefined
  /** The hidden token of the definition; attribute lists below it gather there. */
  readonly marker: Token | undefined
}

export interface Abbreviation {
  readonly title: string
  readonly marker: Token
}

export interface FootnoteDefinition {
  readonly name: string
  readonly tokens: Token[]
}

export interface KramdownDocument {
  /** Changes where the text says `{::options … /}`. */
  options: KramdownOptions
  readonly attributeLists: Map<string, AttributeList>
  readonly links: Map<string, LinkDefinition>
  readonly abbreviations: Map<string, Abbreviation>
  readonly footnotes: Map<string, FootnoteDefinition>
  /** What the attribute lists of the text refer to. */
  readonly references: Set<string>
}

const KEY = Symbol('kramdown')

export function startDocument(env: Env, options: KramdownOptions): KramdownDocument {
  const document: KramdownDocument = {
    options,
    attributeLists: new Map(),
    links: new Map(),
    abbreviations: new Map(),
    footnotes: new Map(),
    references: new Set(),
  }
  for (const [id, [url, title]] of options.linkDefs) {
    document.links.set(normalizeLinkId(id), { url, title, marker: undefined })
  }
  env[KEY] = document
  return document
}

export function documentOf(env: Env): KramdownDocument {
  return env[KEY] as KramdownDocument // the core rule `document` put it there before any other ran
}

/** No id is longer; so long a text names no definition. */
export const LONGEST_ID = 1000

/** Link ids differ neither by case nor by the kind of blanks within. */
export function normalizeLinkId(id: string): string {
  return id.replace(/[ \t\n\v\f\r]+/g, ' ').toLowerCase()
}
