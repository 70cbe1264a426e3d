/**
 * The public surface of `newcomen`.
 *
 * ```ts
 * import { build, createEngine, createLog, loadConfig } from 'newcomen'
 *
 * const log = createLog(console.log)
 * const config = await loadConfig({ cwd: 'my-site', log })
 * await build(await createEngine(config, log), undefined, { isLast: true })
 * ```
 *
 * Nothing here prints or ends the process: failures that a user can mend are
 * thrown as `SiteError`, and everything else is said to the log.
 */

export { type Build, build } from './build.ts'
export type { Config } from './config/config.ts'
export { type LoadConfigOptions, loadConfig } from './config/load.ts'
export { type BuildOptions, createEngine, type Engine, type Stage } from './engine.ts'
export type { Plugin } from './plugin.ts'
export { serve } from './server/serve.ts'
export type {
  Collection,
  Document,
  Include,
  Layout,
  Page,
  Renderable,
  Rendered,
  Site,
  StaticFile,
} from './site.ts'
export { type Place, SiteError, type SiteErrorDetails } from './util/errors.ts'
export { createLog, type Log, type LogLevel, type Message } from './util/log.ts'
export type { Hash } from './util/values.ts'
