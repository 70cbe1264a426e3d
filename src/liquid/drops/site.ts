/** `site`: the configuration, and what the build read. */

import type { Config } from '../../config/config.ts'
import type { Renderable } from '../../site.ts'
import type { Time } from '../../util/dates.ts'
import { withoutExcerpt } from '../excerpt-path.ts'
import type { World } from '../world.ts'
import { Drop } from './drop.ts'
import type { WorldDrops } from './world-drops.ts'

/** In Jekyll their order changes with the libraries that Ruby happens to have loaded. */
const KEYS = [
  'static_files',
  'time',
  'posts',
  'html_pages',
  'documents',
  'config',
  'pages',
  'data',
  'related_posts',
  'collections',
  'tags',
  'categories',
] as const

export class SiteDrop extends Drop {
  readonly #world: World
  readonly #config: Config
  readonly #item: Renderable
  readonly #drops: WorldDrops

  constructor(world: World, config: Config, item: Renderable, drops: WorldDrops) {
    super()
    this.#world = world
    this.#config = config
    this.#item = item
    this.#drops = drops
  }

  get(key: unknown): unknown {
    switch (key) {
      case 'time':
        this.#world.note('time')
        return this.#world.site.time
      case 'data':
        return this.#drops.data
      case 'related_posts':
        return this.#relatedPosts()
      case 'config':
        return null
      case 'static_files':
      case 'posts':
      case 'html_pages':
      case 'documents':
      case 'pages':
      case 'collections':
      case 'tags':
      case 'categories':
        return this.#drops.list(key)
      default:
        return this.#setting(key)
    }
  }

  keys(): readonly unknown[] {
    this.#world.note('config')
    const known: ReadonlySet<unknown> = new Set(KEYS)
    return [...KEYS, ...[...this.#config.data.keys()].filter((key) => !known.has(key))]
  }

  toText(): string {
    return 'Jekyll::Drops::SiteDrop'
  }

  /** The moment of the build, of which only what `format` shows is used. */
  timeFor(format: string): Time {
    this.#world.note('time', format)
    return this.#world.site.time
  }

  #setting(key: unknown): unknown {
    if (typeof key !== 'string') return this.#drops.shown(this.#config.data.get(key))
    if (this.#world.site.collections.has(key)) return this.#drops.collectionDocuments(key)
    return this.#drops.setting(key)
  }

  #relatedPosts(): unknown {
    if (this.#item.kind !== 'document') return null
    this.#world.note('related', withoutExcerpt(this.#item.path))
    return this.#drops.documents(this.#world.relatedPosts(this.#item))
  }
}
