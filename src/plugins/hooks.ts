/**
 * The hooks of all plugins in the order they run: by priority, then as the
 * plugins were loaded. For a document those of its collection come first, then
 * those of all documents.
 */

import type {
  Config,
  Hash,
  Hooked,
  Hooks,
  ItemHooks,
  Plugin,
  Prioritized,
  Renderable,
  Site,
  SiteHooks,
} from '../plugin.ts'

export interface HookTable {
  configured(at: 'after_init' | 'after_reset', config: Config): Promise<void>
  site(at: Exclude<keyof SiteHooks, 'after_init' | 'after_reset'>, site: Site): Promise<void>
  initialized(item: Renderable, site: Site): void
  beforeRender(item: Renderable, site: Site): void
  /** The text that is used from then on. */
  changed(at: 'post_convert' | 'post_render', item: Renderable, text: string, site: Site): string
  written(item: Renderable, site: Site): void
  obsolete(paths: readonly string[]): void
}

export function createHooks(plugins: readonly Plugin[]): HookTable {
  const all = plugins.flatMap(({ hooks }) => hooks ?? [])
  const owners = new Map<string, readonly ItemHooks<never>[]>()

  /** The hooks of an item's owners, in order of owners. */
  function hooksOf(item: Renderable): readonly ItemHooks<never>[] {
    const label = item.kind === 'page' ? '' : item.collection
    let list = owners.get(label)
    if (!list) {
      list = ownersOf(label)
        .map((owner) => all.flatMap((hooks) => owner(hooks) ?? []))
        .filter((hooks) => hooks.length > 0)
        .map(joined)
      owners.set(label, list)
    }
    return list
  }

  return {
    async configured(at, config) {
      for (const run of inOrder(all.map(({ site }) => site?.[at]))) await run(config)
    },
    async site(at, site) {
      type Run = (site: Site, payload: Hash) => void | Promise<void>
      const entries = all.map((hooks): Hooked<Run> | undefined => hooks.site?.[at])
      for (const run of inOrder(entries)) await run(site, site.payload)
    },
    initialized(item, site) {
      for (const { post_init } of hooksOf(item)) runAll(post_init, (run) => run(own(item), site))
    },
    beforeRender(item, site) {
      for (const { pre_render } of hooksOf(item)) {
        runAll(pre_render, (run) => run(own(item), site.payload, site))
      }
    },
    changed(at, item, before, site) {
      let text = before
      for (const { [at]: hooked } of hooksOf(item)) {
        runAll(hooked, (run) => {
          text = run(own(item), text, site) ?? text
        })
      }
      return text
    },
    written(item, site) {
      for (const { post_write } of hooksOf(item)) runAll(post_write, (run) => run(own(item), site))
    },
    obsolete(paths) {
      for (const run of inOrder(all.map(({ clean }) => clean?.on_obsolete))) run(paths)
    },
  }
}

/** The hooks under an owner take the kind of item that it has. */
function own(item: Renderable): never {
  return item as never
}

function runAll<Run>(hooked: Hooked<Run> | undefined, call: (run: Run) => void): void {
  if (hooked !== undefined) for (const run of entriesOf(hooked)) call(run.run)
}

/** The hooks of several plugins as one, each point in order of priority. */
function joined(all: readonly ItemHooks<never>[]): ItemHooks<never> {
  return {
    post_init: inOrder(all.map(({ post_init }) => post_init)),
    pre_render: inOrder(all.map(({ pre_render }) => pre_render)),
    post_convert: inOrder(all.map(({ post_convert }) => post_convert)),
    post_render: inOrder(all.map(({ post_render }) => post_render)),
    post_write: inOrder(all.map(({ post_write }) => post_write)),
  }
}

type Owner = (hooks: Hooks) => ItemHooks<never> | undefined

/** Whose hooks an item has, in order; the label of a page is empty. */
function ownersOf(label: string): Owner[] {
  if (label === '') return [({ pages }) => pages]
  const named: Owner = ({ collections }) => collections?.[label]
  const all: Owner = ({ documents }) => documents
  return label === 'posts' ? [({ posts }) => posts, named, all] : [named, all]
}

const PRIORITIES = { low: 10, normal: 20, high: 30 }

function inOrder<Run>(all: readonly (Hooked<Run> | undefined)[]): Run[] {
  return all
    .flatMap((hooked) => (hooked === undefined ? [] : entriesOf(hooked)))
    .sort((a, b) => rank(b) - rank(a))
    .map(({ run }) => run)
}

function entriesOf<Run>(hooked: Hooked<Run>): Prioritized<Run>[] {
  const entries: readonly (Run | Prioritized<Run>)[] = isList(hooked) ? hooked : [hooked]
  return entries.map((entry) => (isPrioritized(entry) ? entry : { priority: 'normal', run: entry }))
}

function isList<Run>(hooked: Hooked<Run>): hooked is readonly (Run | Prioritized<Run>)[] {
  return Array.isArray(hooked)
}

function isPrioritized<Run>(entry: Run | Prioritized<Run>): entry is Prioritized<Run> {
  return typeof entry === 'object' && entry !== null && 'priority' in entry
}

function rank({ priority }: Prioritized<unknown>): number {
  return typeof priority === 'number' ? priority : PRIORITIES[priority]
}
