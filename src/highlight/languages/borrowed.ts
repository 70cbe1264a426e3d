/**
 * Lexers borrowed from highlight.js, with its scopes told in Rouge's classes.
 *
 * highlight.js and each of its grammars are loaded when a page first asks for
 * them. It leaves names, operators and punctuation of a program unmarked; those
 * are told apart here.
 */

import { createRequire } from 'node:module'
import type { HLJSApi, LanguageFn } from 'highlight.js'
import { type Token, type TokenClass, TokenList } from '../tokens.ts'
import { type Lexer, NO_OPTIONS } from './lexer.ts'
import { plain } from './plain.ts'

/** What highlight.js makes of a text: scopes around texts. */
interface Scoped {
  readonly scope?: string
  readonly children: readonly (Scoped | string)[]
}

/** A language whose unmarked text is code. `name` is the class of its bare words. */
export function borrowed(grammar: string, name: TokenClass = 'n'): Lexer {
  return (code) => tokensOf(grammar, code, name)
}

/** A language whose unmarked text is text. */
export function borrowedMarkup(grammar: string): Lexer {
  return (code) => tokensOf(grammar, code, undefined)
}

const require = createRequire(import.meta.url)
let loaded: HLJSApi | undefined

/** Grammars that a grammar hands parts of its text to. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  django: ['xml'],
  dockerfile: ['bash'],
  erb: ['xml', 'ruby'],
  haml: ['ruby'],
  handlebars: ['xml'],
  javascript: ['xml'],
  markdown: ['xml'],
  'php-template': ['xml', 'php'],
  shell: ['bash'],
  tap: ['yaml'],
  twig: ['xml'],
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

function tokensOf(grammar: string, code: string, name: TokenClass | undefined): readonly Token[] {
  const root = isOutsized(code) ? undefined : scopesOf(grammar, code)
  if (!root) return plain(code, NO_OPTIONS)
  const list = new TokenList()
  walk(root, undefined, name, list)
  return list.tokens
}

/** Undefined where the grammar fails, or nests deeper than the stack. */
function scopesOf(grammar: string, code: string): Scoped | undefined {
  const result = grammarsWith(grammar).highlight(code, { language: grammar, ignoreIllegals: true })
  if (result.errorRaised) return undefined
  // The tree is the emitter's own; the types of highlight.js do not describe it.
  return (result._emitter as unknown as { rootNode: Scoped }).rootNode
}

/** `scope` is the nearest one that says something; `name` is set while inside code. */
function walk(
  node: Scoped,
  scope: string | undefined,
  name: TokenClass | undefined,
  list: TokenList,
): void {
  for (const child of node.children) {
    if (typeof child !== 'string') {
      const inner = child.scope
      if (inner === undefined || WRAPPERS.has(inner)) walk(child, scope, name, list)
      else if (inner === 'subst') interpolation(child, name ?? 'n', list)
      else if (inner.startsWith('language:')) walk(child, undefined, nameIn(inner), list)
      else walk(child, inner, name, list)
    } else if (scope === undefined) {
      if (name === undefined) list.add('', child)
      else code(child, name, list)
    } else {
      marked(child, scope, list)
    }
  }
}

/** Scopes that only say where things are. */
const WRAPPERS: ReadonlySet<string> = new Set(['params', 'function', 'class', 'formula'])

function nameIn(language: string): TokenClass | undefined {
  if (language === 'language:xml') return undefined
  return language === 'language:javascript' ? 'nx' : 'n'
}

/** `#{name}` and its like: the marks are one class, what is between them is code. */
function interpolation(node: Scoped, name: TokenClass, list: TokenList): void {
  const inner = new TokenList()
  walk(node, undefined, name, inner)
  const first = inner.tokens[0]
  const last = inner.tokens.at(-1)
  for (const token of inner.tokens) {
    const edge = token === first || token === last
    if (!edge) list.add(token.class, token.text)
    else
      for (const part of token.text.split(/([#$]?\{|\})/))
        list.add(part.endsWith('{') || part === '}' ? 'si' : token.class, part)
  }
}

/** Text of one scope: white space around its lines has no class, except within strings and comments. */
function marked(text: string, scope: string, list: TokenList): void {
  const name = classOf(scope, text)
  if (KEEPS_SPACE.has(name[0]!)) list.add(name, text)
  else for (const part of text.split(/(\s+)/)) list.add(part.trim() === '' ? '' : name, part)
}

const KEEPS_SPACE: ReadonlySet<string> = new Set(['s', 'c', 'g', 'd'])

/** Unmarked code: words, numbers, operators, punctuation. */
function code(text: string, name: TokenClass, list: TokenList): void {
  for (const [part, space, word, number, operator] of text.matchAll(PARTS_OF_CODE)) {
    if (space !== undefined) list.add('', part)
    else if (word !== undefined) list.add(name, part)
    else if (number !== undefined) list.add(numberClass(part), part)
    else list.add(operator !== undefined ? 'o' : 'p', part)
  }
}

const PARTS_OF_CODE =
  /(\s+)|([\p{L}_$@][\p{L}\p{N}_$]*)|(\p{N}[\p{L}\p{N}_]*)|([-+*/%=<>!&|^~?]+)|./gsu

function numberClass(text: string): TokenClass {
  if (/^[-+]?0x/i.test(text)) return 'mh'
  if (/^[-+]?0b/i.test(text)) return 'mb'
  if (/^[-+]?0o?[0-7]+$/i.test(text) && text.length > 1) return 'mo'
  return /[.eE]/.test(text) ? 'mf' : 'mi'
}

function classOf(scope: string, text: string): TokenClass {
  const fixed = CLASSES.get(scope) ?? CLASSES.get(scope.slice(0, scope.indexOf('.')))
  if (fixed !== undefined) return fixed
  switch (scope) {
    case 'number':
      return numberClass(text)
    case 'string':
      return text.startsWith("'") ? 's1' : 's2'
    case 'comment':
      return text.startsWith('/*') ? 'cm' : text.startsWith('<!--') ? 'c' : 'c1'
    default:
      return ''
  }
}

const CLASSES: ReadonlyMap<string, TokenClass> = new Map([
  ['keyword', 'k'],
  ['built_in', 'nb'],
  ['type', 'kt'],
  ['literal', 'kc'],
  ['operator', 'o'],
  ['punctuation', 'p'],
  ['property', 'py'],
  ['regexp', 'sr'],
  ['char', 'se'],
  ['symbol', 'ss'],
  ['variable', 'nv'],
  ['title', 'nf'],
  ['title.class', 'nc'],
  ['doctag', 'c'],
  ['meta', 'cp'],
  ['meta.prompt', 'gp'],
  ['section', 'gh'],
  ['tag', 'nt'],
  ['name', 'nt'],
  ['attr', 'na'],
  ['attribute', 'na'],
  ['bullet', 'p'],
  ['code', 's'],
  ['emphasis', 'ge'],
  ['strong', 'gs'],
  ['link', 'sx'],
  ['quote', 'ge'],
  ['selector-tag', 'nt'],
  ['selector-id', 'nf'],
  ['selector-class', 'nc'],
  ['selector-attr', 'p'],
  ['selector-pseudo', 'nd'],
  ['template-tag', 'p'],
  ['template-variable', 'nv'],
  ['addition', 'gi'],
  ['deletion', 'gd'],
])
