/**
 * Text → front matter and body.
 *
 * gray-matter hands the block to our YAML reader. Where the block begins and
 * ends we find ourselves, because Jekyll's rule is another: the first line is
 * `---`, blanks may follow; the block ends at a line of `---` or `...`, whatever
 * stands before it; blank lines after that belong to it. Text without such an
 * end has no front matter, although its first line looks like it.
 */

import matter from 'gray-matter'
import type { Zone } from '../util/dates.ts'
import { parseYaml } from '../util/yaml.ts'

export interface FrontMatter {
  /** As YAML gives it: a mapping if all is well, null for an empty block. */
  readonly data: unknown
  readonly body: string
  /** The line of the file on which the body begins. */
  readonly bodyLine: number
}

export interface Split {
  /** From the opening line to the one before the end, with its line break. */
  readonly block: string
  readonly body: string
  readonly bodyLine: number
}

/** undefined for text without front matter. */
export function splitFrontMatter(text: string): Split | undefined {
  const start = endOfOpening(text)
  if (start === undefined) return undefined
  const end = findClosing(text, start)
  if (end === undefined) return undefined
  const bodyStart = endOfBlankLines(text, end + 3)
  return {
    block: text.slice(0, end),
    body: text.slice(bodyStart),
    bodyLine: 1 + countLines(text, bodyStart),
  }
}

/** @throws SiteError for YAML that cannot be read */
export function parseBlock(block: string, file: string, zone: Zone): unknown {
  let data: unknown = null
  matter(`---\n${block.slice(block.indexOf('\n') + 1)}`, {
    language: 'yaml',
    delimiters: ['---', NEVER],
    engines: {
      yaml: {
        parse: (text: string) => {
          data = parseYaml(text, { file, line: 1, zone })
          return {}
        },
        stringify: () => '',
      },
    },
  })
  return data
}

/** No line of YAML can be this, so gray-matter takes all that it is given. */
const NEVER = '\0'

function endOfOpening(text: string): number | undefined {
  if (!text.startsWith('---')) return undefined
  const lineEnd = endOfBlanks(text, 3)
  return text[lineEnd] === '\n' ? lineEnd + 1 : undefined
}

/** Where the closing line begins, at or after `start`, which is the beginning of a line. */
function findClosing(text: string, start: number): number | undefined {
  let line = start
  for (;;) {
    if (text.startsWith('---', line) || text.startsWith('...', line)) {
      const end = endOfBlanks(text, line + 3)
      if (end === text.length || text[end] === '\n') return line
    }
    const newline = text.indexOf('\n', line)
    if (newline < 0) return undefined
    line = newline + 1
  }
}

/** After the last line break of the white space at `at`, or at the end if nothing else follows. */
function endOfBlankLines(text: string, at: number): number {
  let end = at
  for (let look = at; ; look++) {
    look = endOfBlanks(text, look)
    if (look === text.length) return look
    if (text[look] !== '\n') return end
    end = look + 1
  }
}

/** After the blanks of this line. */
function endOfBlanks(text: string, at: number): number {
  let end = at
  while (end < text.length && BLANKS.includes(text[end]!)) end++
  return end
}

const BLANKS = ' \t\v\f\r'

function countLines(text: string, end: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
