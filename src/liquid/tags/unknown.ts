/** What stands between tag delimiters and is no tag that anybody knows. */

import { liquidError, syntaxError } from '../errors.ts'
import type { TagReader, TagRule } from './tag.ts'

export const unknown: TagRule = (reader) => {
  const { tag } = reader.token
  if (tag === undefined) throw unterminated(reader)
  const isPart = tag === 'else' || tag === 'end'
  const failure = isPart ? syntaxError(`Unexpected outer '${tag}' tag`) : reader.unknown(tag)
  throw failure
}

function unterminated({ token }: TagReader): Error {
  const text = token.getText()
  return text.startsWith('{%')
    ? syntaxError(`Tag '${text}' was not properly terminated with regexp: /\\%\\}/`)
    : syntaxError(`Variable '${text}' was not properly terminated with regexp: /\\}\\}/`)
}

/** `render` is Liquid's, but Jekyll gives it nothing to read from. */
export const render: TagRule = ({ markup }) => {
  if (!/["']/.test(markup)) {
    throw syntaxError("Syntax error in tag 'render' - Template name must be a quoted string")
  }
  return {
    blank: false,
    compile: () => () => {
      throw liquidError('This liquid context does not allow includes.')
    },
  }
}
