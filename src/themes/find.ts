/**
 * The theme that a site asks for: on this machine, or else downloaded once.
 */

import { homedir } from 'node:os'
import { basename, resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { type GemWish, readGemWish } from '../config/gemfile.ts'
import type { Theme, ThemePlaces } from '../config/theme.ts'
import { SiteError } from '../util/errors.ts'
import type { Log } from '../util/log.ts'
import { downloadGem } from './gem-index.ts'
import { findGem, findInstalled, folderTheme } from './installed.ts'
import { downloadRemote, findFetched, parseRemoteName, type RemoteName } from './remote.ts'

/** What is needed of a configuration. */
export type ThemeSite = Pick<Config, 'source' | 'themePlaces'>

/** @throws SiteError where there is none of that name, or none to be had without a network */
export async function findTheme(written: string, site: ThemeSite, log: Log): Promise<Theme> {
  const name = written.trim().toLowerCase()
  if (!/^(?:@[\w.-]+\/)?[a-z0-9_][\w.-]*$/.test(name)) throw missing(written, NO_SUCH_NAME)
  const wish = readGemWish(site.source, name)
  const found = findInstalled(name, site.source, wish, site.themePlaces)
  if (found) return found
  return fetchGem(name, wish, site.themePlaces, log)
}

/** @throws SiteError as above */
export async function findRemoteTheme(
  written: string,
  site: ThemeSite & Pick<Config, 'safe'>,
  log: Log,
): Promise<Theme> {
  if (/^(?:\.{0,2}|~)\//.test(written.trim())) return themeInFolder(written.trim(), site)
  const { themePlaces } = site
  const remote = parseRemoteName(written)
  return findFetched(remote, themePlaces) ?? fetchRemote(remote, themePlaces, log)
}

/** A theme at work on: `remote_theme: ../tea`. A site that is not trusted names no folders. */
function themeInFolder(written: string, { safe, source }: Pick<Config, 'safe' | 'source'>): Theme {
  if (safe) throw missing(written, 'In safe mode a theme is no folder outside of _themes/.')
  const folder = resolve(source, written.replace(/^~(?=\/)/, homedir()))
  const theme = folderTheme(basename(folder), folder)
  if (theme) return theme
  throw missing(written, `There is no folder ${folder}.`)
}

/** From the gem index, whatever this machine has. */
export async function fetchGem(
  name: string,
  { requirements }: Pick<GemWish, 'requirements'>,
  places: ThemePlaces,
  log: Log,
): Promise<Theme> {
  const theme = await fetching(name, places, async () => {
    log.info('Theme:', `${name} is not installed; fetching it from ${places.gemIndex}`)
    await downloadGem(name, requirements, places)
    return findGem(name, requirements, [places.cache])
  })
  if (theme) return theme
  const wish = requirements.length === 0 ? '' : ` with ${requirements.join(', ')}`
  throw missing(name, `${places.gemIndex} has no gem of that name${wish}. ${NO_SUCH_NAME}`)
}

/** From the forge, whatever this machine has. */
export async function fetchRemote(
  remote: RemoteName,
  places: ThemePlaces,
  log: Log,
): Promise<Theme> {
  const name = `${remote.owner}/${remote.name}`
  const theme = await fetching(name, places, async () => {
    log.info('Remote Theme:', `Using theme ${name}`)
    return (await downloadRemote(remote, places)) ? findFetched(remote, places) : undefined
  })
  if (theme) return theme
  throw missing(name, `There is no public repository ${name} with a ref ${remote.ref}.`)
}

async function fetching<T>(name: string, places: ThemePlaces, work: () => Promise<T>): Promise<T> {
  if (places.isOffline) throw missing(name, BY_HAND, 'NEWCOMEN_OFFLINE forbids to download it')
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof SiteError) || !error.message.includes('could not be fetched'))
      throw error
    throw missing(name, BY_HAND, error.message.replace(/\.$/, ''), error)
  }
}

/** Whether a theme may well be there, but not without a network. */
export function isOutOfReach(error: unknown): error is SiteError {
  return error instanceof SiteError && error.hint === BY_HAND
}

const NO_SUCH_NAME = 'Correct the name in _config.yml, or put the theme into _themes/ of the site.'
const BY_HAND =
  'Build once with a network, install the theme as a gem or an npm package, ' +
  'or put its files into _themes/ of the site.'

function missing(name: string, hint: string, why?: string, cause?: unknown): SiteError {
  const reason = why === undefined ? '' : ` It is not installed, and ${why}.`
  return new SiteError(`The ${name} theme could not be found.${reason}`, { hint, cause })
}
