/**
 * How far the rendering of a long build has come, as a bar in the last line of a
 * terminal.
 *
 * Rendering does not pause, so no clock could draw the bar meanwhile: it is drawn
 * when an item is done, and seldom enough not to be felt.
 */

import { performance } from 'node:perf_hooks'
import type { RenderedListener } from '../engine.ts'
import type { Report } from './report.ts'
import type { Shell } from './shell.ts'

/** A build that is done sooner shows no bar. */
const PATIENCE_MS = 500
const INTERVAL_MS = 100
const LONGEST_BAR = 40
const USUAL_COLUMNS = 80

/** Undefined where there is no terminal. `now` answers milliseconds. */
export function createProgress(
  report: Report,
  { stdout }: Pick<Shell, 'stdout'>,
  now: () => number = () => performance.now(),
): RenderedListener | undefined {
  if (!stdout.isTTY) return undefined
  let nextMs = now() + PATIENCE_MS
  return (done, total) => {
    const ms = now()
    if (ms < nextMs) return
    nextMs = ms + INTERVAL_MS
    report.status(formatProgress(done, total, stdout.columns || USUAL_COLUMNS))
  }
}

/** Shorter than `columns`, because a line that wraps could not be taken away. */
export function formatProgress(done: number, total: number, columns: number): string {
  const counted = `${done} of ${total}`
  const topic = 'Rendering: '.padStart(20)
  const room = columns - 1 - topic.length - counted.length - '[] '.length
  if (room < 5) return counted.slice(0, Math.max(0, columns - 1))
  const length = Math.min(room, LONGEST_BAR)
  const filled = Math.floor((done / total) * length)
  return `${topic}[${'#'.repeat(filled).padEnd(length, '.')}] ${counted}`
}
