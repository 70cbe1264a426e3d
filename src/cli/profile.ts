/**
 * `--profile`: how long each phase of the build took, and which templates took
 * longest.
 *
 * Timing wraps stages and templates from outside, so none knows of it. The time
 * of a template has that of its includes in it.
 */

import { performance } from 'node:perf_hooks'
import type { Stage } from '../engine.ts'
import type { Meter } from '../liquid/liquid.ts'

export interface Profile {
  readonly stage: Stage
  readonly meter: Meter
  /** What was measured since the last call, as tables. */
  takeTables(): string
}

interface Usage {
  readonly count: number
  readonly bytes: number
  readonly seconds: number
}

export function createProfile(): Profile {
  let phases: [name: string, seconds: number][] = []
  let templates = new Map<string, Usage>()
  return {
    async stage(name, work) {
      const start = performance.now()
      const answer = await work()
      phases.push([name, (performance.now() - start) / 1000])
      return answer
    },
    meter(path, text, spent) {
      const { count, bytes, seconds } = templates.get(path) ?? { count: 0, bytes: 0, seconds: 0 }
      templates.set(path, {
        count: count + 1,
        bytes: bytes + Buffer.byteLength(text),
        seconds: seconds + spent,
      })
    },
    takeTables() {
      const tables = [formatPhases(phases), formatTemplates(templates)]
      phases = []
      templates = new Map()
      return tables.join('\n\n')
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
  return ['Build Process Summary:', '', ...formatTable(['PHASE', 'TIME'], rows)].join('\n')
}

const MOST_ROWS = 50

/** The slowest first. */
export function formatTemplates(templates: ReadonlyMap<string, Usage>): string {
  const slowest = [...templates].sort(([, a], [, b]) => b.seconds - a.seconds).slice(0, MOST_ROWS)
  const total = { count: 0, bytes: 0, seconds: 0 }
  for (const [, { count, bytes, seconds }] of slowest) {
    total.count += count
    total.bytes += bytes
    total.seconds += seconds
  }
  const rows = [...slowest, [`TOTAL (for ${slowest.length} files)`, total] as const].map(
    ([path, { count, bytes, seconds }]) => [
      path,
      String(count),
      `${(bytes / 1024).toFixed(2)}K`,
      seconds.toFixed(3),
    ],
  )
  const head = ['Filename', 'Count', 'Bytes', 'Time']
  return ['Site Render Stats:', '', ...formatTable(head, rows)].join('\n')
}

/** The first column to the left, the others to the right. */
function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) => {
    const padded = widths.map((width, column) => {
      const cell = cells[column] ?? ''
      return column === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
    return `| ${padded.join(' | ')} |`
  }
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`
  return [line(head), rule, ...rows.map(line)]
}
