/** Core rules that put gathered attribute lists onto tokens, when all definitions are known. */

import { applyList, listOn } from '../attributes.ts'
import { documentOf, type KramdownDocument } from '../document.ts'
import type { StateCore, Token } from '../markdown-it.ts'

export function blockAttributes(state: StateCore): void {
  const document = documentOf(state.env)
  applyAll(state.tokens, document)
  for (const { tokens } of document.footnotes.values()) applyAll(tokens, document)
}

export function applyAll(tokens: readonly Token[], document: KramdownDocument): void {
  for (const token of tokens) {
    if (token.meta === null) continue
    startFromSource(token)
    applyList(token, document.attributeLists)
    for (const name of listOn(token)?.references ?? []) document.references.add(name)
  }
}

/** A link begins with the attributes written below its definition. */
function startFromSource(token: Token): void {
  const source = token.meta?.source as Token | undefined // set by the rule for links alone
  if (!source?.attrs) return
  const own = token.attrs ?? []
  const names = new Set(own.map(([name]) => name))
  token.attrs = [...source.attrs.filter(([name]) => !names.has(name)), ...own]
}
