/**
 * Whether a file is the one that was looked at before, told by what the file
 * system says of it.
 *
 * The danger is a file that is written again within one tick of the file
 * system's clock and keeps its length. So what was written just before it was
 * looked at has no stamp, and is looked at again, as in Git.
 */

import type { Stats } from 'node:fs'

export interface Stamp {
  readonly ctimeMs: number
  readonly ino: number
  readonly mtimeMs: number
  readonly size: number
}

/** The coarsest clock of a file system in use. */
const COARSE_TICK_MS = 2000
/** More than that of clocks which know parts of a second. */
const FINE_TICK_MS = 50

/** Undefined for what cannot be trusted to be the same when it looks the same. */
export function stampOf({ ctimeMs, ino, mtimeMs, size }: Stats, now: number): Stamp | undefined {
  const isFine = hasFraction(ctimeMs) && hasFraction(mtimeMs)
  const tick = isFine ? FINE_TICK_MS : COARSE_TICK_MS
  return Math.max(ctimeMs, mtimeMs) > now - tick ? undefined : { ctimeMs, ino, mtimeMs, size }
}

export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.size === b.size && a.ino === b.ino
}

function hasFraction(ms: number): boolean {
  return ms % 1000 !== 0
}
