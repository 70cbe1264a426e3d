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

export interface RenderHelp {
  /**
   * What the last build of the same engine made of each item, used again where
   * everything that was read for it is as it was.
   */
  readonly before?: ReadonlyMap<string, Rendered> | undefined
  readonly helpers?: Helpers | undefined
}

/** @throws SiteError of the first item, in Jekyll's order, that fails */
export function render(
  engine: Engine,
  site: Site,
  { before, helpers }: RenderHelp = {},
): ReadonlyMap<string, Rendered> {
  const { log } = engine
  const known = mayUseAgain(engine) ? before : undefined
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
    const outer = current
    current = index
    const item = items[index] as Renderable // indices come from that list
    const result = knownOf(item) ?? renderAnew(item)
    finished[index] = result
    current = outer
    return result
  }

  function knownOf({ path }: Renderable): Rendered | undefined {
    const result = known?.get(path)
    return result && renderer.holds(result) ? result : undefined
  }

  function renderAnew(item: Renderable): Rendered {
    log.debug('Rendering:', item.path)
    return renderer(item)
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

/** What a plugin looks up elsewhere is not noted. One that only makes pages is seen in those. */
function mayUseAgain({ plugins }: Engine): boolean {
  return plugins.every(
    ({ converters, filters, hooks, isPure, tags }) =>
      isPure || !(converters || filters || hooks || tags),
  )
}
