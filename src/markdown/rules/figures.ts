/** A paragraph that is nothing but an image marked `standalone` becomes a figure. */

import { hasReference } from '../attributes.ts'
import { metaOf, type StateCore } from '../markdown-it.ts'

export function figures(state: StateCore): void {
  state.tokens.forEach(({ children }, index) => {
    if (children?.length !== 1 || !hasReference(children[0]!, 'standalone')) return
    const image = children[0]!
    if (image.type !== 'image') return
    const paragraph = state.tokens[index - 1]
    if (paragraph?.type !== 'paragraph_open' || paragraph.hidden) return
    metaOf(paragraph).figure = image
    for (const name of ['class', 'id']) {
      const value = image.attrGet(name)
      if (value === null || paragraph.attrGet(name) !== null) continue
      image.attrs = (image.attrs ?? []).filter(([key]) => key !== name)
      paragraph.attrPush([name, value])
    }
  })
}
