/**
 * Finding one's way in Sass without compiling it: what is neither string nor
 * comment nor interpolation, and which blocks there are.
 */

export type Syntax = 'scss' | 'indented'

/** A block: its head begins at `start` and reaches to `open`; at `close` it ends. */
export interface SourceBlock {
  readonly start: number
  readonly open: number
  readonly close: number
  readonly outer: SourceBlock | undefined
}

/** The first place that is an end and lies in no string, comment, parenthesis or interpolation. */
export function scan(text: string, from: number, isEnd: (char: string) => boolean): number {
  let depth = 0
  let at = from
  while (at < text.length) {
    const char = text[at] as string
    const after = afterSpecial(text, at, char)
    if (after > at) {
      at = after
      continue
    }
    if (depth <= 0 && isEnd(char)) return at
    if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') depth--
    at++
  }
  return text.length
}

/** After the escape, string, comment or interpolation that begins there; else the same place. */
function afterSpecial(text: string, at: number, char: string): number {
  if (char === '\\') return at + 2
  if (char === '"' || char === "'") return afterString(text, at, char)
  if (char === '#' && text[at + 1] === '{') return afterInterpolation(text, at)
  return char === '/' ? afterComment(text, at) : at
}

function afterComment(text: string, at: number): number {
  if (text[at + 1] === '*') return after(text, '*/', at + 2)
  if (text[at + 1] !== '/' || ADDRESS.test(text.slice(Math.max(0, at - 4), at))) return at
  return lineEnd(text, at)
}

/** What makes two slashes the beginning of an address and not of a comment. */
const ADDRESS = /(?::|url\()$/

function afterString(text: string, from: number, quote: string): number {
  let at = from + 1
  while (at < text.length && text[at] !== quote) {
    if (text[at] === '#' && text[at + 1] === '{') at = afterInterpolation(text, at)
    else at += text[at] === '\\' ? 2 : 1
  }
  return at + 1
}

/** Strings and interpolations may lie within it, and within these: there may be very many. */
function afterInterpolation(text: string, from: number): number {
  const ends: string[] = []
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at] as string
    const isInString = ends.at(-1) === '"' || ends.at(-1) === "'"
    if (char === '\\') at++
    else if (char === ends.at(-1)) ends.pop()
    else if (char === '{' && (!isInString || text[at - 1] === '#')) ends.push('}')
    else if (!isInString && (char === '"' || char === "'")) ends.push(char)
    if (ends.length === 0) return at + 1
  }
  return text.length
}

/** After the next occurrence, or the end. */
export function after(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from)
  return at === -1 ? text.length : at + wanted.length
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

/** What ends a statement, or opens its block. */
export const STATEMENT_STOPS: Readonly<Record<Syntax, ReadonlySet<string>>> = {
  scss: new Set([';', '{', '}']),
  indented: new Set([';', '\n']),
}

/** The value of a custom property may hold blocks. */
export function statementEnd(
  text: string,
  from: number,
  syntax: Syntax,
  holdsBlocks = false,
): number {
  let depth = 0
  const isEnd = (char: string) => {
    if (char === '{' && holdsBlocks) depth++
    else if (char === '}' && depth > 0) depth--
    else return depth === 0 && STATEMENT_STOPS[syntax].has(char)
    return false
  }
  return scan(text, from, isEnd)
}

export function blocksOf(text: string, syntax: Syntax): SourceBlock[] {
  return syntax === 'scss' ? bracedBlocks(text) : indentedBlocks(text)
}

type Growing = { -readonly [Key in keyof SourceBlock]: SourceBlock[Key] }

const STOPS = new Set(['{', '}', ';'])

function bracedBlocks(text: string): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let outer: Growing | undefined
  let start = 0
  for (;;) {
    start = wordAt(text, start)
    const at = scan(text, start, (char) => STOPS.has(char))
    if (at >= text.length) return blocks
    if (text[at] === '{') {
      outer = { start, open: at, close: text.length, outer }
      blocks.push(outer)
    } else if (text[at] === '}' && outer) {
      outer.close = at
      outer = outer.outer as Growing | undefined // made above
    }
    start = at + 1
  }
}

/** Past blanks and comments. */
function wordAt(text: string, from: number): number {
  let at = from
  for (;;) {
    while (at < text.length && /\s/.test(text[at] as string)) at++
    const next = text[at] === '/' ? afterComment(text, at) : at
    if (next === at) return at
    at = next
  }
}

/** Each line that is followed by deeper ones opens a block. */
function indentedBlocks(text: string): SourceBlock[] {
  const blocks: SourceBlock[] = []
  const open: { readonly depth: number; readonly block: Growing }[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const depth = line.search(/\S/)
    if (depth >= 0) {
      while ((open.at(-1)?.depth ?? -1) >= depth) {
        const ended = open.pop()
        if (ended) ended.block.close = start
      }
      const outer = open.at(-1)?.block
      const block: Growing = {
        start: start + depth,
        open: start + line.length,
        close: text.length,
        outer,
      }
      blocks.push(block)
      open.push({ depth, block })
    }
    start += line.length + 1
  }
  return blocks
}
