/**
 * A sheet in the styles of LibSass, with the mappings of its source map.
 */

import type { SourceMapSegment } from '@jridgewell/sourcemap-codec'
import { loadPackage } from '../../util/packages.ts'
import { isNested } from './order.ts'
import { tightHead } from './selectors.ts'
import type { Block, Comment, Declaration, Node, Origin, Statement } from './sheet.ts'
import type { Sources } from './sources.ts'

export type Style = 'nested' | 'expanded' | 'compact' | 'compressed'

export interface Printed {
  readonly css: string
  readonly mappings: string
}

export function printSheet(nodes: readonly Node[], style: Style, sources: Sources): Printed {
  const page = createPage()
  if (style === 'compressed') printCompressed(nodes, page)
  else if (style === 'compact') printCompact(nodes, page, [])
  else if (style === 'nested') printNested(nodes, page, { indent: '', sources })
  else printExpanded(nodes, page, '')
  return page.printed()
}

interface Page {
  /** `origin` is where the text comes from. */
  write(text: string, origin?: Origin): void
  printed(): Printed
}

function createPage(): Page {
  const parts: string[] = []
  const lines: SourceMapSegment[][] = [[]]
  let column = 0
  return {
    write(text, origin) {
      if (origin) lines.at(-1)?.push([column, origin.source, origin.line, origin.column])
      parts.push(text)
      const rows = text.split('\n')
      for (const _ of rows.slice(1)) lines.push([])
      column = (rows.length > 1 ? 0 : column) + (rows.at(-1)?.length ?? 0)
    },
    printed() {
      const { encode } = loadPackage('@jridgewell/sourcemap-codec') as Codec
      return { css: parts.join(''), mappings: encode(lines) }
    },
  }
}

type Codec = typeof import('@jridgewell/sourcemap-codec')

type Leaf = Declaration | Comment | Statement

const isBlock = (node: Node | undefined): node is Block => node !== undefined && 'children' in node

function printLeaf(node: Leaf, page: Page, colon = ': ', end = ';'): void {
  if (node.kind !== 'declaration') {
    page.write(node.text, node.origin)
    return
  }
  page.write(node.property, node.origin)
  page.write(node.property.startsWith('--') ? ':' : colon)
  page.write(node.value, node.valueOrigin)
  page.write(end)
}

function printExpanded(nodes: readonly Node[], page: Page, indent: string): void {
  nodes.forEach((node, index) => {
    if (index > 0) page.write(indent === '' && isBlock(nodes[index - 1]) ? '\n\n' : '\n')
    page.write(indent)
    if (!isBlock(node)) {
      printLeaf(node, page)
      return
    }
    page.write(`${node.head} {\n`, node.origin)
    printExpanded(node.children, page, `${indent}  `)
    page.write(`\n${indent}}`)
  })
}

/** Rules are indented as deep as they were nested, and end in the line of their last declaration. */
function printNested(
  nodes: readonly Node[],
  page: Page,
  { indent, sources }: { readonly indent: string; readonly sources: Sources },
): void {
  const around: Block[] = []
  nodes.forEach((node, index) => {
    const before = nodes[index - 1]
    const wasNested = around.length > 1
    while (around.length > 0 && !isNested(node, around.at(-1) as Block, sources)) around.pop()
    const own = indent + '  '.repeat(around.length)
    if (index > 0) {
      const ends = isBlock(before) && own === '' && !(wasNested && before.head.startsWith('@media'))
      page.write(ends ? '\n\n' : '\n')
    }
    page.write(own)
    if (!isBlock(node)) {
      printLeaf(node, page)
      return
    }
    page.write(`${node.head.replaceAll('\n', `\n${own}`)} {\n`, node.origin)
    printNested(node.children, page, { indent: `${own}  `, sources })
    page.write(' }')
    around.push(node)
  })
}

/** Rules and `@media` hold their children in their own line, other at-rules each in another. */
function printCompact(nodes: readonly Node[], page: Page, around: readonly Block[]): void {
  const parent = around.at(-1)
  const gap = parent && (holdsInLine(parent) ? ' ' : `\n${'  '.repeat(around.length)}`)
  nodes.forEach((node, index) => {
    if (index > 0) page.write(gap ?? (isBlock(nodes[index - 1]) ? '\n\n' : '\n'))
    if (!isBlock(node)) {
      printLeaf(node, page)
      return
    }
    page.write(`${node.head.replaceAll(',\n', ', ')} { `, node.origin)
    printCompact(node.children, page, [...around, node])
    page.write(' }')
  })
}

function holdsInLine({ head, kind }: Block): boolean {
  const isKeyframe = /^(?:from|to|[\d.]+%)(?:,|$)/i.test(head)
  return kind === 'rule' ? !isKeyframe : /^@(?:media|font-face)\b/.test(head)
}

/** Without comments but for the loud ones, and without rules that held nothing else. */
function printCompressed(nodes: readonly Node[], page: Page): void {
  const shown = nodes.filter(isShown)
  shown.forEach((node, index) => {
    if (!isBlock(node)) {
      const isLast = index === shown.length - 1
      if (isLast && node.kind === 'statement') page.write(node.text.slice(0, -1), node.origin)
      else printLeaf(node, page, ':', isLast ? '' : ';')
      return
    }
    page.write(`${tightHead(node)}{`, node.origin)
    printCompressed(node.children, page)
    page.write('}')
  })
}

function isShown(node: Node): boolean {
  if (node.kind === 'comment') return node.text.startsWith('/*!')
  return !isBlock(node) || node.kind === 'at-rule' || node.children.some(isShown)
}
