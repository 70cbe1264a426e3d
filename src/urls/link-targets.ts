/** What `{% link PATH %}` finds, by path. */

import type { Config } from '../config/config.ts'
import type { Site, StaticFile } from '../site.ts'

/** What is written. The first of a path counts: pages, then static files, then documents. */
export function findLinkTargets(site: Site): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  const add = (path: string, url: string) => {
    if (!targets.has(path)) targets.set(path, url)
  }
  for (const { path, url } of site.pages) add(path, url)
  for (const file of site.staticFiles.filter(({ written }) => written)) {
    const path = staticFilePath(file, site.config)
    add(path.replace(/^\//, ''), file.url)
    add(path, file.url)
  }
  for (const { documents } of site.collections.values()) {
    for (const { relativePath, url, written } of documents) if (written) add(relativePath, url)
  }
  return targets
}

/** As templates see it: from the source with a slash, or from `collections_dir` without one. */
export function staticFilePath(
  { collection, path }: StaticFile,
  { collectionsDir }: Pick<Config, 'collectionsDir'>,
): string {
  if (collection === undefined) return `/${path}`
  const above = `${collectionsDir}/`
  return path.startsWith(above) ? path.slice(above.length) : path
}
