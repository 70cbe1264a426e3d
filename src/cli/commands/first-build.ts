/**
 * The first build of a command, with Jekyll's messages around it.
 */

import type { Log } from '../../util/log.ts'
import type { Project } from '../project.ts'

export async function buildFirst(project: Project, log: Log): Promise<void> {
  const { source, destination, incremental } = project.config
  log.info('Source:', source)
  log.info('Destination:', destination)
  log.info('Incremental build:', incremental ? 'enabled' : 'disabled. Enable with --incremental')
  log.info('Generating...', '')
  const seconds = await project.build()
  log.info('', `done in ${seconds} seconds.`)
}
