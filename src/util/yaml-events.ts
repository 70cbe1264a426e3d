/**
 * The structure of a YAML text, as libyaml sees it.
 *
 * js-yaml does the reading, but is stricter here and there. Where it gives up
 * and libyaml would not, the text is repaired and read again, so text that is
 * well written costs nothing.
 */

import {
  CHOMPING_MODE,
  EVENT_ID,
  type Event,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml'

export interface Repaired {
  /** The text that events and errors point into. */
  readonly source: string
  /** Rows, from 0, that were moved to the right by `INDENTED`. */
  readonly indented: readonly number[]
}

export type Read = Repaired & ({ readonly events: Event[] } | Failure)

export interface Failure {
  readonly error: YAMLException
}

/** A text that needs more than this is broken in other ways too. */
const MOST_REPAIRS = 500

/**
 * js-yaml's events, after repairs where it is stricter than libyaml: quoted
 * text and flow collections may go on at any indentation, tabs may stand
 * between a key and a flow collection, and nothing after the first document
 * matters. Repairs move no text to another line.
 */
export function readEvents(source: string): Read {
  let repaired: Repaired = { source, indented: [] }
  for (;;) {
    try {
      return { ...repaired, events: parseEvents(repaired.source, { maxDepth: 500 }) }
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error
      const next = repair(repaired, error)
      if (next === undefined) return { ...repaired, error }
      repaired = next
    }
  }
}

function repair(
  { source, indented }: Repaired,
  { reason, mark }: YAMLException,
): Repaired | undefined {
  if (!mark || mark.position === 0 || indented.length > MOST_REPAIRS) return undefined
  if (reason === 'deficient indentation') {
    const start = mark.position - mark.column
    const before = source.slice(start, mark.position)
    if (/\S.*\t/.test(before)) {
      const spaced = before.replaceAll('\t', ' ')
      return { source: source.slice(0, start) + spaced + source.slice(mark.position), indented }
    }
    const moved = `${source.slice(0, start)}${' '.repeat(INDENTED)}${source.slice(start)}`
    return { source: moved, indented: [...indented, mark.line] }
  }
  const end = documentEnd(source)
  if (end !== undefined && end < mark.position) return { source: source.slice(0, end), indented }
  const isBeside = reason.startsWith('end of the stream') && mark.column < rootColumn(source)
  return isBeside ? { source: source.slice(0, mark.position), indented } : undefined
}

const CONTENT = /^(?:[ \t]*(?:#.*)?\r?\n|%.*\n|\uFEFF)*(?:---(?=\s))?\s*/

/** Where a marker ends the first document. */
function documentEnd(source: string): number | undefined {
  const start = CONTENT.exec(source)?.[0].length ?? 0
  const end = source.slice(start).search(/^(?:---|\.\.\.)(?=\s|$)/m)
  return end > 0 ? start + end : undefined
}

/** How far a block collection at the root is indented: what stands left of it ends the document. */
function rootColumn(source: string): number {
  return /^(?:[ \t]*(?:#.*)?\r?\n)*( *)\S/.exec(source)?.[1]?.length ?? 0
}

/** Deeper than anybody nests. */
export const INDENTED = 200

export function firstDocument(events: Event[], source: string): Event[] {
  const second = events.findIndex(({ type }, index) => index > 0 && type === EVENT_ID.DOCUMENT)
  const first = second < 0 ? events : events.slice(0, second)
  const isWhole = source.endsWith('\n') || source.endsWith('\r')
  return isWhole ? first : first.map((event) => unbroken(event, source))
}

/** A block text that the end of the file cuts off has no line break of its own to keep. */
function unbroken(event: Event, source: string): Event {
  if (event.type !== EVENT_ID.SCALAR || event.valueEnd < source.length) return event
  const isBlock =
    event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK
  return isBlock ? { ...event, chomping: CHOMPING_MODE.STRIP } : event
}
