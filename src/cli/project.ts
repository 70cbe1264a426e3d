/**
 * One site on the command line: its configuration and its engine, which a
 * changed configuration replaces.
 */

import { performance } from 'node:perf_hooks'
import { type Build, build } from '../build.ts'
import type { Config } from '../config/config.ts'
import { type BuildOptions, createEngine, type Engine } from '../engine.ts'
import type { CommandContext } from './commands.ts'
import { createProfile } from './profile.ts'
import { readConfig } from './read-config.ts'

export interface Project {
  /** The configuration in force. */
  readonly config: Config
  /** When the last build began, in milliseconds; undefined before the first. */
  readonly begunMs: number | undefined
  /** Reads the configuration again; where that fails the old one stays in force. */
  reload(): Promise<void>
  /** Builds the site, with what is known from its last build. */
  build(options?: BuildOptions): Promise<Built>
}

export interface Built {
  readonly build: Build
  readonly seconds: number
}

/** As templates see it, for what only a server should show. */
export function withServing(config: Config, serving: boolean): Config {
  return { ...config, data: new Map(config.data).set('serving', serving) }
}

/** `adapt` has the last word on the configuration, each time it is read. */
export async function openProject(
  context: CommandContext,
  adapt: (config: Config) => Config | Promise<Config> = (config) => withServing(config, false),
): Promise<Project> {
  const { report } = context
  const profile = createProfile()
  let engine = await load()
  let last: Build | undefined
  let begunMs: number | undefined

  async function load(): Promise<Engine> {
    const config = await adapt(await readConfig(context))
    const meter = config.profile ? profile.meter : undefined
    return createEngine(config, report.log, profile.stage, meter)
  }

  return {
    get config() {
      return engine.config
    },
    get begunMs() {
      return begunMs
    },
    async reload() {
      engine = await load()
      last = undefined
    },
    async build(options) {
      const start = performance.now()
      begunMs = Date.now()
      last = await build(engine, last, options)
      const tables = profile.takeTables()
      if (engine.config.profile) report.print(`\n${tables}\n\n`)
      return { build: last, seconds: Number(((performance.now() - start) / 1000).toFixed(3)) }
    },
  }
}
