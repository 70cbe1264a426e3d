/**
 * Reads a site for a test: files in, `Site` out, at noon of 1 June 2024 UTC.
 */

import { mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { loadConfig } from '../../src/config/load.ts'
import { coreConverters } from '../../src/converters/core.ts'
import { read } from '../../src/reader/read.ts'
import type { Document, Site } from '../../src/site.ts'
import { Time } from '../../src/util/dates.ts'
import { createLog, type Log } from '../../src/util/log.ts'
import { type Files, makeSite } from '../support/site.ts'

export interface ReadOptions {
  readonly flags?: Readonly<Record<string, unknown>>
  /** Targets by the path of the link. */
  readonly links?: Readonly<Record<string, string>>
  readonly log?: Log
}

export const NOW: Time = Time.at(Date.UTC(2024, 5, 1, 12, 0, 0) / 1000)

export async function readSite(files: Files, options: ReadOptions = {}): Promise<Site> {
  return readFolder(await makeSite(files), options)
}

export async function readFolder(
  folder: string,
  { flags = {}, links = {}, log = createLog() }: ReadOptions = {},
): Promise<Site> {
  for (const [path, target] of Object.entries(links)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await symlink(target, join(folder, path))
  }
  const config = await loadConfig({
    cwd: folder,
    env: {},
    flags: { time: NOW, timezone: 'UTC', ...flags },
    log: createLog(),
  })
  const converters = await coreConverters(config, log, undefined)
  const { site } = read({ config, converters, log })
  return site
}

/** The documents of a collection, in order. */
export function documentsOf(site: Site, label: string): readonly Document[] {
  return site.collections.get(label)?.documents ?? []
}

/** What of a log a user sees without asking for more. */
export function warningsOf(log: Log): string[] {
  return log.messages
    .filter(({ level }) => level === 'warn' || level === 'error')
    .map(({ topic, text }) => `${topic} ${text}`)
}
