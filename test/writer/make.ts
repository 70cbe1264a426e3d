/** Small sites by hand, and the folder they are written to. */

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import type { Engine } from '../../src/engine.ts'
import { createHooks } from '../../src/plugins/hooks.ts'
import type { Document, Page, Rendered, Site, StaticFile } from '../../src/site.ts'
import { Time } from '../../src/util/dates.ts'
import { createLog, type Message } from '../../src/util/log.ts'

export interface Workshop {
  readonly folder: string
  readonly engine: Pick<Engine, 'config' | 'hooks' | 'log'>
  readonly messages: readonly Message[]
}

/** A folder with `files`, and what the writer needs for the site in it. */
export async function makeWorkshop(files: Record<string, string> = {}): Promise<Workshop> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-writer-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  putFiles(folder, files)
  return openWorkshop(folder)
}

/** An engine for a site that is there already. */
export async function openWorkshop(folder: string): Promise<Workshop> {
  const log = createLog()
  const config = await loadConfig({ cwd: folder, log })
  return { folder, engine: { config, hooks: createHooks([]), log }, messages: log.messages }
}

export function putFiles(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** Every file below `folder` with its text, and every empty folder with undefined. */
export function tree(folder: string): Record<string, string | undefined> {
  const found: [string, string | undefined][] = []
  function walk(inside: string): void {
    const entries = readdirSync(join(folder, inside), { withFileTypes: true })
    if (entries.length === 0 && inside !== '') found.push([inside, undefined])
    for (const entry of entries) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else found.push([path, readFileSync(join(folder, path), 'utf8')])
    }
  }
  walk('')
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

interface Parts {
  /** Source path to destination and text. */
  readonly pages?: Record<string, readonly [destination: string, text: string]>
  readonly documents?: Record<string, readonly [destination: string, text: string]>
  /** Source path to destination. */
  readonly staticFiles?: Record<string, string>
}

export function makeSite(
  { engine, folder }: Workshop,
  { pages = {}, documents = {}, staticFiles = {} }: Parts,
): { site: Site; rendered: Map<string, Rendered> } {
  const rendered = new Map<string, Rendered>()
  for (const [path, [, output]] of [...Object.entries(pages), ...Object.entries(documents)]) {
    rendered.set(path, { content: output, output, files: new Map(), reads: [] })
  }
  const site: Site = {
    config: engine.config,
    time: Time.at(0),
    data: new Map(),
    layouts: new Map(),
    includes: new Map(),
    pages: Object.entries(pages).map(([path, [destination]]) => makePage(path, destination)),
    collections: new Map([
      [
        'posts',
        {
          label: 'posts',
          metadata: new Map(),
          directory: '_posts',
          output: true,
          documents: Object.entries(documents).map(([path, [destination]]) =>
            makeDocument(path, destination),
          ),
          staticFiles: [],
        },
      ],
    ]),
    staticFiles: Object.entries(staticFiles).map(([path, destination]) =>
      makeStaticFile(folder, path, destination),
    ),
    payload: new Map(),
  }
  return { site, rendered }
}

function makePage(path: string, destination: string): Page {
  return {
    kind: 'page',
    path,
    url: `/${destination}`,
    destination,
    data: new Map(),
    body: '',
    bodyLine: 1,
    extension: extname(path),
    outputExtension: extname(destination),
    name: path.slice(path.lastIndexOf('/') + 1),
    dir: '/',
  }
}

function makeDocument(path: string, destination: string): Document {
  return {
    kind: 'document',
    collection: 'posts',
    path,
    relativePath: path,
    url: `/${destination}`,
    destination,
    data: new Map(),
    body: '',
    bodyLine: 1,
    extension: extname(path),
    outputExtension: extname(destination),
    date: Time.at(0),
    slug: '',
    draft: false,
    categories: [],
    tags: [],
    written: true,
  }
}

function makeStaticFile(folder: string, path: string, destination: string): StaticFile {
  const file = join(folder, path)
  const { mtimeMs } = statSync(file)
  return {
    kind: 'static',
    path,
    url: `/${destination}`,
    destination,
    file,
    modified: Time.fromMs(mtimeMs),
    modifiedMs: mtimeMs,
    collection: undefined,
    data: new Map(),
    written: true,
  }
}
