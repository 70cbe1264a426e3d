/**
 * `newcomen new PATH`: a site that builds at once, in the theme that Jekyll gives to
 * new sites or, where that cannot be had, in layouts of its own.
 */

import { existsSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { readThemePlaces } from '../../config/theme.ts'
import { findTheme } from '../../themes/find.ts'
import { findZone, Time } from '../../util/dates.ts'
import { SiteError } from '../../util/errors.ts'
import type { CommandContext } from '../commands.ts'
import { BLANK, type Look, type Scaffold, siteScaffold, THEME } from '../scaffold/site.ts'
import { isFree, writeScaffold } from '../scaffold/write.ts'
import { ownVersion } from '../version.ts'

/** @throws SiteError where PATH is missing or taken */
export async function runNew(context: CommandContext): Promise<void> {
  const { choices, report, shell, words } = context
  const { own } = choices
  if (words.length === 0) throw new SiteError('You must specify a path.')
  const folder = resolve(shell.cwd, words.join(' '))
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new SiteError(`${folder} is a file.`, { topic: 'Conflict:' })
  }
  if (!isFree(folder) && !own.has('force')) {
    throw new SiteError(`${folder} exists and is not empty.`, {
      topic: 'Conflict:',
      hint: 'Choose another path, or add --force: files of the same names are then overwritten.',
    })
  }

  writeScaffold(folder, await scaffoldFor(folder, context))
  report.log.info('', `New jekyll site installed in ${folder}.`)
  if (own.has('skip-bundle')) report.log.info('', 'Bundle install skipped.')
  const way = relative(shell.cwd, folder)
  const go = way === '' ? '' : `cd ${/\s/.test(way) ? JSON.stringify(way) : way} && `
  report.log.info('', `To see it: ${go}npx newcomen serve`)
}

async function scaffoldFor(folder: string, context: CommandContext): Promise<Scaffold> {
  const { choices, shell } = context
  if (choices.own.has('blank')) return BLANK
  const now = Time.fromMs(Date.now(), findZone(shell.env.TZ))
  return siteScaffold(ownVersion(), now, await chooseLook(folder, context))
}

/** Gems are fetched now, as Jekyll does it, so that the site can be built on the train. */
async function chooseLook(
  source: string,
  { choices, report, shell }: CommandContext,
): Promise<Look> {
  if (choices.own.has('skip-bundle')) return THEME
  try {
    await findTheme(THEME, { source, themePlaces: readThemePlaces(shell.env, source) }, report.log)
    return THEME
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    report.log.warn('Theme:', error.message)
    report.log.warn('', 'The site gets layouts of its own instead. To change to the theme later,')
    report.log.warn(
      '',
      `write 'theme: ${THEME}' into _config.yml and remove _layouts and assets/css.`,
    )
    return 'own layouts'
  }
}
