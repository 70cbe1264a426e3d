/**
 * Attribute lists: `.class #id key="value" reference`.
 *
 * A list is only gathered while blocks are read and applied later, because
 * the references in it may be defined further down.
 */

import { metaOf, type Token } from './markdown-it.ts'

export interface AttributeList {
  readonly references: string[]
  readonly values: Map<string, string>
}

export function emptyList(): AttributeList {
  return { references: [], values: new Map() }
}

const PIECE =
  /(?:^|[ \t\n\v\f\r])(?:(\w[\w:-]*)=(?:"((?:\\["}]|[^"}])*)"|'((?:\\['}]|[^'}])*)')|((?:\.[^ \t\n\v\f\r.#]+|#[A-Za-z][\w:-]*)+)|(\w[\w:-]*))(?=[ \t\n\v\f\r]|$)/g

export function readAttributeList(text: string): AttributeList {
  const list = emptyList()
  parseAttributeList(text, list)
  return list
}

/** Reads the inside of `{: … }` into `list`. Pieces that make no sense are passed over. */
export function parseAttributeList(text: string, list: AttributeList): void {
  for (const [, key, double, single, marks, reference] of text.matchAll(PIECE)) {
    if (reference !== undefined) list.references.push(reference)
    else if (marks !== undefined) addMarks(marks, list)
    else addValue(list.values, key!, (double ?? single ?? '').replace(/\\([}"'])/g, '$1'))
  }
}

function addMarks(marks: string, list: AttributeList): void {
  for (const mark of marks.match(/[.#][^.#]+/g) ?? []) {
    addValue(list.values, mark.startsWith('.') ? 'class' : 'id', mark.slice(1))
  }
}

function addValue(values: Map<string, string>, key: string, value: string): void {
  const before = key === 'class' ? values.get(key) : undefined
  values.set(key, before ? `${before} ${value}` : value)
}

/** Lays `over` on `under`: classes add up, the rest is replaced. */
export function mergeLists(under: AttributeList, over: AttributeList): void {
  under.references.push(...over.references)
  for (const [key, value] of over.values) addValue(under.values, key, value)
}

/** The list that gathers for `token`. */
export function listOf(token: Token): AttributeList {
  const meta = metaOf(token)
  meta.attributeList ??= emptyList()
  return meta.attributeList as AttributeList // nobody else writes this key
}

/** The list that has gathered for `token`, if any. */
export function listOn(token: Token): AttributeList | undefined {
  return token.meta?.attributeList as AttributeList | undefined // nobody else writes this key
}

/** Whether the token's list refers to that name, known or not. */
export function hasReference(token: Token, name: string): boolean {
  return listOn(token)?.references.includes(name) ?? false
}

/** Writes the token's list into its attributes. Doing so twice changes nothing. */
export function applyList(token: Token, definitions: ReadonlyMap<string, AttributeList>): void {
  const meta = token.meta
  if (!meta?.attributeList || meta.attributesApplied) return
  meta.attributesApplied = true
  const attributes = new Map((token.attrs ?? []).map(([key, value]) => [key, String(value)]))
  addList(attributes, meta.attributeList as AttributeList, definitions)
  token.attrs = attributes.size > 0 ? [...attributes] : null
}

/** Definitions that refer to each other would else multiply without end. */
const MOST_REFERENCES = 1000

/** What the references of a list stand for comes before its own values. */
function addList(
  attributes: Map<string, string>,
  list: AttributeList,
  definitions: ReadonlyMap<string, AttributeList>,
): void {
  const todo = inOrder(list)
  let followed = 0
  while (todo.length > 0) {
    const next = todo.pop()!
    if (typeof next !== 'string') {
      for (const [key, value] of next.values) addValue(attributes, key, value)
      continue
    }
    const definition = definitions.get(next)
    if (definition && followed++ < MOST_REFERENCES) todo.push(...inOrder(definition))
  }
}

/** The last comes first. */
function inOrder(list: AttributeList): (string | AttributeList)[] {
  return [list, ...[...list.references].reverse()]
}
