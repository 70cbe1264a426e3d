/** What `layout` is in a layout: its front matter beneath that of the layouts within it. */

import type { Layout } from '../site.ts'
import { deepMerge, type Hash } from '../util/values.ts'

/** Merged once for each way into a layout, which many items share. */
export function createLayoutData(): (layout: Layout, inner: Hash | undefined) => Hash {
  const none: Hash = new Map()
  const merged = new WeakMap<Hash, Map<Layout, Hash>>()
  return (layout, inner = none) => {
    const known = merged.get(inner) ?? new Map<Layout, Hash>()
    merged.set(inner, known)
    const data = known.get(layout) ?? deepMerge(layout.data, inner)
    known.set(layout, data)
    return data
  }
}
