/**
 * What all readers of one build share.
 */

import type { Config } from '../config/config.ts'
import { createDefaults, type FrontMatterDefaults } from '../config/front-matter-defaults.ts'
import type { Engine } from '../engine.ts'
import type { Converter } from '../plugin.ts'
import { findZone, Time, type Zone } from '../util/dates.ts'
import type { Log } from '../util/log.ts'
import { createEntryFilter, type EntryFilter } from './entry-filter.ts'

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
}

/** What a build calls now: `time:` of the configuration, else the clock. */
export function currentTime({ time, timezone }: Config): Time {
  return time ?? Time.fromMs(Date.now(), findZone(timezone))
}

export function beginReading({ config, converters, log }: ReadingTools, time: Time): Reading {
  return {
    config,
    converters,
    log,
    zone: findZone(config.timezone),
    time,
    defaults: createDefaults(config),
    filter: createEntryFilter(config, log),
  }
}
