/**
 * Renders every item of the site, documents first, then pages.
 *
 * The order is part of the output: an item's `content` is raw until the item is
 * rendered and converted from then on, and templates of other items see that.
 */

import type { BuildOptions, Engine } from '../engine.ts'
import { type Renderable, type Rendered, renderables, type Site } from '../site.ts'
import { createRenderer, type Renderer } from './item.ts'

/**
 * `before` is what the last build of the same engine made of each item, used
 * again where everything that was read for it is as it was.
 *
 * @throws SiteError of the first item that fails
 */
export function render(
  engine: Engine,
  site: Site,
  before?: ReadonlyMap<string, Rendered>,
  options: BuildOptions = {},
): ReadonlyMap<string, Rendered> {
  const { log } = engine
  const known = mayUseAgain(engine) ? before : undefined
  const finished = new Map<string, Rendered>()
  const renderer: Renderer = createRenderer(engine, site, ({ path }) => finished.get(path), {
    ...options,
    before: known,
  })

  function knownOf({ path }: Renderable): Rendered | undefined {
    const result = known?.get(path)
    return result && renderer.holds(result) ? result : undefined
  }

  function renderAnew(item: Renderable): Rendered {
    log.debug('Rendering:', item.path)
    return renderer(item)
  }

  const items = renderables(site)
  if (!before) for (const item of items) renderer.prepare(item)
  for (const item of items) {
    finished.set(item.path, knownOf(item) ?? renderAnew(item))
    options.onRendered?.(finished.size, items.length)
  }
  return finished
}

/** What a plugin looks up elsewhere is not noted. One that only makes pages is seen in those. */
function mayUseAgain({ plugins }: Engine): boolean {
  return plugins.every(
    ({ converters, filters, hooks, isPure, tags }) =>
      isPure || !(converters || filters || hooks || tags),
  )
}
