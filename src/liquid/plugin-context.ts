/** What tags and filters of plugins see. */

import type { TagContext } from '../plugin.ts'
import { compileExpression } from './evaluate.ts'
import { parseExpression } from './expressions.ts'
import type { Run } from './run.ts'

export function tagContext(run: Run): TagContext {
  run.pluginContext ??= createTagContext(run)
  return run.pluginContext
}

function createTagContext(run: Run): TagContext {
  const { context, scope } = run
  const { config, log } = context
  return {
    site: scope.world.watchedSite,
    config,
    log,
    item: scope.item,
    get: (name) => compileExpression(parseExpression(name), context)(run),
    filter(name, input, ...args) {
      const filter = context.filters.get(name)
      return filter ? filter.fn(input, args, run) : input
    },
    renderLiquid(text) {
      const template = context.parse(text, { path: scope.item.path, line: 1 })
      return run.capture(template.step)
    },
    convertMarkdown: (text) => context.convertMarkdown(text),
    remember: (key, make) => scope.world.remember(key, make),
  }
}
