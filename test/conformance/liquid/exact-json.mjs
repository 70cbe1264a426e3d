/**
 * JSON whose numbers keep their spelling: `2.0` is a Float and not 2, and an
 * integer has as many digits as it is written with.
 */

const EXACT = '\0number'

/** Plain values; a number that would lose something is an object with its text. */
export function parseExactly(text) {
  const guarded = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (part) => {
    if (part.startsWith('"') || String(Number(part)) === part) return part
    return JSON.stringify({ [EXACT]: part })
  })
  return JSON.parse(guarded)
}

/** The values that templates see. */
export function toValue(value, { float }) {
  if (Array.isArray(value)) return value.map((item) => toValue(item, { float }))
  if (value === null || typeof value !== 'object') return value
  const digits = value[EXACT]
  if (digits !== undefined) return /[.eE]/.test(digits) ? float(Number(digits)) : BigInt(digits)
  return new Map(Object.entries(value).map(([key, item]) => [key, toValue(item, { float })]))
}

/** The text again. */
export function exactJson(value) {
  return JSON.stringify(value).replace(/\{"\\u0000number":"([^"]*)"\}/g, '$1')
}
