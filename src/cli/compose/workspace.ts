/**
 * Where the commands of jekyll-compose work, and with which clock.
 */

import { spawnSync } from 'node:child_process'
import { join, relative, resolve } from 'node:path'
import type { Config } from '../../config/config.ts'
import { CalendarDate, findZone, parseTime, strftime, Time, type Zone } from '../../util/dates.ts'
import { SiteError } from '../../util/errors.ts'
import { createLog, type Log } from '../../util/log.ts'
import { type Hash, isHash, isTruthy } from '../../util/values.ts'
import type { CommandContext } from '../commands.ts'
import { readConfig } from '../read-config.ts'

export interface Workspace {
  readonly context: CommandContext
  readonly log: Log
  readonly zone: Zone
  /** Where `_posts` and `_drafts` lie, relative to the working folder. */
  readonly root: string
  /** `jekyll_compose:` of the configuration. */
  readonly settings: Hash
  /** Absolute, of a path relative to the working folder. */
  absolute(path: string): string
}

/** Without a `_config.yml` all is as by default, and nothing is said of that. */
export async function openWorkspace(context: CommandContext): Promise<Workspace> {
  const { report, shell } = context
  const config = await readConfig({ ...context, report: { ...report, log: createLog() } })
  const settings = config.data.get('jekyll_compose')
  return {
    context,
    log: report.log,
    zone: findZone(config.timezone),
    root: rootOf(config, shell.cwd),
    settings: isHash(settings) ? settings : new Map(),
    absolute: (path) => resolve(shell.cwd, path),
  }
}

function rootOf({ source, collectionsDir }: Config, cwd: string): string {
  return relative(cwd, join(source, collectionsDir)).replaceAll('\\', '/')
}

export function within(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`
}

/**
 * The day of `--date`, or now. Like jekyll-compose, only the day of a date that
 * is given counts, and it begins at midnight in Greenwich.
 */
export function chosenTime({ context, zone }: Workspace): Time {
  const now = Time.fromMs(Date.now(), zone)
  const text = context.choices.own.get('date')
  if (text === undefined) return now
  const time = parseTime(String(text), zone, now)
  if (time) return new CalendarDate(time.year, time.month, time.day).toUtcTime()
  throw new SiteError(`Invalid date '${String(text)}'.`, { hint: 'Write it as 2024-01-31.' })
}

export function formatDay(time: Time): string {
  return strftime(time, '%Y-%m-%d')
}

/** As `--timestamp-format` says. */
export function formatTimestamp({ context }: Workspace, time: Time): string {
  const format = context.choices.own.get('timestamp-format')
  return strftime(time, typeof format === 'string' ? format : '%Y-%m-%d %H:%M %z')
}

/** With `auto_open: true`, the editor of the environment is started and waited for. */
export function openInEditor({ absolute, context, settings }: Workspace, path: string): void {
  const { JEKYLL_EDITOR, VISUAL, EDITOR } = context.shell.env
  const [command, ...words] = (JEKYLL_EDITOR ?? VISUAL ?? EDITOR ?? '').split(' ').filter(Boolean)
  if (!isTruthy(settings.get('auto_open')) || command === undefined) return
  const { error } = spawnSync(command, [...words, absolute(path)], { stdio: 'inherit' })
  if (error) context.report.log.warn('Editor:', `'${command}' could not be started.`)
}
