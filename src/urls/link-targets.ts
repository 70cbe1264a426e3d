/** What `{% link PATH %}` finds, by path. */

import type { Site } from '../site.ts'

/** What is written. The first of a path counts: pages, then static files, then documents. */
export function findLinkTargets(site: Site): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  const add = (path: string, url: string) => {
    if (!targets.has(path)) targets.set(path, url)
  }
  for (const { path, url } of site.pages) add(path, url)
  for (const { path, url, written } of site.staticFiles) {
    if (!written) continue
    add(path, url)
    add(`/${path}`, url)
  }
  for (const { documents } of site.collections.values()) {
    for (const { relativePath, url, written } of documents) if (written) add(relativePath, url)
  }
  return targets
}
