/** `raw`, `comment` and `#`: what is not evaluated. */

import { syntaxError } from '../errors.ts'
import { strip } from '../text.ts'
import type { Piece, TagRule } from './tag.ts'

const NOTHING: Piece = { blank: true, compile: () => () => {} }

export const raw: TagRule = (reader) => {
  const { body } = reader.token
  if (strip(reader.markup) !== '') throw syntaxError("Syntax Error in 'raw' - Valid syntax: raw")
  if (body === undefined) throw reader.neverClosed(reader.token.begin)
  return {
    blank: body === '',
    compile: () => (run) => {
      run.out += body
    },
  }
}

export const comment: TagRule = (reader) => {
  reader.skipBody()
  return NOTHING
}

export const inlineComment: TagRule = ({ markup }) => {
  const [, ...more] = markup.split('\n').map(strip)
  if (more.some((line) => line !== '' && !line.startsWith('#'))) {
    const wrong = "Each line of comments must be prefixed by the '#' character"
    throw syntaxError(`Syntax error in tag '#' - ${wrong}`)
  }
  return NOTHING
}
