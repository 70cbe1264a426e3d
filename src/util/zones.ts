/**
 * Time zones: how far a place's clocks are from UTC, at an instant or for what
 * a clock shows.
 *
 * Names are read as the C library reads `TZ`: a place such as `Europe/Berlin`,
 * or a rule without summer time such as `XYZ-3`. What is neither counts as UTC.
 * Asking Intl is slow, so a zone remembers what it was told.
 */

import { abbreviationsOf } from './zone-abbreviations.ts'

export interface ZoneOffset {
  /** Seconds east of UTC. */
  readonly offset: number
  /** Such as `CEST`, or `-03` where people use no letters. */
  readonly abbreviation: string
}

export interface Zone {
  readonly name: string
  /** At an instant, in seconds since 1970 UTC. */
  at(seconds: number): ZoneOffset
  /**
   * For the time a clock shows, in seconds since 1970 on that clock. Of a time
   * that comes twice it is the second; a time that is skipped runs on by the gap.
   */
  atWall(seconds: number): ZoneOffset
}

/** Zones by name. They never change, so builds may share them. */
const known = new Map<string, Zone>()

/** The zone `name`; without a name, the machine's. */
export function findZone(name: string | undefined = process.env.TZ): Zone {
  if (name === undefined) return MACHINE
  let zone = known.get(name)
  if (!zone) {
    zone = makeZone(name)
    known.set(name, zone)
  }
  return zone
}

/** Asking Intl for the machine's zone takes as long as a small site, so only a time that needs it does. */
const MACHINE: Zone = {
  get name() {
    return machineZone().name
  },
  at: (seconds) => machineZone().at(seconds),
  atWall: (seconds) => machineZone().atWall(seconds),
}

function machineZone(): Zone {
  machineName ??= new Intl.DateTimeFormat().resolvedOptions().timeZone
  return findZone(machineName)
}

let machineName: string | undefined

function makeZone(name: string): Zone {
  const place = name.startsWith(':') ? name.slice(1) : name
  if (place === 'UTC' || place === '') return fixedZone(name, { offset: 0, abbreviation: 'UTC' })
  const zone = isRuleToC(place) ? undefined : placeZone(name, place)
  return zone ?? fixedZone(name, ruleOffset(name))
}

/** Of three letters alone, only these name a place; Intl knows others, such as `JST`. */
const SHORT_PLACES = /^(?:CET|EET|EST|GMT|HST|MET|MST|PRC|ROC|ROK|UCT|WET)$/

function isRuleToC(place: string): boolean {
  return place.length === 3 && !SHORT_PLACES.test(place)
}

function fixedZone(name: string, offset: ZoneOffset): Zone {
  return { name, at: () => offset, atWall: () => offset }
}

const ZONE_RULE = /^(?:([A-Za-z]{3,})|<([\w+-]{3,})>)(?:([+-]?)(\d{1,2})(?::(\d\d))?(?::(\d\d))?)?/

/** `XYZ-3` is three hours east. */
function ruleOffset(name: string): ZoneOffset {
  const [, plain, bracketed, sign, hours, minutes, seconds] = ZONE_RULE.exec(name) ?? []
  const abbreviation = plain ?? bracketed ?? ''
  const west = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  return { offset: west === 0 ? 0 : sign === '-' ? west : -west, abbreviation }
}

/** Between two equal offsets this far apart there is taken to be no other. */
const SPAN = 6 * 86400
/** All changes of clocks that Intl knows since 1972 fall on one of these. */
const STEP = 15 * 60

function placeZone(name: string, place: string): Zone | undefined {
  const offsetAt = intlOffsets(place)
  if (!offsetAt) return undefined

  const cache = new Map<number, number>()
  const offsets = new Map<number, ZoneOffset>()

  function remembered(seconds: number): number {
    let offset = cache.get(seconds)
    if (offset === undefined) {
      offset = offsetAt!(seconds)
      cache.set(seconds, offset)
    }
    return offset
  }

  function find(seconds: number): number {
    const start = Math.floor(seconds / SPAN) * SPAN
    const before = remembered(start)
    if (before === remembered(start + SPAN)) return before
    return remembered(Math.floor(seconds / STEP) * STEP)
  }

  const named = abbreviationsOf(place) ?? abbreviationsOf(canonicalName(place))
  function describe(offset: number): ZoneOffset {
    let described = offsets.get(offset)
    if (!described) {
      described = { offset, abbreviation: named?.(offset) ?? numericName(offset) }
      offsets.set(offset, described)
    }
    return described
  }

  function at(seconds: number): ZoneOffset {
    return describe(find(seconds))
  }

  function atWall(seconds: number): ZoneOffset {
    const before = find(seconds - 86400)
    const after = find(seconds + 86400)
    if (before === after) return at(seconds - before)
    const low = Math.min(before, after)
    const high = Math.max(before, after)
    const isHigh = find(seconds - low) !== low && find(seconds - high) === high
    return describe(isHigh ? high : low)
  }

  return { name, at, atWall }
}

function numericName(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60)
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0')
  const rest = minutes % 60 === 0 ? '' : String(minutes % 60).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${hours}${rest}`
}

/** What an alias such as `US/Eastern` stands for. */
function canonicalName(place: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: place }).resolvedOptions().timeZone
}

/** JavaScript's calendar ends here, in the year 275760. */
const LAST_SECOND = 8.64e12

const LONG_OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/

function intlOffsets(place: string): ((seconds: number) => number) | undefined {
  if (!/^[A-Za-z]/.test(place)) return undefined
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: place, timeZoneName: 'longOffset' })
  } catch (error) {
    if (error instanceof RangeError) return undefined // no such place
    throw error
  }
  return (seconds) => {
    const known = Math.max(-LAST_SECOND, Math.min(seconds, LAST_SECOND))
    const match = LONG_OFFSET.exec(format.format(known * 1000))
    const [, sign, hours, minutes, rest] = match ?? []
    const offset = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0)
    return sign === '-' ? -offset : offset
  }
}
