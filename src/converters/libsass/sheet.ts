/**
 * The CSS that Dart Sass writes, as a tree whose nodes know the Sass they come
 * from.
 */

import type { AtRule, ChildNode, Container, Declaration as CssDeclaration, Rule } from 'postcss'
import { loadPackage } from '../../util/packages.ts'

/** Where something stands in a source of the map; all count from 0. */
export interface Origin {
  readonly source: number
  readonly line: number
  readonly column: number
}

export interface Block {
  readonly kind: 'rule' | 'at-rule'
  /** The selector, or the at-rule with its name and parameters. */
  head: string
  children: Node[]
  /** Whether the compiler left an empty line before it: then it is nested in nothing before it. */
  isFirst: boolean
  readonly origin: Origin | undefined
}

export interface Declaration {
  readonly kind: 'declaration'
  readonly property: string
  value: string
  readonly origin: Origin | undefined
  /** Where the value was written, if that is not beside the property. */
  readonly valueOrigin: Origin | undefined
}

export interface Comment {
  readonly kind: 'comment'
  text: string
  readonly origin: Origin | undefined
}

/** An at-rule without a block, with its semicolon. */
export interface Statement {
  readonly kind: 'statement'
  text: string
  readonly origin: Origin | undefined
}

export type Node = Block | Declaration | Comment | Statement

/** `css` is in the expanded style, `mappings` those of its source map. Undefined where it cannot be read. */
export function readSheet(css: string, mappings: string): Node[] | undefined {
  const { CssSyntaxError, parse } = loadPackage('postcss') as typeof import('postcss')
  try {
    return nodesOf(parse(css), originsOf(mappings))
  } catch (error) {
    if (error instanceof CssSyntaxError) return undefined
    throw error
  }
}

/** What stands at a line and column of the CSS comes from there. */
type Origins = (line: number, column: number) => Origin | undefined

function originsOf(mappings: string): Origins {
  const { decode } = loadPackage('@jridgewell/sourcemap-codec') as Codec
  const lines = decode(mappings)
  return (line, column) => {
    const segment = lines[line]?.find((entry) => entry[0] === column)
    if (segment === undefined || segment.length === 1) return undefined
    return { source: segment[1], line: segment[2], column: segment[3] }
  }
}

type Codec = typeof import('@jridgewell/sourcemap-codec')

function nodesOf(container: Container<ChildNode>, origins: Origins): Node[] {
  return (container.nodes ?? []).map((node) => {
    const { line = 1, column = 1 } = node.source?.start ?? {}
    const origin = origins(line - 1, column - 1)
    switch (node.type) {
      case 'decl':
        return declarationOf(node, origin, (offset) => origins(line - 1, column - 1 + offset))
      case 'comment': {
        const isAlone = node.raws.before?.includes('\n') ?? true // its line is mapped with its indentation
        const own = origin ?? (isAlone ? origins(line - 1, 0) : undefined)
        return { kind: 'comment', text: node.toString(), origin: own }
      }
      case 'rule':
        return blockOf(node, node.raws.selector?.raw ?? node.selector, origin, origins)
      default: {
        const head = headOf(node)
        if (node.nodes === undefined) return { kind: 'statement', text: `${head};`, origin }
        return blockOf(node, head, origin, origins)
      }
    }
  })
}

/** A custom property keeps what stands before its value; a hack before a name, as `*zoom`, is part of it. */
function declarationOf(
  { important, prop, raws, value }: CssDeclaration,
  origin: Origin | undefined,
  after: (offset: number) => Origin | undefined,
): Declaration {
  const between = raws.between ?? ': '
  const whole = (raws.value?.raw ?? value) + (important ? ' !important' : '')
  return {
    kind: 'declaration',
    property: (raws.before ?? '').trim() + prop,
    value: prop.startsWith('--') ? between.slice(1) + whole : whole,
    origin,
    valueOrigin: after(prop.length + between.length),
  }
}

function headOf({ name, params, raws }: AtRule): string {
  const written = raws.params?.raw ?? params
  return written === '' ? `@${name}` : `@${name}${raws.afterName ?? ' '}${written}`
}

function blockOf(
  node: Rule | AtRule,
  head: string,
  origin: Origin | undefined,
  origins: Origins,
): Block {
  return {
    kind: node.type === 'rule' ? 'rule' : 'at-rule',
    head,
    children: nodesOf(node as Container<ChildNode>, origins), // one that has a block
    isFirst: (node.raws.before ?? '').split('\n').length > 2,
    origin,
  }
}
