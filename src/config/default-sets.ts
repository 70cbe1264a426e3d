/**
 * `defaults:` of the configuration, checked: who gets which values.
 */

import { CalendarDate, findZone, parseTime, Time, type Zone } from '../util/dates.ts'
import { inspect } from '../util/inspect.ts'
import type { Log } from '../util/log.ts'
import { type Hash, isHash } from '../util/values.ts'
import { type Settings, settingError } from './checks.ts'
import type { DefaultSet } from './config.ts'

/** Names that types had in old versions of Jekyll. */
const OLD_TYPES: ReadonlyMap<unknown, string> = new Map([
  ['page', 'pages'],
  ['post', 'posts'],
  ['draft', 'drafts'],
])

/** Like Jekyll, this passes over `defaults` that are no list and warns of sets without values. */
export function readDefaults(settings: Settings, log: Log): readonly DefaultSet[] {
  const sets = settings.data.get('defaults')
  if (!Array.isArray(sets)) return []
  const timezone = settings.data.get('timezone')
  const zone = findZone(typeof timezone === 'string' ? timezone : undefined)
  return sets.flatMap((set: unknown) => {
    if (!isHash(set) || !isHash(set.get('values'))) {
      log.warn('Defaults:', 'An invalid front-matter default set was found:')
      log.warn('', inspect(set))
      return []
    }
    return [readSet(set, settings, zone, log)]
  })
}

function readSet(set: Hash, settings: Settings, zone: Zone, log: Log): DefaultSet {
  const scope = set.get('scope')
  const values = withTime(set, settings, zone)
  if (!isHash(scope)) return { path: '', type: undefined, values }
  const path = scope.get('path')
  const type = scope.get('type')
  return {
    path: typeof path === 'string' ? path : '',
    type: type === undefined || type === null ? undefined : readType(type, log),
    values,
  }
}

function readType(type: unknown, log: Log): string {
  const current = OLD_TYPES.get(type)
  if (current === undefined) return String(type)
  log.warn('Defaults:', `The '${type}' type has become '${current}'.`)
  log.warn('Defaults:', `Please update your front-matter defaults to use 'type: ${current}'.`)
  return current
}

/** A `date` among the values must be a moment. */
function withTime(set: Hash, settings: Settings, zone: Zone): Hash {
  const values = set.get('values') as Hash // checked by the caller
  const date = values.get('date')
  if (date === undefined || date instanceof Time) return values
  const time = date instanceof CalendarDate ? date.toTime(zone) : parseDate(String(date), zone)
  if (time) return new Map(values).set('date', time)
  throw settingError(
    settings.files,
    ['defaults', 'date'],
    `Invalid date '${String(date)}': An invalid date format was found in a front-matter default set: ` +
      inspect(set),
  )
}

function parseDate(text: string, zone: Zone): Time | undefined {
  return parseTime(text, zone, Time.fromMs(Date.now(), zone))?.toZone(zone)
}
