/**
 * What a rendering read, and whether it still holds.
 *
 * While an item renders, whoever looks something up for it notes a key, such as
 * `include:head.html` or `item:_posts/2024-01-31-hello.md`. Each key is kept with
 * a hash of what stood there. In a later build a rendering holds as long as all
 * its keys have the same hashes.
 *
 * The danger is a look-up that notes nothing: then an edit goes unseen. When in
 * doubt a wider key is noted, and `ANYTHING` where no key would be wide enough.
 */

import { hash } from 'node:crypto'
import type { Rendered } from '../site.ts'
import { describe } from './describe.ts'

/** The key of what is different each time. */
export const ANYTHING = 'anything'

/** The hash of what cannot be known to be the same. */
const UNKNOWN = ''

/** The value that stands under a key now; undefined where there is nothing. */
export type Values = (key: string) => unknown

/** The answer for `ANYTHING`. */
export const UNKNOWABLE: unique symbol = Symbol('unknowable')

export interface Recording<T> {
  readonly answer: T
  readonly keys: Set<string>
}

export interface Reads {
  /** Outside of a recording this does nothing. */
  note(key: string): void
  /** Notes again what was read for something that is used a second time. */
  noteAll(keys: Iterable<string>): void
  /** Does `work` and tells what it read. A recording around this one hears nothing of that. */
  record<T>(work: () => T): Recording<T>
  /** The keys with the hashes of what stands under them now. */
  withHashes(keys: Iterable<string>): ReadonlyMap<string, string>
  /** Whether all that `rendered` read is as it was. */
  holds(rendered: Pick<Rendered, 'reads'>): boolean
}

/** For one build, whose values `values` gives. */
export function createReads(values: Values): Reads {
  const hashes = new Map<string, string>()
  /** Texts of items change while a build goes on: raw at first, converted later. */
  const texts = new Map<string, { readonly text: unknown; readonly hash: string }>()
  let current: Set<string> | undefined
  /** What was noted last in `current`. */
  let last: string | undefined

  function hashOf(key: string): string {
    const known = hashes.get(key)
    if (known !== undefined) return known
    if (isChanging(key)) return hashOfText(key)
    const fresh = hashValue(values(key))
    hashes.set(key, fresh)
    return fresh
  }

  function hashOfText(key: string): string {
    const text = values(key)
    const known = texts.get(key)
    if (known && known.text === text) return known.hash
    const fresh = { text, hash: hashValue(text) }
    texts.set(key, fresh)
    return fresh.hash
  }

  return {
    note: (key) => {
      if (key === last) return // most look-ups follow one of the same thing
      last = key
      current?.add(key)
    },
    noteAll: (keys) => {
      for (const key of keys) current?.add(key)
    },
    record(work) {
      const outer = current
      const keys = new Set<string>()
      current = keys
      last = undefined
      try {
        return { answer: work(), keys }
      } finally {
        current = outer
        last = undefined
      }
    },
    withHashes(keys) {
      const hashed = new Map<string, string>()
      for (const key of keys) hashed.set(key, hashOf(key))
      return hashed
    },
    holds({ reads }) {
      for (const [key, was] of reads) {
        if (was === UNKNOWN || hashOf(key) !== was) return false
      }
      return true
    },
  }
}

/** For a build that no other follows: nothing is noted, and nothing holds later. */
export function createNoReads(): Reads {
  const keys = new Set<string>()
  const reads = new Map([[ANYTHING, UNKNOWN]])
  return {
    note: () => {},
    noteAll: () => {},
    record: (work) => ({ answer: work(), keys }),
    withHashes: () => reads,
    holds: () => false,
  }
}

function isChanging(key: string): boolean {
  return key.startsWith('content:') || key.startsWith('output:')
}

/** 96 bits: no two values of a site will ever share them by chance. */
const HASH_LENGTH = 16

function hashValue(value: unknown): string {
  if (value === UNKNOWABLE) return UNKNOWN
  const text = describe(value)
  return text === undefined ? UNKNOWN : hash('sha1', text, 'base64').slice(0, HASH_LENGTH)
}
