/**
 * The first build of a command, with Jekyll's messages around it.
 */

import type { BuildOptions } from '../../engine.ts'
import type { CommandContext } from '../commands.ts'
import { createProgress } from '../progress.ts'
import type { Built, Project } from '../project.ts'

export async function buildFirst(
  { report, shell }: CommandContext,
  project: Project,
  options: BuildOptions,
): Promise<Built> {
  const { log } = report
  const { source, destination, incremental } = project.config
  log.info('Source:', source)
  log.info('Destination:', destination)
  log.info('Incremental build:', incremental ? 'enabled' : 'disabled. Enable with --incremental')
  log.info('Generating...', '')
  const built = await project.build({ ...options, onRendered: createProgress(report, shell) })
  log.info('', `done in ${built.seconds} seconds.`)
  return built
}
