/** An excerpt is rendered as an item of its own, whose path is that of its document and this. */

export const EXCERPT = '/#excerpt'

export function isExcerpt(path: string): boolean {
  return path.endsWith(EXCERPT)
}

/** The path of the document or page itself. */
export function withoutExcerpt(path: string): string {
  return isExcerpt(path) ? path.slice(0, -EXCERPT.length) : path
}
