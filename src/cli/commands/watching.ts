/**
 * Builds again whenever something changes. A failing build is reported and
 * leaves the last good site in place; watching goes on.
 */

import { type Watcher, watch } from '../../server/watch.ts'
import type { CommandContext } from '../commands.ts'
import type { Project } from '../project.ts'

/** `afterReload` hears of a changed configuration before the site is built with it. */
export async function startWatching(
  { choices, report, shell }: CommandContext,
  project: Project,
  afterReload: () => Promise<void> = async () => {},
): Promise<Watcher> {
  const { log } = report
  let isStale = false

  async function rebuild(): Promise<void> {
    try {
      if (isStale) {
        await project.reload()
        isStale = false
        await afterReload()
      }
      const seconds = await project.build()
      log.info('', `...done in ${seconds} seconds.\n`)
    } catch (error) {
      report.fail(error, 'build', choices.trace)
    }
  }

  const watcher = await watch({
    config: () => project.config,
    cwd: shell.cwd,
    polling: project.config.data.get('force_polling') === true,
    async onChange({ paths, configChanged }) {
      isStale ||= configChanged
      report.startOver()
      log.info('Regenerating:', `${paths.length} file(s) changed at ${formatClock(new Date())}`)
      for (const path of paths) log.info('', path)
      await rebuild()
    },
    onError(error) {
      const text = error instanceof Error ? error.message : String(error)
      log.warn('Watching:', `${text}\nIf changes go unnoticed, try --force_polling.`)
    },
  })
  log.info('Auto-regeneration:', `enabled for '${project.config.source}'`)
  return watcher
}

/** `2024-01-31 17:03:59`, by the clock on the wall. */
function formatClock(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-')
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`
}
