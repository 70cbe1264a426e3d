/**
 * What a configuration knows of themes: where they may be found on this
 * machine, and the one that was found.
 */

import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import type { Hash } from '../util/values.ts'
import type { Environment } from './folders.ts'

/** A theme's folder, and what its gemspec says of it. */
export interface Theme {
  readonly name: string
  /** Absolute, with links resolved. */
  readonly root: string
  readonly version: string
  readonly authors: readonly string[]
  readonly description: string
  readonly metadata: Hash
  /** The gems it needs to run. */
  readonly dependencies: readonly Dependency[]
}

export interface Dependency {
  readonly name: string
  /** Such as `~> 0.9`. */
  readonly requirements: readonly string[]
}

/** Where themes are looked for outside the site, as the environment has it. */
export interface ThemePlaces {
  /** Folders that hold `gems/` and `specifications/`; a last part `*` stands for any name. */
  readonly gemFolders: readonly string[]
  /** Absolute: where downloaded themes are kept. */
  readonly cache: string
  /** Base address of the gem index. */
  readonly gemIndex: string
  /** Base address of the archives of repositories. */
  readonly archives: string
  /** Whether nothing may be downloaded. */
  readonly isOffline: boolean
}

export function readThemePlaces(env: Environment, source: string): ThemePlaces {
  const home = env.HOME ?? homedir()
  return {
    gemFolders: [...new Set([...namedFolders(env, source), ...installedFolders(env, home)])],
    cache: env.NEWCOMEN_CACHE ? resolve(env.NEWCOMEN_CACHE) : cacheFolder(env, home),
    gemIndex: withoutSlash(env.NEWCOMEN_GEM_INDEX ?? 'https://rubygems.org'),
    archives: withoutSlash(env.NEWCOMEN_ARCHIVES ?? 'https://codeload.github.com'),
    isOffline: ![undefined, '', '0', 'false'].includes(env.NEWCOMEN_OFFLINE),
  }
}

/** What Ruby and bundler were told, and where bundler puts gems beside a site. */
function namedFolders(env: Environment, source: string): string[] {
  const paths = [...(env.GEM_PATH ?? '').split(delimiter), env.GEM_HOME ?? '']
  const bundles = [env.BUNDLE_PATH ?? '', 'vendor/bundle', '.bundle'].filter((path) => path !== '')
  return [
    ...paths.filter((path) => path !== '').map((path) => resolve(source, path)),
    ...bundles.flatMap((path) => [resolve(source, path, 'ruby', '*'), resolve(source, path)]),
  ]
}

function installedFolders({ NEWCOMEN_GEMS: folders }: Environment, home: string): string[] {
  if (folders === undefined) return usualFolders(home)
  return folders.split(delimiter).filter((folder) => folder !== '')
}

/** Where Ruby and its version managers install gems. */
function usualFolders(home: string): string[] {
  return [
    join(home, '.local/share/gem/ruby/*'),
    join(home, '.gem/ruby/*'),
    join(home, '.bundle/ruby/*'),
    join(home, '.rvm/gems/*'),
    ...['.rbenv/versions', '.asdf/installs/ruby', '.local/share/mise/installs/ruby'].map((path) =>
      join(home, path, '*', 'lib/ruby/gems/*'),
    ),
    '/usr/local/bundle',
    '/var/lib/gems/*',
    '/usr/local/lib/ruby/gems/*',
    '/usr/lib/ruby/gems/*',
    '/usr/share/gems',
    '/usr/share/rubygems-integration/*',
    '/opt/homebrew/lib/ruby/gems/*',
  ]
}

function cacheFolder(env: Environment, home: string): string {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'newcomen')
  if (env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'newcomen', 'cache')
  return join(home, '.cache', 'newcomen')
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '')
}
