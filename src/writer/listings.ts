/**
 * What the folders of the destination hold, read again only where something
 * came or went since the last build.
 */

import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import type { BuildOptions } from '../engine.ts'
import { isSameStamp, type Stamp, stampOf } from '../util/stamps.ts'
import { asSiteError } from './failures.ts'

/** By the folder's absolute path. */
export type Listings = ReadonlyMap<string, Listing>

interface Listing {
  readonly stamp: Stamp
  readonly entries: readonly Dirent[]
}

export interface Folders {
  /** Empty for a folder that is not there. */
  entriesOf(folder: string): readonly Dirent[]
  /** Everything asked for so far, for the next build. */
  readonly listings: Listings
}

export function createFolders(
  before: Listings = new Map(),
  { isLast = false }: BuildOptions = {},
): Folders {
  const listings = new Map<string, Listing>()
  const now = Date.now()
  return {
    listings,
    entriesOf(folder) {
      if (isLast) return readEntries(folder)
      const stats = lstatSync(folder, { throwIfNoEntry: false })
      const stamp = stats?.isDirectory() ? stampOf(stats, now) : undefined
      const known = before.get(folder)
      const isSame = known && stamp && isSameStamp(known.stamp, stamp)
      const entries = isSame ? known.entries : readEntries(folder)
      if (stamp !== undefined) listings.set(folder, { stamp, entries })
      return entries
    },
  }
}

function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw asSiteError(error, `Could not read '${folder}'`)
  }
}
