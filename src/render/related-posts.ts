/**
 * `site.related_posts`: the ten newest other posts, as Jekyll has it without
 * `lsi`. Only posts have related posts.
 */

import { type Document, posts, type Renderable, type Site } from '../site.ts'

const HOW_MANY = 10

export function relatedPosts(site: Site, item: Renderable): readonly Document[] {
  if (item.kind !== 'document' || item.collection !== 'posts') return []
  return posts(site)
    .slice(-HOW_MANY - 1)
    .reverse()
    .filter(({ path }) => path !== item.path)
    .slice(0, HOW_MANY)
}
