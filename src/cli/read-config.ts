/**
 * The configuration that a command line asks for.
 */

import type { Config } from '../config/config.ts'
import { loadConfig } from '../config/load.ts'
import type { CommandContext } from './commands.ts'

/** @throws SiteError for what cannot be read or does not fit */
export async function readConfig({ choices, report, shell }: CommandContext): Promise<Config> {
  const config = await loadConfig({
    cwd: shell.cwd,
    env: shell.env,
    configFiles: choices.configFiles,
    flags: Object.fromEntries(choices.overrides),
    log: report.log,
  })
  if (config.quiet) report.setLevel('error')
  else if (config.verbose) report.setLevel('debug')
  return config
}
