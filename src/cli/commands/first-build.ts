/**
 * The first build of a command, with Jekyll's messages around it.
 */

import type { BuildOptions } from '../../engine.ts'
import type { Log } from '../../util/log.ts'
import type { Built, Project } from '../project.ts'

export async function buildFirst(
  project: Project,
  log: Log,
  options: BuildOptions,
): Promise<Built> {
  const { source, destination, incremental } = project.config
  log.info('Source:', source)
  log.info('Destination:', destination)
  log.info('Incremental build:', incremental ? 'enabled' : 'disabled. Enable with --incremental')
  log.info('Generating...', '')
  const built = await project.build(options)
  log.info('', `done in ${built.seconds} seconds.`)
  return built
}
