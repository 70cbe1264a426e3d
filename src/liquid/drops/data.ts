/** `site.data`: a hash that notes which of its files are read. */

import type { Hash } from '../../util/values.ts'
import type { World } from '../world.ts'

export class DataHash extends Map<unknown, unknown> {
  readonly #world: World

  constructor(data: Hash, world: World) {
    super(data)
    this.#world = world
  }

  override get(key: unknown): unknown {
    this.#world.note('data', String(key))
    return super.get(key)
  }

  override has(key: unknown): boolean {
    this.#world.note('data', String(key))
    return super.has(key)
  }

  override get size(): number {
    this.#world.note('data')
    return super.size
  }

  override keys(): MapIterator<unknown> {
    this.#world.note('data')
    return super.keys()
  }

  override values(): MapIterator<unknown> {
    this.#world.note('data')
    return super.values()
  }

  override entries(): MapIterator<[unknown, unknown]> {
    this.#world.note('data')
    return super.entries()
  }

  override [Symbol.iterator](): MapIterator<[unknown, unknown]> {
    return this.entries()
  }
}
