/**
 * `calc()` as LibSass leaves it: what was written, with its interpolations filled
 * in. Dart Sass works out what it can.
 */

/** The value with its `calc()`s as they were written; undefined where there are none, or they cannot be told apart. */
export function writtenCalc(written: string, value: string): string | undefined {
  if (!/\bcalc\(/i.test(written)) return undefined
  const text = tidied(written)
  const wanted = calcsIn(text)
  if (wanted.length === 1 && wanted[0]?.length === text.length && !/[$#"']/.test(text)) return text
  const made = calcsIn(value)
  if (made.length !== wanted.length) return filledIn(text, value)
  const restored = made.map((calc, index) => filledIn(wanted[index] ?? '', calc))
  if (restored.includes(undefined)) return filledIn(text, value)
  return made.reduce(
    (whole, calc, index) => whole.replace(calc, () => restored[index] ?? ''),
    value,
  )
}

function tidied(written: string): string {
  return written
    .replaceAll(/\(\n\s*/g, '(')
    .replaceAll(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks))
    .replaceAll(/ +\)/g, ')')
}

/** With their prefixes; one within another is part of it. */
function calcsIn(text: string): string[] {
  const calcs: string[] = []
  let end = 0
  for (const { 0: head, index } of text.matchAll(/(?:-[a-z]+-)?\bcalc\(/gi)) {
    if (index < end) continue
    end = closing(text, index + head.length)
    calcs.push(text.slice(index, end))
  }
  return calcs
}

function closing(text: string, from: number): number {
  let depth = 1
  let at = from
  while (at < text.length && depth > 0) {
    if (text[at] === '(') depth++
    else if (text[at] === ')') depth--
    at++
  }
  return at
}

/**
 * What stands between interpolations is looked for in the value, leaving aside in
 * what the two may differ; what lies between those places was filled in.
 */
function filledIn(written: string, value: string): string | undefined {
  const made = bared(value)
  const pieces = written.split(/(#\{[^{}]*\})/)
  let at = 0
  let filled = ''
  for (const [index, piece] of pieces.entries()) {
    if (piece.startsWith('#{')) continue
    const bare = bared(piece).text
    const isLast = index === pieces.length - 1
    const found = isLast ? made.text.length - bare.length : made.text.indexOf(bare, at)
    const isThere = found >= at && made.text.startsWith(bare, found) && (index > 0 || found === 0)
    if (!isThere) return undefined
    filled += made.original(at, found) + piece
    at = found + bare.length
  }
  return filled.includes('$') ? undefined : filled
}

interface Bared {
  readonly text: string
  /** What stood there before. */
  original(from: number, to: number): string
}

/** Without blanks, parentheses, the word `calc` and the zeros before a point. */
function bared(text: string): Bared {
  const places: number[] = []
  for (const { 0: word, index } of text.matchAll(/calc\b|\b0(?=\.)|[^\s()]/gi)) {
    if (word.length === 1 && !(word === '0' && text[index + 1] === '.')) places.push(index)
  }
  return {
    text: places.map((place) => text[place]?.toLowerCase()).join(''),
    original(from, to) {
      if (from >= to) return ''
      const start = places[from] ?? 0
      const zero = text.slice(start - 1, start + 1) === '0.' ? 1 : 0
      return balanced(text.slice(start - zero, (places[to - 1] ?? 0) + 1))
    },
  }
}

function balanced(text: string): string {
  const open = text.split('(').length - text.split(')').length
  return open > 0 ? text + ')'.repeat(open) : text
}
