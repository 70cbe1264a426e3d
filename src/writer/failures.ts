/**
 * What the file system refuses, in words that say what to do.
 *
 * Only refusals that a user can mend become a `SiteError`; anything else is
 * answered as it came.
 */

import { SiteError } from '../util/errors.ts'

const REASONS: ReadonlyMap<unknown, readonly [reason: string, hint: string]> = new Map([
  ['EACCES', ['permission denied', 'Check who owns the file and its folder.']],
  ['EPERM', ['operation not permitted', 'Check who owns the file and its folder.']],
  ['EROFS', ['the file system is read-only', 'Set another destination.']],
  ['ENOSPC', ['no space left', 'Free some space on that disk.']],
  ['EDQUOT', ['the disk quota is used up', 'Free some space on that disk.']],
  ['ENAMETOOLONG', ['the name is too long', 'Give the item a shorter permalink or title.']],
  ['EBUSY', ['it is in use', 'Close the program that holds it.']],
  ['EISDIR', ['a folder of that name is there', 'Something else wrote into the destination.']],
  ['ENOTDIR', ['a part of its path is a file', 'Something else wrote into the destination.']],
  ['EEXIST', ['it is there already', 'Something else wrote into the destination.']],
  ['ENOENT', ['it is gone', 'Something removed it during the build; build again.']],
])

/** `attempt` is what was tried, such as `Could not write '/x/y'`. */
export function asSiteError(error: unknown, attempt: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const reason = REASONS.get(error.code)
  if (!reason) return error
  return new SiteError(`${attempt}: ${reason[0]}.`, { hint: reason[1], cause: error })
}
