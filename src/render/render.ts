/**
 * Renders every item of the site, documents first, then pages.
 *
 * The order is part of the output: an item's `content` is raw until the item is
 * rendered and converted from then on, and templates of other items see that.
 */

import type { Engine } from '../engine.ts'
import { type Rendered, renderables, type Site } from '../site.ts'
import { createRenderer } from './item.ts'

/** @throws SiteError at the first item that fails */
export function render(engine: Engine, site: Site): ReadonlyMap<string, Rendered> {
  const rendered = new Map<string, Rendered>()
  const renderer = createRenderer(engine, site, rendered)
  for (const item of renderables(site)) {
    engine.log.debug('Rendering:', item.path)
    rendered.set(item.path, renderer(item))
  }
  return rendered
}
