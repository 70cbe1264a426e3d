/**
 * How V8 is told that the process will not live long.
 */

import { setFlagsFromString } from 'node:v8'

/**
 * Code is optimised later than usual. Most of what a build runs is over within
 * a second, and the V8 of Node 20 spends a tenth of the whole on optimising it.
 * Later versions have a compiler between the two and no such setting.
 */
export function expectOneBuild(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=250000')
}
