/**
 * What templates of one build can see. `render/` makes one per build and the
 * drops read it; nothing here is changed by a template.
 */

import type { Document, Renderable, Site } from '../site.ts'

export interface World {
  readonly site: Site
  /** `content` of an item as Jekyll shows it at this moment: raw until it is converted. */
  content(item: Renderable): string
  /** The finished output of an item that is rendered already. */
  output(item: Renderable): string | undefined
  /** The rendered excerpt; undefined where the item has none. */
  excerpt(item: Renderable): string | undefined
  /** `site.related_posts` while `item` is rendered. */
  relatedPosts(item: Renderable): readonly Document[]
  /** The text of a file of the source, for include_relative; undefined where there is none to be read. */
  readSource(path: string): string | undefined
}
