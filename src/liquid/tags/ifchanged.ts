/** `ifchanged`: its body, unless it is what the last `ifchanged` wrote. */

import { compileBody, type TagRule } from './tag.ts'

export const ifchanged: TagRule = (reader) => {
  const body = reader.body()
  return {
    blank: false,
    compile(context) {
      const step = compileBody(body, context, { withoutText: false })
      return (run) => {
        const text = run.capture(step)
        if (text === run.lastChanged) return
        run.lastChanged = text
        run.out += text
      }
    },
  }
}
