/**
 * Everything `doctor` looks at. It goes the way of a build up to rendering, and
 * writes nothing: what a build would warn of or stumble over is found here.
 */

import { createEngine, type Engine, generate } from '../../engine.ts'
import { read } from '../../reader/read.ts'
import { createRenderer } from '../../render/item.ts'
import { type Rendered, renderables, type Site } from '../../site.ts'
import { createLog } from '../../util/log.ts'
import type { CommandContext } from '../commands.ts'
import { readConfig } from '../read-config.ts'
import { checkCode } from './code.ts'
import { type Finding, fromError, fromMessage } from './finding.ts'
import { checkFuturePosts } from './future-posts.ts'
import { checkOutputs, checkStrayPosts } from './places.ts'
import { checkKeys, checkUrl } from './settings.ts'

export async function examine(context: CommandContext): Promise<Finding[]> {
  const found: Finding[] = []
  const { log: shown } = context.report
  const log = createLog((message) => {
    if (message.level === 'info') shown.info(message.topic, message.text)
    else if (message.level !== 'debug' && !isToldElsewhere(message))
      found.push(fromMessage(message))
  })
  try {
    const config = await readConfig({ ...context, report: { ...context.report, log } })
    found.push(...checkUrl(config), ...checkStrayPosts(config))
    const engine = await createEngine(config, log)
    const site = await readSite(engine, found)
    found.push(...checkKeys(config, site, context.shell.cwd))
    if (!site) return found
    found.push(...checkFuturePosts(engine))
    found.push(...checkAllCode(site))
    found.push(...checkOutputs(config, site, renderAll(engine, site, found)))
  } catch (error) {
    found.push(fromError(error))
  }
  return found
}

/** Left to checks that say more, or of no weight here. */
function isToldElsewhere({ topic, text }: { topic: string; text: string }): boolean {
  return topic === 'Configuration file:' || text.endsWith('has a future date')
}

async function readSite(engine: Engine, found: Finding[]): Promise<Site | undefined> {
  try {
    const { site } = read(engine)
    await generate(engine, site)
    return site
  } catch (error) {
    found.push(fromError(error))
    return undefined
  }
}

function checkAllCode(site: Site): Finding[] {
  const { markdownExtensions } = site.config
  return renderables(site).flatMap((item) =>
    checkCode(item, markdownExtensions.includes(item.extension.slice(1).toLowerCase())),
  )
}

/** Each item for itself, so that all failures are found and not only the first. */
function renderAll(engine: Engine, site: Site, found: Finding[]): ReadonlyMap<string, Rendered> {
  const rendered = new Map<string, Rendered>()
  const renderItem = createRenderer(engine, site, ({ path }) => rendered.get(path))
  for (const item of renderables(site)) {
    try {
      rendered.set(item.path, renderItem(item))
    } catch (error) {
      found.push(fromError(error))
      rendered.set(item.path, { content: '', output: '', files: new Map(), reads: [] })
    }
  }
  return rendered
}
