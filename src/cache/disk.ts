/** What stands on disk now, for what conversions read beside the site. */

import { readdirSync, readFileSync, statSync } from 'node:fs'

/** The text of a file, or all names below a folder; undefined where there is neither. */
export function readDisk(path: string): string | readonly string[] | undefined {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory()
  if (isFolder === undefined) return undefined
  if (isFolder) return readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
  return readFileSync(path, 'latin1')
}
