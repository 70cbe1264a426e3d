/**
 * The part of a document's body that stands for it in lists.
 *
 * The excerpt is Markdown of its own: link definitions that it uses and that
 * stand further down are carried along, and Liquid blocks that it leaves open
 * are closed. Follows Jekyll's `Excerpt`; note that the search for definitions
 * asks only whether the bracketed label occurs in the excerpt.
 */

export interface Excerpt {
  readonly text: string
  /** Names of block tags that had to be closed, in order of first use. */
  readonly closed: readonly string[]
}

/** The text before `separator`; all of `body` where it does not occur. */
export function extractExcerpt(
  body: string,
  separator: string,
  isBlock: (tagName: string) => boolean,
): Excerpt {
  const end = body.indexOf(separator)
  if (end < 0 || end + separator.length === body.length) {
    return { text: end < 0 ? body : body.slice(0, end), closed: [] }
  }
  const head = body.slice(0, end)
  const closed = openBlocks(head, isBlock)
  const whole = head + closed.map((name) => `\n{% end${name} %}`).join('')
  const definitions = definitionsFor(whole, body.slice(end + separator.length))
  return {
    text: definitions.length === 0 ? whole : `${whole}\n\n${definitions.join('\n')}`,
    closed,
  }
}

const TAG_NAME = /\{%-?[ \t\r\n]*(\w+)/g

function openBlocks(head: string, isBlock: (tagName: string) => boolean): string[] {
  const names = new Set(Array.from(head.matchAll(TAG_NAME), ([, name = '']) => name))
  return [...names].filter((name) => isBlock(name) && !names.has(`end${name}`))
}

const DEFINITION = /^ {0,3}(\[[^\]\n]+\]):.+$/gm

function definitionsFor(head: string, tail: string): string[] {
  if (!tail.includes(']:')) return []
  return Array.from(tail.matchAll(DEFINITION))
    .filter(([, label = '']) => head.includes(label))
    .map(([line]) => line.trimStart())
}
