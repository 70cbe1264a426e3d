/**
 * Lexers borrowed from highlight.js, with its scopes told in Rouge's classes.
 *
 * highlight.js leaves names, operators and punctuation of a program unmarked;
 * those are told apart here.
 */

import { type Dialect, dialectOf } from '../borrowed/dialects.ts'
import { type Scoped, scopesOf } from '../borrowed/grammars.ts'
import type { Language } from '../lexer.ts'
import { type Token, type TokenClass, TokenList } from '../tokens.ts'

/** Each piece of a text is a text of its own here. */
export default function borrowed(grammar: string): Language {
  return { open: (list) => ({ feed: (text) => feed(grammar, text, list), reset: () => {} }) }
}

function feed(grammar: string, text: string, list: TokenList): void {
  const root = scopesOf(grammar, text)
  if (!root) list.add('', text)
  else for (const token of tokensOf(root, dialectOf(grammar))) list.add(token.class, token.text)
}

function tokensOf(root: Scoped, dialect: Dialect): readonly Token[] {
  const list = new TokenList()
  walk(root, undefined, dialect, list)
  return list.finish()
}

/** Scopes that only say where things are. */
const WRAPPERS: ReadonlySet<string> = new Set(['params', 'function', 'class', 'formula'])

/** `scope` is the nearest one that says something. */
function walk(node: Scoped, scope: string | undefined, dialect: Dialect, list: TokenList): void {
  for (const child of node.children) {
    if (typeof child === 'string') {
      if (scope !== undefined) addMarked(child, scope, dialect, list)
      else if (dialect.prose) list.add('', child)
      else addCode(child, dialect, list)
      continue
    }
    const inner = child.scope
    if (inner === undefined || WRAPPERS.has(inner)) walk(child, scope, dialect, list)
    else if (inner.startsWith('language:')) walk(child, undefined, dialectOf(inner.slice(9)), list)
    else if (inner === 'subst') addInterpolation(child, dialect, list)
    else walk(child, inner, dialect, list)
  }
}

/** `#{name}` and its like: the marks are one class, what is between them is code. */
function addInterpolation(node: Scoped, dialect: Dialect, list: TokenList): void {
  const tokens = tokensOf(node, { ...dialect, prose: false })
  const last = tokens.length - 1
  tokens.forEach((token, index) => {
    const parts = index === 0 || index === last ? token.text.split(/([#$]?\{|\})/) : [token.text]
    for (const part of parts) list.add(/[{}]$/.test(part) ? 'si' : token.class, part)
  })
}

/** White space at the edges of a marked text has no class, except within strings and comments. */
function addMarked(text: string, scope: string, dialect: Dialect, list: TokenList): void {
  const name = dialect.words.get(text) ?? classOf(scope, text, dialect)
  if (/^[scgd]/.test(name)) list.add(name, text)
  else for (const part of text.split(/(\s+)/)) list.add(part.trim() === '' ? '' : name, part)
}

/** Unmarked code: words, numbers, operators, punctuation. */
function addCode(text: string, dialect: Dialect, list: TokenList): void {
  for (const [part, space, word, number, operator] of text.matchAll(PARTS_OF_CODE)) {
    if (space !== undefined) list.add(dialect.space, part)
    else if (word !== undefined) list.add(classOfWord(word, dialect, list), part)
    else if (number !== undefined) list.add(classOfNumber(part), part)
    else list.add(operator !== undefined ? 'o' : 'p', part)
  }
}

const PARTS_OF_CODE =
  /(\s+)|([\p{L}_$@][\p{L}\p{N}_$]*)|(\p{N}[\p{L}\p{N}_]*)|([-+*/%=<>!&|^~?]+)|./gsu

function classOfWord(word: string, dialect: Dialect, list: TokenList): TokenClass {
  const isMember = dialect.member !== undefined && list.last.text.endsWith('.')
  return (isMember ? dialect.member : dialect.words.get(word)) ?? dialect.name
}

function classOfNumber(text: string): TokenClass {
  if (/^[-+]?0x/i.test(text)) return 'mh'
  if (/^[-+]?0b/i.test(text)) return 'mb'
  if (/^[-+]?0o?[0-7]+$/i.test(text)) return 'mo'
  return /[.eE]/.test(text) ? 'mf' : 'mi'
}

function classOf(scope: string, text: string, { scopes }: Dialect): TokenClass {
  const general = scope.split('.', 1)[0]!
  const known =
    scopes.get(scope) ?? scopes.get(general) ?? CLASSES.get(scope) ?? CLASSES.get(general)
  if (known !== undefined) return known
  if (scope === 'number') return classOfNumber(text)
  if (scope === 'string') return text.startsWith("'") ? 's1' : 's2'
  if (scope !== 'comment') return ''
  if (text.startsWith('/*')) return 'cm'
  return text.startsWith('<!--') ? 'c' : 'c1'
}

const CLASSES: ReadonlyMap<string, TokenClass> = new Map([
  ['addition', 'gi'],
  ['attr', 'na'],
  ['attribute', 'na'],
  ['built_in', 'nb'],
  ['bullet', 'p'],
  ['char', 'se'],
  ['code', 's'],
  ['deletion', 'gd'],
  ['doctag', 'c'],
  ['emphasis', 'ge'],
  ['keyword', 'k'],
  ['link', 'sx'],
  ['literal', 'kc'],
  ['meta', 'cp'],
  ['meta.prompt', 'gp'],
  ['name', 'nt'],
  ['operator', 'o'],
  ['property', 'py'],
  ['punctuation', 'p'],
  ['quote', 'ge'],
  ['regexp', 'sr'],
  ['section', 'gh'],
  ['selector-attr', 'p'],
  ['selector-class', 'nc'],
  ['selector-id', 'nf'],
  ['selector-pseudo', 'nd'],
  ['selector-tag', 'nt'],
  ['strong', 'gs'],
  ['symbol', 'ss'],
  ['tag', 'nt'],
  ['template-tag', 'p'],
  ['template-variable', 'nv'],
  ['title', 'nf'],
  ['title.class', 'nc'],
  ['type', 'kt'],
  ['variable', 'nv'],
])
