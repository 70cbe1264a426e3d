/**
 * What stays hidden: `published: false`, and dates that are still to come.
 */

import type { Time } from '../util/dates.ts'
import type { Hash } from '../util/values.ts'
import type { Reading } from './reading.ts'
import { isTrue } from './terms.ts'

/** An empty `published:` hides too, as in Jekyll; an absent one does not. */
export function isPublished({ config }: Reading, data: Hash): boolean {
  return config.unpublished || !data.has('published') || isTrue(data.get('published'))
}

/** Whole seconds count. */
export function isInFuture({ config, time }: Reading, date: Time): boolean {
  return !config.future && date.seconds > time.seconds
}
