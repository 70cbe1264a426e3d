/**
 * `--profile`: how long each phase of the build took.
 *
 * Timing wraps a stage from outside, so no stage knows of it.
 */

import { performance } from 'node:perf_hooks'
import type { Stage } from '../engine.ts'

export interface Profile {
  readonly stage: Stage
  /** The phases since the last call, as a table. */
  takeTable(): string
}

export function createProfile(): Profile {
  let phases: [name: string, seconds: number][] = []
  return {
    async stage(name, work) {
      const start = performance.now()
      const answer = await work()
      phases.push([name, (performance.now() - start) / 1000])
      return answer
    },
    takeTable() {
      const table = formatPhases(phases)
      phases = []
      return table
    },
  }
}

export function formatPhases(
  phases: readonly (readonly [name: string, seconds: number])[],
): string {
  const total = phases.reduce((sum, [, seconds]) => sum + seconds, 0)
  const rows = [...phases, ['total time', total] as const].map(([name, seconds]) => [
    name.toUpperCase(),
    seconds.toFixed(4),
  ])
  const [left, right] = [0, 1].map((column) =>
    Math.max('PHASE'.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (name = '', time = '') =>
    `| ${name.padEnd(left ?? 0)} | ${time.padStart(right ?? 0)} |`
  return [
    'Build Process Summary:',
    '',
    line('PHASE', 'TIME'),
    `+${'-'.repeat((left ?? 0) + 2)}+${'-'.repeat((right ?? 0) + 2)}+`,
    ...rows.map(([name, time]) => line(name, time)),
  ].join('\n')
}
