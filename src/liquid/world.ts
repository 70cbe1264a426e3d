/**
 * What templates of one build can see. `render/` makes one per build and the
 * drops read it; nothing here is changed by a template.
 */

import type { Key } from '../cache/reads.ts'
import type { Document, Page, Renderable, Site } from '../site.ts'

export interface World {
  readonly site: Site
  /** The site as plugins get it, which notes what they read. */
  readonly watchedSite: Site
  /** `content` of an item as Jekyll shows it at this moment: raw until it is converted. */
  content(item: Renderable): string
  /** The finished output of an item that is rendered already. */
  output(item: Renderable): string | undefined
  /** The rendered excerpt; undefined where the item has none. */
  excerpt(item: Renderable): string | undefined
  /** `site.related_posts` while `item` is rendered. */
  relatedPosts(item: Renderable): readonly Document[]
  /** Those of the style sheets that are rendered already, which is when they join `site.pages`. */
  sourceMapPages(): readonly Page[]
  /** Says that the rendering under way depends on what stands under that key of `cache/reads.ts`. */
  note(kind: string, name?: string): void
  /** The key itself, for those who note it often. */
  key(kind: string, name: string): Key
  noteKey(key: Key): void
  /**
   * What `make` answers, made once a build for each key. Who gets it a second
   * time depends on all that was read for it.
   */
  remember<T>(key: string, make: () => T): T
  /** The text of a file of the source, for include_relative; undefined where there is none to be read. */
  readSource(path: string): string | undefined
}
