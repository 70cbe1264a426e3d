/**
 * What all readers of one build share.
 */

import type { Config } from '../config/config.ts'
import { createDefaults, type FrontMatterDefaults } from '../config/front-matter-defaults.ts'
import type { BuildOptions, Engine } from '../engine.ts'
import type { Converter } from '../plugin.ts'
import { findZone, Time, type Zone } from '../util/dates.ts'
import type { Log } from '../util/log.ts'
import { createEntryFilter, type EntryFilter } from './entry-filter.ts'
import { createKnownFiles, forgetFiles, type KnownFiles, type Memory } from './known-files.ts'

/** What reading needs of an engine. */
export type ReadingTools = Pick<Engine, 'config' | 'converters' | 'log'>

export interface Reading {
  readonly config: Config
  readonly converters: readonly Converter[]
  readonly log: Log
  readonly zone: Zone
  /** The moment the build calls now. */
  readonly time: Time
  readonly defaults: FrontMatterDefaults
  readonly filter: EntryFilter
  /** Reads files, or remembers them. */
  readonly files: KnownFiles
}

/** `before` is what a build of the same configuration remembers. */
export function beginReading(
  { config, converters, log }: ReadingTools,
  before?: Memory,
  { isLast = false }: BuildOptions = {},
): Reading {
  const zone = findZone(config.timezone)
  return {
    config,
    converters,
    log,
    zone,
    time: config.time ?? Time.fromMs(Date.now(), zone),
    defaults: createDefaults(config),
    filter: createEntryFilter(config, log),
    files: isLast ? forgetFiles(zone) : createKnownFiles(zone, before),
  }
}
