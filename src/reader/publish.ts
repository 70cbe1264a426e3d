/**
 * What stays hidden: `published: false`, and dates that are still to come.
 */

import type { Time } from '../util/dates.ts'
import type { Hash } from '../util/values.ts'
import type { Reading } from './reading.ts'

/** An empty `published:` hides too, as in Jekyll; an absent one does not. */
export function isPublished({ config }: Reading, data: Hash): boolean {
  if (config.unpublished || !data.has('published')) return true
  const published = data.get('published')
  return published !== false && published !== null
}

/** Whole seconds count. */
export function isInFuture({ config, time }: Reading, date: Time): boolean {
  return !config.future && date.seconds > time.seconds
}
