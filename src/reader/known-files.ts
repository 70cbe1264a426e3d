/**
 * What the last build read, so that this one need not read and parse it again.
 *
 * A build makes its own, which holds only what it came across: whatever is gone
 * from the source is forgotten with the build that knew it.
 */

import { type Stats, statSync } from 'node:fs'
import type { Config } from '../config/config.ts'
import type { Zone } from '../util/dates.ts'
import { isSameStamp, type Stamp, stampOf } from '../util/stamps.ts'
import { copyValue } from './copy-value.ts'
import { readSourceFile, readTextFile, reporting, type SourceFile, type TextFile } from './files.ts'
import { parseBlock } from './front-matter.ts'

export interface KnownFiles {
  /** As `readSourceFile` of `files.ts`. */
  readSource(path: string, file: string): SourceFile
  /** As `readTextFile` of `files.ts`. */
  readText(path: string, file: string): TextFile
  /** As `parseBlock` of `front-matter.ts`: values that nobody else has. */
  parseBlock(block: string, path: string): unknown
  readonly memory: FileMemory
}

/** What a build hands on to the next with the same configuration. */
export interface FileMemory {
  /** By their absolute path. */
  readonly parts: Map<string, Known<SourceFile>>
  readonly wholes: Map<string, Known<TextFile>>
  /** By their path. */
  readonly blocks: Map<string, { readonly block: string; readonly data: unknown }>
}

interface Known<T> {
  readonly stamp: Stamp
  readonly source: T
}

export function createKnownFiles(
  { encoding }: Pick<Config, 'encoding'>,
  zone: Zone,
  before: FileMemory = emptyMemory(),
): KnownFiles {
  const memory = emptyMemory()
  const now = Date.now()

  function remembering<T extends TextFile>(
    read: (path: string, file: string, encoding: string) => T,
    old: ReadonlyMap<string, Known<T>>,
    fresh: Map<string, Known<T>>,
  ) {
    return (path: string, file: string): T => {
      const stats = statsOf(path, file)
      const stamp = stampOf(stats, now)
      const known = old.get(file)
      const isSame = known && isSameStamp(known.stamp, stats) && known.source.path === path
      const source = isSame ? known.source : read(path, file, encoding)
      if (stamp !== undefined) fresh.set(file, { stamp, source })
      return source
    }
  }

  return {
    memory,
    readSource: remembering(readSourceFile, before.parts, memory.parts),
    readText: remembering(readTextFile, before.wholes, memory.wholes),
    parseBlock(block, path) {
      const known = before.blocks.get(path)
      const data = known?.block === block ? known.data : parseBlock(block, path, zone)
      memory.blocks.set(path, { block, data })
      return copyValue(data) // generators change what they find
    },
  }
}

/** For a build that no other follows. */
export function forgetFiles({ encoding }: Pick<Config, 'encoding'>, zone: Zone): KnownFiles {
  return {
    readSource: (path, file) => readSourceFile(path, file, encoding),
    readText: (path, file) => readTextFile(path, file, encoding),
    parseBlock: (block, path) => parseBlock(block, path, zone),
    memory: emptyMemory(),
  }
}

function emptyMemory(): FileMemory {
  return { parts: new Map(), wholes: new Map(), blocks: new Map() }
}

/** Looked at before the file is read, so a stamp is never newer than what it is for. */
function statsOf(path: string, file: string): Stats {
  return reporting(path, () => statSync(file))
}
