/**
 * Puts the theme of a site beneath its configuration.
 *
 * What a theme's `_config.yml` says counts where the site says nothing, and never
 * for a key that Jekyll has a default for, as in Jekyll. A remote theme's
 * configuration is not read.
 */

import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { readPluginGroup } from '../config/gemfile.ts'
import { withThemeSettings } from '../config/load.ts'
import type { Theme } from '../config/theme.ts'
import { findZone } from '../util/dates.ts'
import { SiteError } from '../util/errors.ts'
import type { Log } from '../util/log.ts'
import { type Hash, isHash } from '../util/values.ts'
import { parseYaml } from '../util/yaml.ts'
import { findRemoteTheme, findTheme, isOutOfReach } from './find.ts'

/** @throws SiteError for a theme that cannot be had */
export async function loadTheme(config: Config, log: Log): Promise<Config> {
  if (config.themeFiles) return config
  const { remoteTheme, theme, usesBundler } = config
  if (remoteTheme !== undefined && asksForRemote(config))
    return withRemote(config, await findRemoteTheme(remoteTheme, config, log))
  if (theme !== undefined) return withTheme(config, await findTheme(theme, config, log), log)
  return remoteTheme !== undefined && usesBundler
    ? withRemoteIfAny(remoteTheme, config, log)
    : withThemeIfAny(config, log)
}

function asksForRemote({ plugins, source, usesBundler }: Config): boolean {
  const others = usesBundler ? readPluginGroup(source) : []
  return [...plugins, ...others].includes('jekyll-remote-theme')
}

function withRemote(config: Config, theme: Theme): Config {
  const data = new Map(config.data).set('theme', theme.name)
  return { ...config, data, theme: theme.name, themeFiles: theme }
}

/**
 * Without the plugin Jekyll takes no notice of `remote_theme`, while on GitHub it
 * counts by itself. So it counts, but without a network the site is built as Jekyll
 * builds it. JEKYLL_NO_BUNDLER_REQUIRE asks for nothing but what is listed.
 */
async function withRemoteIfAny(name: string, config: Config, log: Log): Promise<Config> {
  try {
    return withRemote(config, await findRemoteTheme(name, config, log))
  } catch (error) {
    if (!isOutOfReach(error)) throw error
    log.warn('Remote Theme:', `${error.message} The site is built without it.`)
    return config
  }
}

/** A theme that nobody asked for is not worth failing for. */
async function withThemeIfAny(config: Config, log: Log): Promise<Config> {
  const { themeIfAny: name } = config
  if (name === undefined) return config
  try {
    const theme = await findTheme(name, config, log)
    const data = new Map(config.data).set('theme', name)
    return withTheme({ ...config, data, theme: name }, theme, log)
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    log.warn('GitHub Pages:', `${error.message} The site is built without it.`)
    return config
  }
}

function withTheme(config: Config, theme: Theme, log: Log): Config {
  log.debug('Theme source:', theme.root)
  const settings = config.ignoreThemeConfig ? undefined : readSettings(theme, config, log)
  return { ...withThemeSettings(config, settings ?? new Map()), themeFiles: theme }
}

function readSettings({ root }: Theme, { timezone }: Config, log: Log): Hash | undefined {
  const file = join(root, '_config.yml')
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined
  const settings = parseYaml(readFileSync(file, 'utf8'), { file, zone: findZone(timezone) })
  if (!isHash(settings)) return undefined
  log.info('Theme Config file:', file)
  return settings
}
