/** A paragraph that is nothing but an image marked `standalone` becomes a figure. */

import { metaOf, type StateCore } from '../markdown-it.ts'
import { isStandalone } from '../serializer.ts'

export function figures(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline') return
    const paragraph = state.tokens[index - 1]
    const [image, ...others] = token.children ?? []
    if (paragraph?.type !== 'paragraph_open' || paragraph.hidden) return
    if (!image || others.length > 0 || !isStandalone(image)) return
    metaOf(paragraph).figure = image
    for (const name of ['class', 'id']) {
      const value = image.attrGet(name)
      if (value === null || paragraph.attrGet(name) !== null) continue
      image.attrs = (image.attrs ?? []).filter(([key]) => key !== name)
      paragraph.attrPush([name, value])
    }
  })
}
