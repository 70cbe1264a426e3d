/**
 * A command that a plugin of the site brings.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../../engine.ts'
import type { CommandContext } from '../commands.ts'
import { readConfig } from '../read-config.ts'

/** One of these is there where a site has plugins. */
const PLACES = ['_plugins', '_config.yml', '_config.yaml', '_config.toml']

/** Runs the command `name`; answers whether a plugin of the site has one. */
export async function runPluginCommand(name: string, context: CommandContext): Promise<boolean> {
  const { report, shell, words } = context
  if (!PLACES.some((place) => existsSync(join(shell.cwd, place)))) return false
  const { config, plugins } = await createEngine(await readConfig(context), report.log)
  const command = plugins.map(({ commands }) => commands?.[name]).find((found) => found)
  if (!command) return false
  await command.run(words, { config, log: report.log, print: report.print })
  return true
}
