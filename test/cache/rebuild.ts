/**
 * A site built, edited, and built again by rendering only what no longer holds.
 */

import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadConfig } from '../../src/config/load.ts'
import { createEngine, type Engine, generate } from '../../src/engine.ts'
import { read } from '../../src/reader/read.ts'
import { createRenderer } from '../../src/render/item.ts'
import { type Rendered, renderables, type Site } from '../../src/site.ts'
import { Time } from '../../src/util/dates.ts'
import { createLog } from '../../src/util/log.ts'
import { type Files, makeSite } from '../support/site.ts'

export interface Rebuilt {
  /** Paths of what was rendered again, in order. */
  readonly stale: readonly string[]
  readonly outputs: ReadonlyMap<string, string>
}

/** `edits` are files to write, or to remove where they are undefined. */
export async function rebuild(
  files: Files,
  edits: Readonly<Record<string, string | undefined>>,
  days = 0,
): Promise<Rebuilt> {
  const folder = await makeSite(files)
  const before = renderSite(await readSite(folder, 0))
  for (const [path, text] of Object.entries(edits)) {
    if (text === undefined) await rm(join(folder, path))
    else await writeFile(join(folder, path), text)
  }
  return renderSite(await readSite(folder, days), before.rendered)
}

/** What a build from nothing makes of the edited files. */
export async function buildFresh(
  files: Files,
  edits: Readonly<Record<string, string | undefined>>,
  days = 0,
): Promise<ReadonlyMap<string, string>> {
  const after = Object.entries({ ...files, ...edits }).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text] as const],
  )
  const folder = await makeSite(Object.fromEntries(after))
  return renderSite(await readSite(folder, days)).outputs
}

async function readSite(folder: string, days: number): Promise<readonly [Engine, Site]> {
  const time = Time.at(Date.UTC(2024, 5, 1 + days, 12, 0, 0) / 1000)
  const log = createLog()
  const config = await loadConfig({ cwd: folder, env: {}, flags: { time }, log })
  const engine = await createEngine(config, log)
  const { site } = read(engine)
  await generate(engine, site)
  return [engine, site]
}

function renderSite(
  [engine, site]: readonly [Engine, Site],
  before?: ReadonlyMap<string, Rendered>,
): Rebuilt & { readonly rendered: ReadonlyMap<string, Rendered> } {
  const rendered = new Map<string, Rendered>()
  const renderer = createRenderer(engine, site, ({ path }) => rendered.get(path))
  const stale: string[] = []
  for (const item of renderables(site)) {
    const known = before?.get(item.path)
    if (known && renderer.holds(known)) rendered.set(item.path, known)
    else {
      stale.push(item.path)
      rendered.set(item.path, renderer(item))
    }
  }
  const outputs = new Map(Array.from(rendered, ([path, { output }]) => [path, output]))
  return { stale, outputs, rendered }
}
