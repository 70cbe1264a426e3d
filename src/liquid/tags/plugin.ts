/** Tags of plugins. */

import type { Tag } from '../../plugin.ts'
import { placeOf } from '../errors.ts'
import { tagContext } from '../plugin-context.ts'
import { compileBody, type TagRule } from './tag.ts'

export function pluginTag(tag: Tag): TagRule {
  return (reader) => {
    const renderer = tag.parse(reader.markup, placeOf(reader.token.mark))
    const body = tag.block ? reader.body() : undefined
    return {
      blank: false,
      compile(context) {
        const step = body && compileBody(body, context, { withoutText: false })
        return (run) => {
          run.out += renderer(tagContext(run), () => (step ? run.capture(step) : ''))
        }
      },
    }
  }
}
