/** The variables of one item, shared by its template and its layouts. */

import type { Config } from '../config/config.ts'
import type { Renderable } from '../site.ts'
import type { Hash } from '../util/values.ts'
import { SiteDrop } from './drops/site.ts'
import { ThemeDrop } from './drops/theme.ts'
import { WorldDrops } from './drops/world-drops.ts'
import { withoutExcerpt } from './excerpt-path.ts'
import type { Scope } from './liquid.ts'
import type { World } from './world.ts'

export class ItemScope implements Scope {
  readonly world: World
  readonly item: Renderable
  content: string | undefined
  layout: Hash | undefined
  /** `site`, `page` and the other names that do not change while the item is rendered. */
  readonly variables: Map<unknown, unknown>
  /** What `increment` and `decrement` count: they hide all but what a template assigns. */
  readonly counters: Map<unknown, number> = new Map()
  readonly #path: string

  constructor(world: World, item: Renderable, variables: Map<unknown, unknown>) {
    this.#path = withoutExcerpt(item.path)
    this.world = world
    this.item = item
    this.variables = variables
  }

  get(name: unknown): unknown {
    if (this.counters.size > 0) {
      const count = this.counters.get(name)
      if (count !== undefined) return count
    }
    const value = this.variables.get(name)
    if (value !== undefined) return value
    if (name === 'content' || name === 'layout') {
      this.world.note('body', this.#path)
      return this[name]
    }
    return undefined
  }
}

/** Makes the scopes of items; the drops of a build are made once. */
export function createScopes(
  config: Config,
): (world: World, item: Renderable, more?: Hash) => ItemScope {
  const drops = new WeakMap<World, WorldDrops>()
  const theme = config.themeFiles && new ThemeDrop(config.themeFiles)

  function dropsOf(world: World): WorldDrops {
    let known = drops.get(world)
    if (!known) {
      known = new WorldDrops(world, config)
      drops.set(world, known)
    }
    return known
  }

  return (world, item, more) => {
    const all = dropsOf(world)
    const variables: Hash = new Map(world.site.payload)
    variables.set('site', new SiteDrop(world, config, item, all))
    variables.set('page', item.kind === 'page' ? all.ownPage(item) : all.document(item))
    variables.set('jekyll', all.jekyll)
    for (const [name, value] of more ?? []) variables.set(name, value)
    if (theme) variables.set('theme', theme)
    if (item.kind === 'page' && item.paginator) {
      variables.set('paginator', all.shown(item.paginator))
    }
    return new ItemScope(world, item, variables)
  }
}
