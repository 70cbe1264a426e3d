/**
 * The Sass behind a sheet: what was written where its rules and declarations
 * come from.
 */

import { hexesIn, listsIn } from './literals.ts'
import { createMixins, plainName } from './mixins.ts'
import {
  after,
  blocksOf,
  type SourceBlock,
  STATEMENT_STOPS,
  type Syntax,
  scan,
  statementEnd,
} from './scan.ts'
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
  /** Whether the word stands anywhere in them. */
  mentions(word: string): boolean
  /** The colour with an alpha channel as it was written, `#0008` or so, that means `rgba(0, 0, 0, 0.533333)`. */
  hexFor(color: string): string | undefined
  /** The lists that were given to a variable, wherever that was. */
  listsOf(variable: string): string
  /** Whether that was written as a part of a list for a variable or a mixin; `.5` is written as `0.5`. */
  isListed(part: string): boolean
  /** The comment that begins there, with its closing. */
  commentAt(origin: Origin | undefined): string | undefined
  /** The comment that follows on the declaration that begins there. */
  commentAfter(origin: Origin | undefined): string | undefined
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
  const hexes = once(() => hexesIn(indexed))
  const lists = once(() => listsIn(indexed))

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
      const isCustom = text.startsWith('--', offset)
      const colon = scan(text, offset, (char) => char === ':' || STATEMENT_STOPS[syntax].has(char))
      if (text[colon] !== ':') return undefined
      return text.slice(colon + 1, statementEnd(text, colon + 1, syntax, isCustom))
    },
    restAt(origin) {
      const found = find(origin)
      return found?.text.slice(found.offset, statementEnd(found.text, found.offset, found.syntax))
    },
    mentions: (word) => sources.some(({ text }) => new RegExp(`\\b${word}\\b`, 'i').test(text)),
    hexFor: (color) => hexes().get(color),
    listsOf: (variable) => lists().byVariable.get(plainName(variable)) ?? '',
    isListed: (part) => lists().parts.has(part),
    commentAt(origin) {
      const found = find(origin)
      if (!found?.text.startsWith('/*', found.offset)) return undefined
      if (found.syntax === 'indented') return indentedComment(found.text, found.offset)
      return found.text.slice(found.offset, after(found.text, '*/', found.offset + 2))
    },
    commentAfter(origin) {
      const found = find(origin)
      if (found?.syntax !== 'scss') return undefined
      const { offset, text } = found
      let start = statementEnd(text, offset, 'scss')
      if (text[start] === ';') start++
      while (/\s/.test(text[start] ?? '')) start++
      return text.startsWith('/*', start)
        ? text.slice(start, after(text, '*/', start + 2))
        : undefined
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

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** It reaches as far as lines are indented, and need not be closed. */
function indentedComment(text: string, from: number): string {
  const own = from - (text.lastIndexOf('\n', from) + 1)
  let end = after(text, '\n', from)
  while (end < text.length) {
    const next = after(text, '\n', end)
    const depth = text.slice(end, next).search(/\S/)
    if (depth >= 0 && depth <= own) break
    end = next
  }
  const whole = text.slice(from, end).trimEnd()
  return whole.includes('*/') ? whole.slice(0, after(whole, '*/', 2)) : `${whole} */`
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
