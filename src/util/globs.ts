/**
 * Patterns as Ruby's `File.fnmatch` reads them without flags, which is what
 * `include` and `exclude` are: `*` and `?` also cross slashes, `**` is no more
 * than `*`, braces are plain signs, and a set may be turned round by `!` or `^`.
 *
 * Names that start with a dot are no exception here, because Jekyll always
 * matches whole paths. Only the last star is ever tried again, so the time is
 * at worst pattern times text, whatever the pattern.
 */

type Part =
  | { readonly kind: 'star' }
  | { readonly kind: 'any' }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: readonly Range[] }

type Range = readonly [first: string, last: string]

/** A test for texts that match `pattern` as a whole. */
export function compileGlob(pattern: string): (text: string) => boolean {
  const parts = parseGlob(pattern)
  if (parts === undefined) return () => false
  if (parts.every((part) => part.kind === 'sign')) {
    const plain = parts.map((part) => part.sign).join('')
    return (text) => text === plain
  }
  return (text) => matches(parts, [...text])
}

/** undefined for a pattern that can match nothing, such as one with an open bracket. */
function parseGlob(pattern: string): Part[] | undefined {
  const signs = [...pattern]
  const parts: Part[] = []
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at]!
    if (sign === '*') {
      if (parts.at(-1)?.kind !== 'star') parts.push({ kind: 'star' })
    } else if (sign === '?') {
      parts.push({ kind: 'any' })
    } else if (sign === '[') {
      const set = parseSet(signs, at + 1)
      if (set === undefined) return undefined
      parts.push(set.part)
      at = set.end
    } else {
      if (sign === '\\' && at + 1 < signs.length) at++
      parts.push({ kind: 'sign', sign: signs[at]! })
    }
  }
  return parts
}

function parseSet(
  signs: readonly string[],
  start: number,
): { part: Part; end: number } | undefined {
  const negated = signs[start] === '!' || signs[start] === '^'
  const ranges: Range[] = []
  let at = negated ? start + 1 : start
  const next = (): string | undefined => {
    if (signs[at] === '\\') at++
    return signs[at++]
  }
  while (at < signs.length && signs[at] !== ']') {
    const first = next()
    let last = first
    if (signs[at] === '-' && at + 1 < signs.length && signs[at + 1] !== ']') {
      at++
      last = next()
    }
    if (first === undefined || last === undefined) return undefined
    ranges.push([first, last])
  }
  return at < signs.length ? { part: { kind: 'set', negated, ranges }, end: at } : undefined
}

function matches(parts: readonly Part[], signs: readonly string[]): boolean {
  let part = 0
  let sign = 0
  let star = -1
  let resume = 0
  while (sign < signs.length) {
    const current = parts[part]
    if (current?.kind === 'star') {
      star = part++
      resume = sign
    } else if (current !== undefined && matchesSign(current, signs[sign]!)) {
      part++
      sign++
    } else if (star >= 0) {
      part = star + 1
      sign = ++resume
    } else {
      return false
    }
  }
  while (parts[part]?.kind === 'star') part++
  return part === parts.length
}

function matchesSign(part: Part, sign: string): boolean {
  switch (part.kind) {
    case 'any':
      return true
    case 'sign':
      return part.sign === sign
    case 'set':
      return part.ranges.some(([first, last]) => isBetween(first, sign, last)) !== part.negated
    case 'star':
      return false
  }
}

function isBetween(first: string, sign: string, last: string): boolean {
  const point = sign.codePointAt(0)!
  return first.codePointAt(0)! <= point && point <= last.codePointAt(0)!
}
