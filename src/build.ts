/**
 * The whole build, in Jekyll's order. Read this file first.
 *
 * Nothing on disk changes before every item is rendered, so a build that fails
 * leaves the earlier `_site` as it was.
 */

import { type BuildOptions, type Engine, generate } from './engine.ts'
import { read } from './reader/read.ts'
import type { Memory } from './reader/reading.ts'
import { render } from './render/render.ts'
import type { Rendered, Site } from './site.ts'
import { clean } from './writer/clean.ts'
import type { Listings } from './writer/listings.ts'
import { planOutputs } from './writer/outputs.ts'
import { type Written, write } from './writer/write.ts'

export interface Build {
  readonly site: Site
  /** What was read, for the next build. */
  readonly read: Memory
  /** By the item's path. */
  readonly rendered: ReadonlyMap<string, Rendered>
  /** What stands in the destination, for the next build. */
  readonly listings: Listings
  readonly written: Written['memory']
  /** What differs in the destination from before: written or removed, relative to it. */
  readonly changed: readonly string[]
}

/**
 * `previous` is a build of the same engine. It saves work and changes nothing:
 * a full build is one that knows nothing.
 *
 * @throws SiteError for what the user can mend; the destination is then untouched
 */
export async function build(
  engine: Engine,
  previous?: Build,
  options: BuildOptions = {},
): Promise<Build> {
  const { hooks, stage } = engine
  await hooks.configured('after_reset', engine.config)
  const { site, memory } = await stage('read', () => read(engine, previous?.read, options))
  await stage('generate', () => generate(engine, site))
  const rendered = await stage('render', () => render(engine, site, previous?.rendered, options))
  await hooks.site('post_render', site)
  const plan = planOutputs(site, rendered)
  const removed = await stage('cleanup', () => clean(engine, plan, previous?.listings, options))
  const written = await stage('write', () => write(engine, site, plan, previous?.written, options))
  await hooks.site('post_write', site)
  const changed = [...removed.paths, ...written.paths]
  return {
    site,
    read: memory,
    rendered,
    listings: removed.listings,
    written: written.memory,
    changed,
  }
}
