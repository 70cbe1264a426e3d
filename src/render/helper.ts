/**
 * A helper's thread: reads the site, then renders what nobody has taken yet.
 *
 * Sass comes first, because its compiler takes long to load. An item that asks
 * for the content of others ends the help: only the first thread has those.
 */

import { workerData } from 'node:worker_threads'
import type { Config } from '../config/config.ts'
import { createEngine, generate } from '../engine.ts'
import { read } from '../reader/read.ts'
import { type Renderable, renderables } from '../site.ts'
import { createLog } from '../util/log.ts'
import { unpack } from '../util/transfer.ts'
import { createClaims } from './claims.ts'
import type { Answer, Offer, Orders } from './helpers.ts'
import { createRenderer } from './item.ts'

const { config, port }: Orders = workerData
// Listening keeps the thread alive until it is dismissed: answers nobody has read are lost with it.
const offered = new Promise<Offer>((resolve) => port.on('message', resolve))

const log = createLog()
const engine = await createEngine(unpack(config) as Config, log) // as startHelpers packs it
const { site } = await read(engine)
await generate(engine, site)
const items = renderables(site)
help(await offered)

function help({ buffer, paths }: Offer): void {
  const isSameSite =
    items.length === paths.length && items.every(({ path }, index) => path === paths[index])
  if (!isSameSite) return

  const claims = createClaims(items.length, buffer)
  const indexOf = new Map(paths.map((path, index) => [path, index]))
  let current = 0
  const renderer = createRenderer(engine, site, ({ path }) => {
    if ((indexOf.get(path) ?? current) >= current) return undefined
    throw new Error(`Only the first thread has what ${path} became.`)
  })
  for (const [index, item] of inOrderOfHelp()) {
    if (!claims.take(index)) continue
    current = index
    const before = log.messages.length
    try {
      const rendered = renderer(item)
      const messages = log.messages.slice(before)
      port.postMessage({ index, rendered, messages } satisfies Answer)
    } catch {
      claims.giveBack(index)
      return
    } finally {
      claims.ring()
    }
  }
}

function inOrderOfHelp(): [number, Renderable][] {
  const entries = [...items.entries()]
  const isSlow = ([, { extension }]: [number, Renderable]) => /^\.s[ac]ss$/i.test(extension)
  const isDocument = ([, { kind }]: [number, Renderable]) => kind === 'document'
  return [...entries.filter(isSlow), ...entries.filter(isDocument)]
}
