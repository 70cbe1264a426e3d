/**
 * Whether a file is the one that was looked at before, told by what the file
 * system says of it.
 *
 * The danger is a file that is written again within one tick of the file
 * system's clock and keeps its length. So what was written just before it was
 * looked at has no stamp, and is looked at again, as in Git.
 */

import type { Stats } from 'node:fs'

/** The coarsest clock of a file system in use. */
const TICK_MS = 2000

/** Undefined for what cannot be trusted to be the same when it looks the same. */
export function stampOf(stats: Stats, now: number): string | undefined {
  const { ctimeMs, ino, mtimeMs, size } = stats
  if (Math.max(ctimeMs, mtimeMs) > now - TICK_MS) return undefined
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`
}
