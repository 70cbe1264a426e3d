/**
 * Renders every item of the site, documents first, then pages.
 *
 * The order is part of the output: an item's `content` is raw until the item is
 * rendered and converted from then on, and templates of other items see that.
 * Helpers on other threads change who renders an item, never what it sees.
 */

import type { Engine } from '../engine.ts'
import { type Renderable, type Rendered, renderables, type Site } from '../site.ts'
import type { Helpers } from './helpers.ts'
import { createRenderer, type Renderer } from './item.ts'

/** @throws SiteError of the first item, in Jekyll's order, that fails */
export function render(
  engine: Engine,
  site: Site,
  helpers?: Helpers,
): ReadonlyMap<string, Rendered> {
  const { log } = engine
  const items = renderables(site)
  const share = helpers?.share(items)
  const finished: (Rendered | undefined)[] = []
  const indexOf = new Map(items.map((item, index) => [item.path, index]))
  let current = 0

  const renderer: Renderer = createRenderer(engine, site, (item) => {
    const index = indexOf.get(item.path) ?? current
    return index < current ? resultOf(index) : undefined
  })

  /** An earlier item's rendering, whoever makes it. */
  function resultOf(index: number): Rendered {
    return finished[index] ?? share?.wait(index) ?? renderHere(index)
  }

  function renderHere(index: number): Rendered {
    const before = current
    current = index
    const item = items[index] as Renderable // indices come from that list
    log.debug('Rendering:', item.path)
    const result = renderer(item)
    finished[index] = result
    current = before
    return result
  }

  function finishBefore(end: number): void {
    for (let index = 0; index < end; index++) finished[index] = resultOf(index)
  }

  for (let index = 0; index < items.length; index++) {
    if (share && !share.claim(index)) continue
    try {
      renderHere(index)
    } catch (error) {
      finishBefore(index) // an earlier failure is the one to report
      throw error
    }
  }
  finishBefore(items.length)
  return new Map(items.map(({ path }, index) => [path, finished[index] as Rendered]))
}
