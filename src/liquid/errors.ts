/**
 * Failures inside a template on their way to becoming a `SiteError`.
 *
 * What fails deep in a filter does not know where it stands, so it throws a
 * `LiquidFailure` without a mark; the step that ran it adds the mark, each
 * include it passes on its way out adds one to the trail, and `toSiteError` at
 * the room's border writes the message as Jekyll does.
 */

import { type Place, SiteError } from '../util/errors.ts'
import type { Source } from './source.ts'

/** Where a tag or output begins. */
export interface Mark {
  readonly source: Source
  /** Index into the source's text. */
  readonly at: number
  /** Where messages say it is, if that is not where it begins. */
  readonly countedAt?: number
}

/** Ruby's heading in front of a message; Jekyll's own tags write none. */
export type Heading = 'Liquid error' | 'Liquid syntax error' | undefined

export class LiquidFailure extends Error {
  override readonly name = 'LiquidFailure'
  readonly heading: Heading
  readonly hint: string | undefined
  mark: Mark | undefined
  /** The tags that included `mark`, innermost first. */
  readonly trail: Mark[] = []

  constructor(heading: Heading, message: string, hint?: string) {
    super(message)
    this.heading = heading
    this.hint = hint
  }
}

/** A failing filter or comparison, with the heading Liquid gives it. */
export function liquidError(message: string, hint?: string): LiquidFailure {
  return new LiquidFailure('Liquid error', message, hint)
}

/** Includes and loops that go too far into each other. */
export class NestingFailure extends LiquidFailure {
  constructor() {
    super('Liquid error', 'Nesting too deep')
  }
}

export function syntaxError(message: string, hint?: string): LiquidFailure {
  return new LiquidFailure('Liquid syntax error', message, hint)
}

/** A failure that Jekyll reports as it is, such as a missing include. */
export function plainError(message: string, hint?: string): LiquidFailure {
  return new LiquidFailure(undefined, message, hint)
}

/** Notes where a failure happened, unless something further in has done so. */
export function marked(error: unknown, mark: Mark | undefined): unknown {
  if (isStackOverflow(error)) return marked(liquidError('Nesting too deep'), mark)
  if (error instanceof LiquidFailure && error.mark === undefined) error.mark = mark
  return error instanceof SiteError && mark !== undefined ? placed(error, mark) : error
}

/** What a plugin or a converter refused without knowing where. */
function placed(error: SiteError, mark: Mark): SiteError {
  if (error.place !== undefined) return error
  return new SiteError(error.message, {
    topic: error.topic ?? 'Liquid Exception:',
    place: placeOf(mark),
    sourceLine: lineAt(mark),
    ...(error.hint !== undefined && { hint: error.hint }),
    cause: error,
  })
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack')
}

/** A failure as users meet it; anything else stays what it is. */
export function toSiteError(error: unknown): unknown {
  if (!(error instanceof LiquidFailure)) return error
  const { mark } = error
  const loop = mark && error instanceof NestingFailure ? loopOf([mark, ...error.trail]) : []
  const hint = loop.length > 0 ? hintOfLoop(loop) : error.hint
  const trail = loop.length > 0 ? [...loop.slice(1), ...error.trail.slice(-1)] : error.trail
  return new SiteError(messageOf(error), {
    topic: 'Liquid Exception:',
    ...(mark && { place: placeOf(mark), sourceLine: lineAt(mark) }),
    ...(hint !== undefined && { hint }),
    trail: trail.map(placeOf),
    cause: error,
  })
}

/** One round of includes that include themselves, innermost first; empty where there is none. */
function loopOf([mark, ...trail]: readonly Mark[]): readonly Mark[] {
  if (mark === undefined) return []
  const again = trail.findIndex(({ source }) => source === mark.source)
  return again < 0 ? [] : [mark, ...trail.slice(0, again + 1)]
}

function hintOfLoop(loop: readonly Mark[]): string {
  const files = loop.map(({ source }) => source.origin.path).reverse()
  return `The includes go round in a circle: ${files.join(' → ')}.`
}

/**
 * In Jekyll's words, which name the outermost include beside the line of the
 * innermost. `place` and `trail` say where it really is.
 */
function messageOf({ heading, mark, message, trail }: LiquidFailure): string {
  if (heading === undefined) return message
  if (mark === undefined) return `${heading}: ${message}`
  const line = `line ${templateLine(mark)}`
  const included = [mark, ...trail].findLast(({ source }) => source.included !== undefined)
  return included === undefined
    ? `${heading} (${line}): ${message}`
    : `${heading} (${included.source.included} ${line}): ${message} included `
}

/** Jekyll counts lines from below the front matter. */
export function templateLine(mark: Mark): number {
  const { at, countedAt = at, source } = mark
  return lineNumber({ source, at: countedAt }) - source.origin.line + 1
}

export function placeOf(mark: Mark): Place {
  const { text, origin } = mark.source
  const column = mark.at - (text.lastIndexOf('\n', mark.at - 1) + 1) + 1
  return { file: origin.path, line: lineNumber(mark), column }
}

export function lineNumber({ source, at }: Mark): number {
  let line = source.origin.line
  for (let next = source.text.indexOf('\n'); next >= 0 && next < at; ) {
    line++
    next = source.text.indexOf('\n', next + 1)
  }
  return line
}

function lineAt({ source: { text }, at }: Mark): string {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '')
}
