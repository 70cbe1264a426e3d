/** A paragraph that is nothing but an image marked `standalone` becomes a figure. */

import { metaOf, type StateCore } from '../markdown-it.ts'
import { isStandalone } from '../serializer.ts'

export function figures(state: StateCore): void {
  state.tokens.forEach(({ children }, index) => {
    if (children?.length !== 1 || !isStandalone(children[0]!)) return
    const image = children[0]!
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
