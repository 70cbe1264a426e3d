/**
 * CSS as LibSass writes it, from what Dart Sass has made.
 *
 * Jekyll 4.3 compiles with LibSass unless the site asks for `sass-embedded`. The
 * two agree in what a stylesheet means and differ in how they write it: quotes
 * and zeros, colours, comments, the place of declarations behind nested rules,
 * and four styles instead of two. What Dart Sass does not keep is looked up in the
 * Sass itself, which the source map leads to.
 */

import { compactComment } from './comments.ts'
import { declarationsFirst, importsFirst } from './order.ts'
import { type Printed, printSheet, type Style } from './print.ts'
import { restoredSelector, type Spellings, spellingsOf } from './selectors.ts'
import { type Comment, type Node, readSheet } from './sheet.ts'
import { readSources, type SassSource, type Sources } from './sources.ts'
import { createValues, type ValueOf } from './values.ts'

/** `css` is in the expanded style without a charset, `mappings` those of its source map. */
export interface Compiled {
  readonly css: string
  readonly mappings: string
  readonly sources: readonly SassSource[]
}

/** Undefined where the CSS is none that can be read: Sass puts no bounds to values. */
export function inMannerOfLibSass(
  { css, mappings, sources }: Compiled,
  style: Style,
): Printed | undefined {
  const nodes = readSheet(css, mappings)
  if (!nodes) return undefined
  const read = readSources(sources)
  const sheet = importsFirst(declarationsFirst(nodes, read))
  restore(sheet, {
    style,
    sources: read,
    spellings: spellingsOf(sources),
    write: createValues(read, style === 'compressed'),
  })
  const printed = printSheet(sheet, style, read)
  return NOT_ASCII.test(printed.css) && style !== 'compressed' ? withCharset(printed) : printed
}

const NOT_ASCII = /[^\u0000-\u007f]/

function withCharset({ css, mappings }: Printed): Printed {
  return { css: `@charset "UTF-8";\n${css}`, mappings: `;${mappings}` }
}

interface Restoring {
  readonly style: Style
  readonly sources: Sources
  readonly spellings: Spellings
  readonly write: ValueOf
}

function restore(nodes: readonly Node[], restoring: Restoring): void {
  for (const [index, node] of nodes.entries()) {
    if ('children' in node) restore(node.children, restoring)
    const { sources, spellings, style, write } = restoring
    switch (node.kind) {
      case 'rule':
        node.head = restoredHead(withoutIndent(node.head), sources.headsAt(node.origin), spellings)
        break
      case 'at-rule':
        node.head = restoredAtRule(withoutIndent(node.head), sources.headsAt(node.origin)[0])
        break
      case 'declaration':
        node.value = write(node)
        break
      case 'comment':
        node.text = commentOf(node.text, writtenComment(node, nodes[index - 1], sources), style)
        break
      default:
        node.text = node.text.replace(PLAIN_IMPORT, '@import url($1);')
    }
  }
}

/** Dart Sass writes `FROM` and `TO` of keyframes in small letters. */
function restoredHead(head: string, written: readonly string[], spellings: Spellings): string {
  const own = written[0]?.trim().replaceAll(/\s*,\s*/g, ', ')
  return own?.toLowerCase() === head && /\b(?:FROM|TO)\b/.test(own)
    ? own
    : restoredSelector(head, written, spellings)
}

/** An escape in it, such as the hack `0\\0`, is a character in Dart Sass. */
function restoredAtRule(head: string, written: string | undefined): string {
  const isHack = head.includes('\ufffd') && written !== undefined && !/[#$]/.test(written)
  const own = isHack ? written.trim().replaceAll(/\s+/g, ' ').replaceAll(/: ?/g, ': ') : head
  return own.replaceAll(/\((--[-\w]+):(?! )/g, '($1: ')
}

/** LibSass breaks the line after a comma where the Sass does, but indents nothing there. */
function withoutIndent(head: string): string {
  return head.replaceAll(/\n +/g, '\n')
}

const PLAIN_IMPORT = /^@import ["']((?!\/\/|https?:)[^"'\n]*\.css)["'];$/

/** That behind a declaration has no place in the source map. */
function writtenComment(node: Comment, before: Node | undefined, sources: Sources) {
  const written = sources.commentAt(node.origin)
  if (written !== undefined || before?.kind !== 'declaration') return written
  const next = sources.commentAfter(before.origin)
  const isIt = next !== undefined && bare(next) === bare(node.text)
  return isIt ? next : undefined
}

function bare(comment: string): string {
  return comment.replaceAll(/\s/g, '')
}

/** Dart Sass moves the lines of comments to the left. */
function commentOf(text: string, written: string | undefined, style: Style): string {
  const whole = written?.includes('#{') ? indentedAs(written, text) : (written ?? text)
  return style === 'compact' ? compactComment(whole) : whole
}

/** What was filled in, with the indentation of what was written. */
function indentedAs(written: string, filled: string): string {
  const leads = written.split('\n').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '')
  const lines = filled.split('\n')
  if (lines.length !== leads.length) return filled
  return lines.map((line, index) => (leads[index] ?? '') + line.trimStart()).join('\n')
}
