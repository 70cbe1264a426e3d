/**
 * The whole build, in Jekyll's order. Read this file first.
 *
 * Nothing on disk changes before every item is rendered, so a build that fails
 * leaves the earlier `_site` as it was.
 */

import { type Engine, generate } from './engine.ts'
import { read } from './reader/read.ts'
import { currentTime } from './reader/reading.ts'
import { type Helpers, startHelpers } from './render/helpers.ts'
import { render } from './render/render.ts'
import type { Rendered, Site } from './site.ts'
import type { Time } from './util/dates.ts'
import { clean } from './writer/clean.ts'
import { write } from './writer/write.ts'

export interface Build {
  readonly site: Site
  /** By the item's path. */
  readonly rendered: ReadonlyMap<string, Rendered>
  /** What differs in the destination from before: written or removed, relative to it. */
  readonly changed: readonly string[]
}

/** @throws SiteError for what the user can mend; the destination is then untouched */
export async function build(engine: Engine): Promise<Build> {
  const now = currentTime(engine.config)
  const helpers = startHelpers(engine, now)
  try {
    return await buildAt(now, engine, helpers)
  } finally {
    helpers?.dismiss()
  }
}

async function buildAt(now: Time, engine: Engine, helpers?: Helpers): Promise<Build> {
  const { hooks, stage } = engine
  await hooks.configured('after_reset', engine.config)
  const site = await stage('read', () => read(engine, now))
  await stage('generate', () => generate(engine, site))
  const rendered = await stage('render', () => render(engine, site, helpers))
  await hooks.site('post_render', site)
  const removed = await stage('cleanup', () => clean(engine, site, rendered))
  const written = await stage('write', () => write(engine, site, rendered))
  await hooks.site('post_write', site)
  return { site, rendered, changed: [...removed, ...written] }
}
