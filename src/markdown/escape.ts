/** Escaping, which differs between text, attribute values and code. */

const REFERENCE = /&(?:[\p{L}_:][\p{L}\p{M}\p{Nd}_:.-]*|#\d+|#x[0-9a-fA-F]+);/uy

/** Text: an `&` that begins something shaped like a reference stays. */
export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? escapeWith(text, /[&<>]/g) : text
}

/** Attribute values: as text, and the double quote. */
export function escapeAttribute(text: string): string {
  return /[&<>"]/.test(text) ? escapeWith(text, /[&<>"]/g) : text
}

/** Code: every `&` too. */
export function escapeCode(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escapeWith(text: string, pattern: RegExp): string {
  return text.replace(pattern, (character, offset: number) => {
    if (character !== '&') return ESCAPES[character]!
    REFERENCE.lastIndex = offset
    return REFERENCE.test(text) ? '&' : '&amp;'
  })
}
