/**
 * What a rendering read, and whether it still holds.
 *
 * While an item renders, whoever looks something up for it notes a key, such as
 * `include:head.html` or `item:_posts/2024-01-31-hello.md`. Each key is kept with
 * a mark of what stood there. In a later build a rendering holds as long as all
 * its keys have the same marks.
 *
 * The danger is a look-up that notes nothing: then an edit goes unseen. When in
 * doubt a wider key is noted, and `ANYTHING` where no key would be wide enough.
 */

import { hash } from 'node:crypto'
import type { Mark, Rendered } from '../site.ts'
import { describe } from './describe.ts'

/** The key of what is different each time. */
export const ANYTHING = 'anything'

/** The mark of what cannot be known to be the same. */
const UNKNOWN = false

/** Kinds of keys that stand for a text, which is its own mark: it is in memory anyway. */
const TEXTS: ReadonlySet<string> = new Set(['body', 'content', 'excerpt', 'output', 'source'])

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
  /** The keys with the marks of what stands under them now. */
  withMarks(keys: Iterable<string>): ReadonlyMap<string, Mark>
  /** Whether all that `rendered` read is as it was. */
  holds(rendered: Pick<Rendered, 'reads'>): boolean
}

/** For one build, whose values `values` gives. */
export function createReads(values: Values): Reads {
  const marks = new Map<string, Mark>()
  let current: Set<string> | undefined
  /** What was noted last in `current`. */
  let last: string | undefined

  function markOf(key: string): Mark {
    const known = marks.get(key)
    if (known !== undefined) return known
    const value = values(key)
    // Texts of items change while a build goes on: raw at first, converted later.
    if (isText(key)) return typeof value === 'string' ? value : undefined
    const fresh = markValue(value)
    marks.set(key, fresh)
    return fresh
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
    withMarks(keys) {
      const marked = new Map<string, Mark>()
      for (const key of keys) marked.set(key, markOf(key))
      return marked
    },
    holds({ reads }) {
      for (const [key, was] of reads) {
        if (was === UNKNOWN || markOf(key) !== was) return false
      }
      return true
    },
  }
}

/** For a build that no other follows: nothing is noted, and nothing holds later. */
export function createNoReads(): Reads {
  const keys = new Set<string>()
  const reads = new Map<string, Mark>([[ANYTHING, UNKNOWN]])
  return {
    note: () => {},
    noteAll: () => {},
    record: (work) => ({ answer: work(), keys }),
    withMarks: () => reads,
    holds: () => false,
  }
}

function isText(key: string): boolean {
  const colon = key.indexOf(':')
  return colon > 0 && TEXTS.has(key.slice(0, colon))
}

/** What is longer stands under its hash. */
const LONGEST = 1000
/** 96 bits: no two values of a site will ever share them by chance. */
const HASH_LENGTH = 16

function markValue(value: unknown): Mark {
  if (value === UNKNOWABLE) return UNKNOWN
  const text = describe(value)
  if (text === undefined) return UNKNOWN
  return text.length <= LONGEST ? text : hash('sha1', text, 'base64').slice(0, HASH_LENGTH)
}
