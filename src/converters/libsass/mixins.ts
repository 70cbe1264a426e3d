/** Which mixins a block includes, be it by way of others. */

import type { SourceBlock } from './scan.ts'
import type { IndexedSource } from './sources.ts'

export interface Mixins {
  /** Whether `block` of one source includes the mixin around `inner` of another. */
  reach(
    source: IndexedSource,
    block: SourceBlock,
    innerSource: IndexedSource,
    inner: SourceBlock,
  ): boolean
}

export function createMixins(sources: readonly IndexedSource[]): Mixins {
  const reached = new Map<SourceBlock, ReadonlySet<string>>()
  let known: Bodies | undefined

  return {
    reach({ text }, block, { text: innerText }, inner) {
      const mixin = mixinAround(innerText, inner)
      if (mixin === undefined) return false
      const names = reached.get(block) ?? reachedFrom(text.slice(block.open, block.close), bodies())
      reached.set(block, names)
      return names.has(mixin)
    },
  }

  function bodies(): Bodies {
    known ??= bodiesOf(sources)
    return known
  }
}

/** The texts of the mixins of a name. */
type Bodies = ReadonlyMap<string, readonly string[]>

function bodiesOf(sources: readonly IndexedSource[]): Bodies {
  const bodies = new Map<string, string[]>()
  for (const { blocks, text } of sources) {
    for (const block of blocks) {
      const name = nameOf(text, block)
      if (name === undefined) continue
      const body = text.slice(block.open, block.close)
      const others = bodies.get(name)
      if (others) others.push(body)
      else bodies.set(name, [body])
    }
  }
  return bodies
}

function reachedFrom(text: string, bodies: Bodies): Set<string> {
  const names = new Set<string>()
  const waiting = [text]
  for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
    for (const [, written = ''] of body.matchAll(INCLUDED)) {
      const name = plainName(written)
      if (names.has(name)) continue
      names.add(name)
      waiting.push(...(bodies.get(name) ?? []))
    }
  }
  return names
}

const INCLUDED = /(?:@include[ \t]+(?:[-\w]+\.)?|^[ \t]*\+)([-\w]+)/gm

function mixinAround(text: string, inner: SourceBlock): string | undefined {
  for (let block: SourceBlock | undefined = inner; block; block = block.outer) {
    const name = nameOf(text, block)
    if (name !== undefined) return name
  }
  return undefined
}

function nameOf(text: string, { open, start }: SourceBlock): string | undefined {
  const [, name] = /^(?:@mixin\s+|=)([-\w]+)/.exec(text.slice(start, open)) ?? []
  return name && plainName(name)
}

/** Sass takes `_` and `-` in names for the same. */
export function plainName(name: string): string {
  return name.replaceAll('_', '-')
}
