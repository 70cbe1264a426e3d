/**
 * `newcomen new-theme NAME`: the frame of a theme, in a git repository of its own
 * where git is there.
 */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SiteError } from '../../util/errors.ts'
import type { CommandContext } from '../commands.ts'
import { CODE_OF_CONDUCT, themeScaffold } from '../scaffold/theme.ts'
import { writeScaffold } from '../scaffold/write.ts'

export async function runNewTheme({
  choices,
  report,
  shell,
  words,
}: CommandContext): Promise<void> {
  const { own } = choices
  if (words.length === 0) throw new SiteError('You must specify a theme name.')
  const name = words.join(' ').replaceAll(' ', '_')
  if (!/^[\w.-]+$/.test(name)) {
    throw new SiteError(`'${name}' cannot be the name of a gem.`, {
      hint: 'Use letters, digits, dashes and underscores.',
    })
  }
  const folder = resolve(shell.cwd, name)
  if (existsSync(folder)) {
    throw new SiteError(`${folder} already exists.`, {
      topic: 'Conflict:',
      hint: 'Choose another name, or remove the folder.',
    })
  }
  const { log } = report
  const scaffold = themeScaffold(name, ownerName(shell.cwd), new Date().getFullYear())
  const conduct = own.has('code-of-conduct')
    ? [['CODE_OF_CONDUCT.md', CODE_OF_CONDUCT] as const]
    : []
  writeScaffold(folder, new Map([...scaffold, ...conduct]), (path) => log.info('create', path))
  const { status } = spawnSync('git', ['init', '--quiet'], { cwd: folder, stdio: 'ignore' })
  if (status === 0) log.info('initialize', join(folder, '.git'))
  else log.warn('initialize', 'git did not run, so the theme is not a repository yet.')
  log.info('', `Your new Jekyll theme, ${name}, is ready for you in ${folder}!`)
  log.info('', `For help getting started, read ${join(folder, 'README.md')}.`)
}

/** As git knows its user. */
function ownerName(cwd: string): string {
  const { stdout } = spawnSync('git', ['config', 'user.name'], { cwd, encoding: 'utf8' })
  return stdout?.trim() || 'The authors'
}
