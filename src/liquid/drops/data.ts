/** `site.data`: a hash that notes which of its files are read. */

import type { Hash } from '../../util/values.ts'

export class DataHash extends Map<unknown, unknown> {
  readonly #note: (key: string) => void

  constructor(data: Hash, note: (key: string) => void) {
    super(data)
    this.#note = note
  }

  override get(key: unknown): unknown {
    this.#note(`data:${key}`)
    return super.get(key)
  }

  override has(key: unknown): boolean {
    this.#note(`data:${key}`)
    return super.has(key)
  }

  override get size(): number {
    this.#note('data')
    return super.size
  }

  override keys(): MapIterator<unknown> {
    this.#note('data')
    return super.keys()
  }

  override values(): MapIterator<unknown> {
    this.#note('data')
    return super.values()
  }

  override entries(): MapIterator<[unknown, unknown]> {
    this.#note('data')
    return super.entries()
  }

  override [Symbol.iterator](): MapIterator<[unknown, unknown]> {
    return this.entries()
  }
}
