/**
 * Where in an HTML page our script goes: as early as it may stand.
 *
 * Early, because a page that is being written may leave a comment or a tag open
 * further down, and because a policy in a `<meta>` counts only for what follows
 * it. A page without `<head>`, or without anything but text, takes the script too.
 */

/** `html` with `tag` in it; the bytes of the page stay as they are. */
export function injectScript(html: Buffer, tag: string): Buffer {
  if (isUtf16(html)) return html
  const place = findPlace(html.toString('latin1'))
  return Buffer.concat([html.subarray(0, place), Buffer.from(tag), html.subarray(place)])
}

function isUtf16(html: Buffer): boolean {
  const [first, second] = html
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

/** What may stand in front of a page's first element of its own. */
const BLANK = /[ \t\r\n\f]*/y
const OPENINGS = [
  /<!doctype\b[^>]*>/iy,
  /<\?xml\b[^>]*>/iy,
  /<html(?=[\s>])(?:[^>"']|"[^"]*"|'[^']*')*>/iy,
]
const HEAD = /<head(?=[\s>])(?:[^>"']|"[^"]*"|'[^']*')*>/iy

function findPlace(text: string): number {
  let at = text.startsWith('\xef\xbb\xbf') ? 3 : 0
  for (;;) {
    const from = after(BLANK, text, at) ?? at
    const head = after(HEAD, text, from)
    if (head !== undefined) return head
    const next = afterComment(text, from) ?? firstOf(OPENINGS, text, from)
    if (next === undefined) return at
    at = next
  }
}

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

function firstOf(patterns: readonly RegExp[], text: string, at: number): number | undefined {
  for (const pattern of patterns) {
    const end = after(pattern, text, at)
    if (end !== undefined) return end
  }
  return undefined
}

/** Behind a comment that is closed; in front of one that is not. */
function afterComment(text: string, at: number): number | undefined {
  if (!text.startsWith('<!--', at)) return undefined
  const end = text.indexOf('-->', at + 4)
  return end < 0 ? undefined : end + 3
}
