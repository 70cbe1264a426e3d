/**
 * `newcomen theme`: `list` names the themes on this machine, `add` fetches one
 * into the cache, `path` says where the site's theme, or a named one, lies.
 */

import type { Config } from '../../config/config.ts'
import { readGemWish } from '../../config/gemfile.ts'
import type { Theme } from '../../config/theme.ts'
import { fetchGem, fetchRemote, findRemoteTheme, findTheme } from '../../themes/find.ts'
import { listThemes } from '../../themes/list.ts'
import { parseRemoteName } from '../../themes/remote.ts'
import { SiteError } from '../../util/errors.ts'
import type { CommandContext } from '../commands.ts'
import { readConfig } from '../read-config.ts'

type Action = (name: string | undefined, config: Config, context: CommandContext) => Promise<void>

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['list', list],
  ['add', add],
  ['path', path],
])

/** @throws SiteError for an unknown word and for a theme that cannot be had */
export async function runTheme(context: CommandContext): Promise<void> {
  const [word = '', name] = context.words
  const action = ACTIONS.get(word)
  if (!action) {
    throw new SiteError(`'newcomen theme ${word}' could not be found.`, {
      hint: 'Write newcomen theme list, newcomen theme add NAME or newcomen theme path [NAME].',
    })
  }
  await action(name, await readConfig(context), context)
}

async function list(_name: string | undefined, config: Config, { report }: CommandContext) {
  const themes = listThemes(config)
  const width = Math.max(0, ...themes.map(({ name, version }) => name.length + version.length + 1))
  for (const { name, version, root } of themes) {
    report.print(`${`${name} ${version}`.padEnd(width)}  ${root}\n`)
  }
  if (themes.length === 0) report.log.info('', 'There are no themes on this machine.')
}

/** `NAME` from the gem index, `OWNER/NAME@REF` from the forge; anew if it is there already. */
async function add(name: string | undefined, config: Config, { report }: CommandContext) {
  if (name === undefined) throw unnamed('add')
  const { log } = report
  const places = config.themePlaces
  const theme = name.includes('/')
    ? await fetchRemote(parseRemoteName(name), places, log)
    : await fetchGem(name.toLowerCase(), readGemWish(config.source, name), places, log)
  report.print(`${theme.root}\n`)
}

async function path(name: string | undefined, config: Config, { report }: CommandContext) {
  report.print(`${(await wanted(name, config, report.log)).root}\n`)
}

async function wanted(
  name: string | undefined,
  config: Config,
  log: CommandContext['report']['log'],
): Promise<Theme> {
  const remote = name?.includes('/') ? name : name === undefined ? config.remoteTheme : undefined
  if (remote !== undefined) return findRemoteTheme(remote, config, log)
  const written = name ?? config.theme
  if (written === undefined) throw unnamed('path')
  return findTheme(written, config, log)
}

function unnamed(word: string): SiteError {
  return new SiteError(`Which theme? The site names none.`, {
    hint: `Write newcomen theme ${word} NAME, or owner/name for a repository.`,
  })
}
