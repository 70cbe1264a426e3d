/** `{% capture name %}…{% endcapture %}` */

import { syntaxError } from '../errors.ts'
import { compileBody, type TagRule } from './tag.ts'

export const capture: TagRule = (reader) => {
  const name = /[\w-]+/.exec(reader.markup)?.[0]
  if (name === undefined) {
    throw syntaxError("Syntax Error in 'capture' - Valid syntax: capture [var]")
  }
  const body = reader.body()
  return {
    blank: true,
    compile(context) {
      const step = compileBody(body, context, { withoutText: false })
      return (run) => run.assign(name, run.capture(step))
    },
  }
}
