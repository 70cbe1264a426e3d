/** How attributes are written. */

import { escapeAttribute } from './escape.ts'
import type { Token } from './markdown-it.ts'

/** Each with a blank before it. A blank id is none. */
export function writeAttributes(token: Pick<Token, 'attrs'>): string {
  if (!token.attrs) return ''
  let html = ''
  for (const [name, value] of token.attrs) {
    const text = String(value)
    if (name === 'id' && text.trim() === '') continue
    html += ` ${name}="${escapeAttribute(text)}"`
  }
  return html
}

export function withClass(token: Token, name: string): Pick<Token, 'attrs'> {
  const attributes = new Map(token.attrs ?? [])
  const before = attributes.get('class')
  attributes.set('class', before === undefined ? name : `${before} ${name}`)
  return { attrs: [...attributes] }
}
