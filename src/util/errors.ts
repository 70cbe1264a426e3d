/**
 * What the user can mend: a message, the place it is about, and what to do.
 *
 * Everything else that is thrown is a fault of ours and keeps its stack. Lines
 * and columns are those of the file on disk, counted from 1.
 */

/** Somewhere in a file. `file` is relative to the site's source where it lies inside it. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

export interface SiteErrorDetails {
  /** Jekyll's heading for this kind of failure, such as `Liquid Exception:`. */
  readonly topic?: string
  readonly place?: Place
  /** The text of the line at `place`, shown with a caret under the column. */
  readonly sourceLine?: string
  /** One sentence that says what to do. */
  readonly hint?: string
  /** From the innermost caller outwards: the includes and layouts that led to `place`. */
  readonly trail?: readonly Place[]
  readonly cause?: unknown
}

export class SiteError extends Error {
  override readonly name = 'SiteError'
  readonly topic: string | undefined
  readonly place: Place | undefined
  readonly sourceLine: string | undefined
  readonly hint: string | undefined
  readonly trail: readonly Place[]

  constructor(message: string, details: SiteErrorDetails = {}) {
    super(message, { cause: details.cause })
    this.topic = details.topic
    this.place = details.place
    this.sourceLine = details.sourceLine
    this.hint = details.hint
    this.trail = details.trail ?? []
  }
}

/** The same error with one more place that led to it. */
export function withCaller(error: SiteError, caller: Place): SiteError {
  const { cause, hint, message, place, sourceLine, topic, trail } = error
  return new SiteError(message, {
    ...(topic !== undefined && { topic }),
    ...(place && { place }),
    ...(sourceLine !== undefined && { sourceLine }),
    ...(hint !== undefined && { hint }),
    trail: [...trail, caller],
    cause,
  })
}

/** The text of line `line` (from 1) of `text`, or undefined where there is none. */
export function lineOf(text: string, line: number): string | undefined {
  return text.split(/\r\n|\n|\r/, line)[line - 1]
}
