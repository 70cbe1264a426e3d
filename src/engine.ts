/**
 * What a build works with: the configuration and everything plugins brought.
 *
 * An engine is made once per configuration and holds functions; what a build is
 * about is in `Site`.
 */

import type { Config } from './config/config.ts'
import type { Liquid } from './liquid/liquid.ts'
import type { Converter, Generator, Hooks, Plugin } from './plugin.ts'
import type { Log } from './util/log.ts'

export interface Engine {
  readonly config: Config
  readonly log: Log
  readonly plugins: readonly Plugin[]
  /** By priority, highest first. */
  readonly converters: readonly Converter[]
  /** By priority, highest first. */
  readonly generators: readonly Generator[]
  readonly liquid: Liquid
  readonly hooks: readonly Hooks[]
}
