/**
 * `newcomen new PATH`: a site that builds at once.
 */

import { existsSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { findZone, Time } from '../../util/dates.ts'
import { SiteError } from '../../util/errors.ts'
import type { CommandContext } from '../commands.ts'
import { BLANK, siteScaffold } from '../scaffold/site.ts'
import { isFree, writeScaffold } from '../scaffold/write.ts'
import { ownVersion } from '../version.ts'

export async function runNew({ choices, report, shell, words }: CommandContext): Promise<void> {
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

  const now = Time.fromMs(Date.now(), findZone(shell.env.TZ))
  writeScaffold(folder, own.has('blank') ? BLANK : siteScaffold(ownVersion(), now))
  report.log.info('', `New jekyll site installed in ${folder}.`)
  if (own.has('skip-bundle')) report.log.info('', 'Bundle install skipped.')
  const way = relative(shell.cwd, folder)
  const go = way === '' ? '' : `cd ${/\s/.test(way) ? JSON.stringify(way) : way} && `
  report.log.info('', `To see it: ${go}npx newcomen serve`)
}
