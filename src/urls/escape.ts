/**
 * Percent-escapes in URLs as Jekyll writes and reads them.
 *
 * Signs that RFC 3986 allows in a path stay as they are, and so does `?`; a `%`
 * is escaped even where it looks like an escape. UTF-8 throughout.
 */

const SAFE = /^[A-Za-z0-9./-]*$/
const UNSAFE = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]+/gu

export function escapePath(path: string): string {
  return SAFE.test(path) ? path : path.replace(UNSAFE, escapeAll)
}

function escapeAll(text: string): string {
  let escaped = ''
  for (const byte of Buffer.from(text)) {
    escaped += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return escaped
}

/** Undoes all escapes; what does not follow a `%` as two hex digits stays. */
export function unescapePath(url: string): string {
  if (!url.includes('%')) return url
  return url.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString(),
  )
}
