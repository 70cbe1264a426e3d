/**
 * `newcomen serve`: builds, serves, and builds again as the site changes.
 */

import { isDeepStrictEqual } from 'node:util'
import { serverOptions, withServerUrl } from '../../server/options.ts'
import { serve } from '../../server/serve.ts'
import type { CommandContext } from '../commands.ts'
import { openProject } from '../project.ts'
import { buildFirst } from './first-build.ts'
import { startWatching } from './watching.ts'

export async function runServe(context: CommandContext): Promise<void> {
  const { log } = context.report
  const { overrides } = context.choices
  const project = await openProject(context, withServerUrl)
  if (overrides.get('skip_initial_build') === true) {
    log.warn(
      'Build Warning:',
      'Skipping the initial build. This may result in an out-of-date site.',
    )
  } else {
    await buildFirst(project, log)
  }

  let options = serverOptions(project.config)
  let server = await serve(project.config)

  async function moveServer(): Promise<void> {
    const wanted = serverOptions(project.config)
    if (isDeepStrictEqual(wanted, options)) return
    options = wanted
    await server.close()
    server = await serve(project.config)
    log.info('Server address:', server.url)
  }

  const isWatching = overrides.get('watch') !== false
  const watcher = isWatching ? await startWatching(context, project, moveServer) : undefined
  log.info('Server address:', server.url)
  log.info('Server running...', 'press ctrl-c to stop.')
  await context.shell.untilInterrupted()
  await watcher?.close()
  await server.close()
}
