/** `liquid`: a tag on each line, without delimiters. */

import { compileNodes } from '../body.ts'
import { marked } from '../errors.ts'
import { isBlankNode } from '../nodes.ts'
import type { SourceToken } from '../source.ts'
import { isBlankText } from '../text.ts'
import type { TagReader, TagRule } from './tag.ts'

export const liquid: TagRule = (reader) => {
  const nodes = reader.nodesOf(lineTokens(reader))
  return {
    blank: nodes.every(isBlankNode),
    compile: (context) => compileNodes(nodes, context),
  }
}

const LINE = /^[\t\v\f\r ]*(#|\w+)[\t\v\f\r ]*([^\n]*)$/

function lineTokens(reader: TagReader): SourceToken[] {
  const { markup, token } = reader
  let at = token.source.text.indexOf(markup, token.begin)
  const tokens: SourceToken[] = []
  for (const line of markup.split('\n')) {
    const [, name, rest = ''] = LINE.exec(line) ?? []
    const range = [at, at + line.length] as const
    if (name !== undefined) tokens.push(reader.tokenOf(range, name, rest))
    else if (!isBlankText(line)) {
      throw marked(reader.unknown(line), { source: token.source, at })
    }
    at += line.length + 1
  }
  return tokens
}
