/**
 * Builds again whenever something changes. A failing build is reported and
 * leaves the last good site in place; watching goes on.
 */

import { lstatSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Changes, type Watcher, watch } from '../../server/watch.ts'
import { SiteError } from '../../util/errors.ts'
import type { CommandContext } from '../commands.ts'
import type { Built, Project } from '../project.ts'
import { formatProblem } from '../report.ts'

/** Who wants to hear of builds. */
export interface Listeners {
  /** The configuration changed; the site is not yet built with it. */
  reloaded?(): Promise<void>
  built?(built: Built): Promise<void>
  /** `problem` is what the terminal shows. */
  failed?(problem: string): void
}

export interface Watching extends Watcher {
  /** Builds although nothing changed. */
  rebuild(): Promise<void>
}

export async function startWatching(
  context: CommandContext,
  project: Project,
  listeners: Listeners = {},
): Promise<Watching> {
  const { choices, report, shell } = context
  const { log } = report
  let isStale = false
  let working = Promise.resolve()

  async function build(changes: Changes): Promise<void> {
    isStale ||= changes.configChanged
    report.startOver()
    try {
      if (isStale) {
        await project.reload()
        isStale = false
        await listeners.reloaded?.()
      }
      const built = await buildWhatIsThere(project)
      sayDone(context, changes, built)
      await listeners.built?.(built)
    } catch (error) {
      report.fail(error, 'build', choices.trace)
      listeners.failed?.(formatProblem(error))
    }
  }

  /** One build at a time. */
  function onChange(changes: Changes): Promise<void> {
    working = working.then(() => {
      sayChanged(context, changes)
      return build(changes)
    })
    return working
  }

  const watcher = await watch({
    config: () => project.config,
    cwd: shell.cwd,
    since: project.begunMs,
    polling: project.config.data.get('force_polling') === true,
    onChange,
    onError(error) {
      const text = error instanceof Error ? error.message : String(error)
      log.warn('Watching:', `${text}\nIf changes go unnoticed, try --force_polling.`)
    },
  })
  log.info('Auto-regeneration:', `enabled for '${project.config.source}'`)
  return {
    rebuild: () => onChange({ paths: [], configChanged: true }),
    async close() {
      await watcher.close()
      await working
    },
  }
}

/**
 * A file that goes between being listed and being read was never there, as far as a
 * writer can tell: the build is made again. A link that leads nowhere is an error.
 */
async function buildWhatIsThere(project: Project, tries: number = MOST_TRIES): Promise<Built> {
  try {
    return await project.build()
  } catch (error) {
    if (tries <= 1 || !isOvertaken(error, project.config.source)) throw error
    return buildWhatIsThere(project, tries - 1)
  }
}

const MOST_TRIES = 5

function isOvertaken(error: unknown, source: string): boolean {
  if (!(error instanceof SiteError) || error.place === undefined) return false
  const { cause } = error
  const wasMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
  return wasMissing && !isEntry(resolve(source, error.place.file))
}

function isEntry(path: string): boolean {
  try {
    return lstatSync(path) !== undefined
  } catch {
    return false
  }
}

/** Jekyll's lines, for scripts that wait for them; on a terminal one line says all. */
function sayChanged({ report, shell }: CommandContext, { paths }: Changes): void {
  if (shell.stdout.isTTY) return
  const when = formatClock(new Date())
  report.log.info('Regenerating:', `${paths.length} file(s) changed at ${when}`)
  for (const path of paths) report.log.info('', path)
}

function sayDone(
  { report, shell }: CommandContext,
  { paths }: Changes,
  { build, seconds }: Built,
): void {
  if (!shell.stdout.isTTY) {
    report.log.info('', `...done in ${seconds} seconds.\n`)
    return
  }
  const [first = 'everything', second] = paths
  const what = second === undefined ? first : `${first} and ${paths.length - 1} more`
  const files = build.changed.length === 1 ? '1 file' : `${build.changed.length} files`
  const took = seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds} s`
  report.log.info('Regenerated:', `${what} → ${files} in ${took}`)
}

/** `2024-01-31 17:03:59`, by the clock on the wall. */
function formatClock(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-')
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`
}
