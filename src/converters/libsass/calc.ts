/**
 * `calc()` as LibSass leaves it: what was written, with its interpolations filled
 * in. Dart Sass works out what it can.
 */

/** Undefined where there is no `calc()`, and where what the compiler made cannot be told apart. */
export function writtenCalc(written: string, value: string): string | undefined {
  if (!/\bcalc\(/i.test(written)) return undefined
  const text = written
    .replaceAll(/\(\n\s*/g, '(')
    .replaceAll(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks))
    .replace(/ \)$/, ')')
  if (text.includes('#{')) return filledIn(text, value)
  return /^(?:-\w+-)?calc\([^"'$]*\)$/i.test(text) ? text : undefined
}

function filledIn(written: string, value: string): string | undefined {
  const wanted = tokensOf(written)
  const made = tokensOf(value).filter((token) => !isSkipped(token))
  let at = 0
  let filled = ''
  for (const [index, token] of wanted.entries()) {
    if (token.startsWith('#{')) {
      const next = wanted.slice(index + 1).find((later) => !isSkipped(later))
      const end = next === undefined ? made.length : made.indexOf(next, at + 1)
      if (end === -1) return undefined
      filled += made.slice(at, end).join(' ')
      at = end
      continue
    }
    filled += token
    if (isSkipped(token)) continue
    if (made[at]?.toLowerCase() !== token.toLowerCase()) return undefined
    at++
  }
  return at === made.length && !filled.includes('$') ? filled : undefined
}

/** Interpolations, blanks, words with numbers, and what is left. */
function tokensOf(text: string): string[] {
  return text.match(/#\{[^{}]*\}|\s+|[-\w.%]+|[\s\S]/g) ?? []
}

/** In these the two may differ. */
function isSkipped(token: string): boolean {
  return /^(?:\s+|[()]|calc)$/i.test(token)
}
