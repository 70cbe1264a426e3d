/** A paragraph that is nothing but an image marked `standalone` becomes a figure. */

import { hasReference } from '../attributes.ts'
import { documentOf } from '../document.ts'
import { metaOf, type StateCore } from '../markdown-it.ts'

export function figures(state: StateCore): void {
  if (!documentOf(state.env).references.has('standalone')) return
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline') return
    const paragraph = state.tokens[index - 1]
    const [image, ...others] = token.children ?? []
    if (paragraph?.type !== 'paragraph_open' || paragraph.hidden) return
    if (image?.type !== 'image' || others.length > 0 || !hasReference(image, 'standalone')) return
    metaOf(paragraph).figure = image
    for (const name of ['class', 'id']) {
      const value = image.attrGet(name)
      if (value === null || paragraph.attrGet(name) !== null) continue
      image.attrs = (image.attrs ?? []).filter(([key]) => key !== name)
      paragraph.attrPush([name, value])
    }
  })
}
