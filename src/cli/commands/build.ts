/**
 * `newcomen build`: builds once, or again and again with `--watch`.
 */

import type { CommandContext } from '../commands.ts'
import { openProject } from '../project.ts'
import { expectOneBuild } from '../tuning.ts'
import { buildFirst } from './first-build.ts'

export async function runBuild(context: CommandContext): Promise<void> {
  const { log } = context.report
  const project = await openProject(context)
  const isLast = project.config.data.get('watch') !== true
  if (isLast) expectOneBuild()
  await buildFirst(context, project, { isLast })
  if (isLast) {
    log.info('Auto-regeneration:', 'disabled. Use --watch to enable.')
    return
  }
  const { startWatching } = await import('./watching.ts')
  const watcher = await startWatching(context, project)
  await context.shell.untilInterrupted()
  await watcher.close()
  log.info('', 'Halting auto-regeneration.')
}
