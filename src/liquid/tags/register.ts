/**
 * Puts the tags of Liquid, Jekyll and plugins into liquidjs's registry. There a
 * tag that nobody registered is one that says so.
 */

import type { Liquid as LiquidJs } from 'liquidjs'
import type { Plugin } from '../../plugin.ts'
import { BLOCKS, PSEUDO_TAGS, TAGS } from './index.ts'
import { pluginTag } from './plugin.ts'
import { tagClass } from './tag.ts'
import { unknown } from './unknown.ts'

export function registerTags(engine: LiquidJs, plugins: readonly Plugin[]): void {
  const none = tagClass(unknown)
  Object.setPrototypeOf(engine.tags, new Proxy({}, { get: () => none }))
  for (const rules of [PSEUDO_TAGS, TAGS, BLOCKS]) {
    for (const [name, rule] of Object.entries(rules)) engine.registerTag(name, tagClass(rule))
  }
  for (const { tags } of plugins) {
    for (const [name, tag] of Object.entries(tags ?? {})) {
      engine.registerTag(name, tagClass(pluginTag(tag)))
    }
  }
}

/** Whether a tag encloses a body. Of two plugins with a tag of that name the later counts. */
export function isBlockTag(name: string, plugins: readonly Plugin[]): boolean {
  const owner = plugins.findLast(({ tags }) => tags !== undefined && Object.hasOwn(tags, name))
  return owner ? owner.tags?.[name]?.block === true : Object.hasOwn(BLOCKS, name)
}
