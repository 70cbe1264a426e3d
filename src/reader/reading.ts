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
import {
  createKnownDocuments,
  type DocumentMemory,
  forgetDocuments,
  type KnownDocuments,
} from './known-documents.ts'
import { createKnownFiles, type FileMemory, forgetFiles, type KnownFiles } from './known-files.ts'

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
  /** Makes documents, or remembers them. */
  readonly documents: KnownDocuments
}

/** What a build hands on to the next with the same configuration. */
export interface Memory {
  readonly files: FileMemory
  readonly documents: DocumentMemory
}

/** `before` is what a build of the same configuration remembers. */
export function beginReading(
  { config, converters, log }: ReadingTools,
  before?: Memory,
  { isLast = false }: BuildOptions = {},
): Reading {
  const zone = findZone(config.timezone)
  const time = config.time ?? Time.fromMs(Date.now(), zone)
  return {
    config,
    converters,
    log,
    zone,
    time,
    defaults: createDefaults(config),
    filter: createEntryFilter(config, log),
    files: isLast ? forgetFiles(config, zone) : createKnownFiles(config, zone, before?.files),
    documents: isLast ? forgetDocuments() : createKnownDocuments(time, before?.documents),
  }
}
