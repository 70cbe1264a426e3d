/**
 * The Sass behind a sheet: what was written where its rules and declarations
 * come from.
 */

import { createMixins } from './mixins.ts'
import { after, blocksOf, type SourceBlock, type Syntax, scan } from './scan.ts'
import type { Origin } from './sheet.ts'

export interface SassSource {
  readonly text: string
  readonly syntax: Syntax
}

export interface Sources {
  /** The value of the declaration that begins there. */
  valueAt(origin: Origin | undefined): string | undefined
  /** The rest of the statement from there on. */
  restAt(origin: Origin | undefined): string | undefined
  /** The comment that begins there, with its closing. */
  commentAt(origin: Origin | undefined): string | undefined
  /** The head of the rule that begins there, and those of the blocks around it, from inside out. */
  headsAt(origin: Origin | undefined): readonly string[]
  /** Whether `inner` stands in the block whose head begins at `outer`. */
  isWithin(inner: Origin, outer: Origin): boolean
  /** Whether `inner` stands in a mixin that the block whose head begins at `outer` includes. */
  includes(outer: Origin, inner: Origin): boolean
}

/** A source and the blocks in it, in their order. */
export interface IndexedSource extends SassSource {
  readonly lines: readonly number[]
  readonly blocks: readonly SourceBlock[]
}

interface Found extends IndexedSource {
  readonly offset: number
  readonly block: SourceBlock | undefined
}

export function readSources(sources: readonly SassSource[]): Sources {
  const indexed = sources.map(indexOf)
  const mixins = createMixins(indexed)

  function find(origin: Origin | undefined): Found | undefined {
    const source = origin && indexed[origin.source]
    const start = origin && source?.lines[origin.line]
    if (!source || start === undefined) return undefined
    const offset = start + origin.column
    return { ...source, offset, block: blockAround(source.blocks, offset) }
  }

  return {
    valueAt(origin) {
      const found = find(origin)
      if (!found) return undefined
      const { offset, syntax, text } = found
      const colon = scan(text, offset, (char) => char === ':' || STOPS[syntax].has(char))
      if (text[colon] !== ':') return undefined
      return text.slice(colon + 1, statementEnd(text, colon + 1, syntax))
    },
    restAt(origin) {
      const found = find(origin)
      return found?.text.slice(found.offset, statementEnd(found.text, found.offset, found.syntax))
    },
    commentAt(origin) {
      const found = find(origin)
      if (found?.syntax !== 'scss' || !found.text.startsWith('/*', found.offset)) return undefined
      return found.text.slice(found.offset, after(found.text, '*/', found.offset + 2))
    },
    headsAt(origin) {
      const found = find(origin)
      const heads: string[] = []
      for (let block = found?.block; block; block = block.outer)
        heads.push((found?.text ?? '').slice(block.start, block.open))
      return heads
    },
    isWithin(inner, outer) {
      const block = find(outer)?.block
      const offset = find(inner)?.offset ?? -1
      if (!block || inner.source !== outer.source) return false
      return block.open < offset && offset < block.close
    },
    includes(outer, inner) {
      const mixin = find(inner)
      const block = find(outer)
      if (!mixin?.block || !block?.block) return false
      return mixins.reach(block, block.block, mixin, mixin.block)
    },
  }
}

const STOPS = { scss: new Set([';', '{', '}']), indented: new Set([';', '\n']) }

function statementEnd(text: string, from: number, syntax: Syntax): number {
  return scan(text, from, (char) => STOPS[syntax].has(char))
}

function indexOf({ syntax, text }: SassSource): IndexedSource {
  const lines = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.push(at + 1)
  return { syntax, text, lines, blocks: blocksOf(text, syntax) }
}

/** The block in whose head that is, or else the innermost around it. */
function blockAround(blocks: readonly SourceBlock[], offset: number): SourceBlock | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  let block = blocks[low - 1]
  while (block && block.close <= offset) block = block.outer
  return block
}
