/** Small questions about text, with Ruby's idea of white space and letters. */

/** Space, tab, LF, VT, FF and CR, and nothing else. */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

export function isBlankText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) return false
  return true
}

/** Ruby's `strip` takes NUL, too. */
function isStripped(code: number): boolean {
  return code === 0 || isBlank(code)
}

export function trimStart(text: string): string {
  let start = 0
  while (start < text.length && isStripped(text.charCodeAt(start))) start++
  return text.slice(start)
}

export function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && isStripped(text.charCodeAt(end - 1))) end--
  return text.slice(0, end)
}

export function trim(text: string): string {
  return trimStart(trimEnd(text))
}

/** `pattern` must be sticky. */
export function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

/**
 * The next place where `pattern` (a text, or a global expression) matches. Questions
 * asked from left to right cost one pass over the text in all.
 */
export class Finder {
  private readonly text: string
  private readonly pattern: RegExp | string
  private from = 0
  private found: number | undefined

  constructor(text: string, pattern: RegExp | string) {
    this.text = text
    this.pattern = pattern
  }

  /** The start of the first match at or behind `position`; -1 without one. */
  next(position: number): number {
    const known = this.found !== undefined && position >= this.from
    if (known && (this.found === -1 || position <= this.found!)) return this.found!
    this.from = position
    this.found = this.search(position)
    return this.found
  }

  private search(position: number): number {
    if (typeof this.pattern === 'string') return this.text.indexOf(this.pattern, position)
    this.pattern.lastIndex = position
    return this.pattern.exec(this.text)?.index ?? -1
  }
}

/** Lower case as Ruby does it: a sigma never becomes a final one. */
export function downcase(text: string): string {
  const lower = text.toLowerCase()
  return lower.includes('ς') ? Array.from(text, (c) => c.toLowerCase()).join('') : lower
}
