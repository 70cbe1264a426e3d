/**
 * Warns of several sources for one destination, in the words of
 * `Jekyll::Commands::Doctor.conflicting_urls`. The last of them is written.
 */

import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import type { Log } from '../util/log.ts'
import type { Output } from './outputs.ts'

export function warnOfConflicts(all: readonly Output[], config: Config, log: Log): void {
  for (const [destination, outputs] of shared(all)) {
    const lines = [
      'The following destination is shared by multiple files.',
      'The written file may end up with unexpected contents.',
      join(config.destination, destination),
      ...outputs.map(({ item }) => ` - ${item.path}`),
    ]
    log.warn('Conflict:', lines.join('\n'))
  }
}

function shared(all: readonly Output[]): [string, Output[]][] {
  const byDestination = new Map<string, Output[]>()
  for (const output of all) {
    if ('sharesAddress' in output.item) continue
    const group = byDestination.get(output.destination)
    if (group) group.push(output)
    else byDestination.set(output.destination, [output])
  }
  return [...byDestination].filter(([, outputs]) => outputs.length > 1)
}
