/**
 * What a rendering read, and whether it still holds.
 *
 * While an item renders, whoever looks something up for it notes a key: its kind,
 * such as `include` or `item`, and a name, such as `head.html`. Each key is kept
 * with a mark of what stood there. In a later build a rendering holds as long as
 * all its keys have the same marks.
 *
 * The danger is a look-up that notes nothing: then an edit goes unseen. When in
 * doubt a wider key is noted, and `ANYTHING` where no key would be wide enough.
 */

import { hash } from 'node:crypto'
import type { Mark, Read, Rendered } from '../site.ts'
import { describe } from './describe.ts'

/** The kind of what is different each time. */
export const ANYTHING = 'anything'

/** The mark of what cannot be known to be the same. */
const UNKNOWN = false

/** Kinds of keys that stand for a text, which is its own mark: it is in memory anyway. */
const TEXTS: ReadonlySet<string> = new Set(['body', 'content', 'excerpt', 'output', 'source'])

/** The value that stands under a key now; undefined where there is nothing. */
export type Values = (kind: string, name: string) => unknown

/** The answer for `ANYTHING`. */
export const UNKNOWABLE: unique symbol = Symbol('unknowable')

/**
 * A key of one build. Who notes the same again and again keeps it, because noting
 * it a second time is no more than a comparison.
 */
export class Key {
  readonly kind: string
  readonly name: string
  /** The recording that has it already. */
  notedIn: readonly Key[] | undefined
  /** What stood there when somebody asked last. */
  last: Read | undefined

  constructor(kind: string, name: string) {
    this.kind = kind
    this.name = name
  }
}

export interface Recording<T> {
  readonly answer: T
  /** Some may be there twice. */
  readonly keys: readonly Key[]
}

export interface Reads {
  key(kind: string, name: string): Key
  /** Outside of a recording this does nothing. */
  note(kind: string, name?: string): void
  noteKey(key: Key): void
  /** Notes again what was read for something that is used a second time. */
  noteAll(keys: readonly Key[]): void
  /** Does `work` and tells what it read. A recording around this one hears nothing of that. */
  record<T>(work: () => T): Recording<T>
  /** The keys with the marks of what stands under them now. */
  withMarks(keys: readonly Key[]): readonly Read[]
  /** Whether all that `rendered` read is as it was. */
  holds(rendered: Pick<Rendered, 'reads'>): boolean
}

/** For one build, whose values `values` gives. */
export function createReads(values: Values): Reads {
  const keys = new Map<string, Map<string, Key>>()
  let current: Key[] | undefined

  function keyOf(kind: string, name: string): Key {
    let named = keys.get(kind)
    if (!named) {
      named = new Map()
      keys.set(kind, named)
    }
    let key = named.get(name)
    if (!key) {
      key = new Key(kind, name)
      named.set(name, key)
    }
    return key
  }

  /** Texts of items change while a build goes on: raw at first, converted later. */
  function read(key: Key): Read {
    const { kind, last, name } = key
    const isText = TEXTS.has(kind)
    if (last && !isText) return last
    const value = values(kind, name)
    const mark = isText ? markText(value) : markValue(value)
    if (last && last.mark === mark) return last
    key.last = { kind, name, mark }
    return key.last
  }

  function noteKey(key: Key): void {
    if (current === undefined || key.notedIn === current) return
    key.notedIn = current
    current.push(key)
  }

  return {
    key: keyOf,
    note(kind, name = '') {
      if (current !== undefined) noteKey(keyOf(kind, name))
    },
    noteKey,
    noteAll(keys) {
      for (const key of keys) noteKey(key)
    },
    record(work) {
      const outer = current
      const keys: Key[] = []
      current = keys
      try {
        return { answer: work(), keys }
      } finally {
        current = outer
      }
    },
    withMarks: (keys) => keys.map(read),
    holds({ reads }) {
      return reads.every(
        ({ kind, mark, name }) => mark !== UNKNOWN && read(keyOf(kind, name)).mark === mark,
      )
    },
  }
}

/** For a build that no other follows: nothing is noted, and nothing holds later. */
export function createNoReads(): Reads {
  const key = new Key(ANYTHING, '')
  const reads: readonly Read[] = [{ kind: ANYTHING, name: '', mark: UNKNOWN }]
  return {
    key: () => key,
    note: () => {},
    noteKey: () => {},
    noteAll: () => {},
    record: (work) => ({ answer: work(), keys: [] }),
    withMarks: () => reads,
    holds: () => false,
  }
}

function markText(value: unknown): Mark {
  return typeof value === 'string' ? value : undefined
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
