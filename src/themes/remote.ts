/**
 * `remote_theme: owner/name@ref`: a repository's archive, kept by owner, name
 * and ref. Without a ref it is the default branch as it was when first fetched;
 * `newcomen theme add` fetches it anew.
 */

import { join } from 'node:path'
import type { Theme, ThemePlaces } from '../config/theme.ts'
import { SiteError } from '../util/errors.ts'
import { type Entries, readTar, unzip, writeTheme } from './archive.ts'
import { download } from './download.ts'
import { folderTheme } from './installed.ts'

export interface RemoteName {
  readonly owner: string
  readonly name: string
  readonly ref: string
  /** Where its forge serves archives, if that is not the usual place. */
  readonly host: string | undefined
}

const REMOTE = /^(?:(https?:\/\/[^/@\s]+)\/)?([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:@([\w.][\w./-]*))?$/

/** @throws SiteError for what names no repository */
export function parseRemoteName(written: string): RemoteName {
  const [, host, owner = '', name = '', ref = 'HEAD'] = REMOTE.exec(written.trim()) ?? []
  const isBad = [owner, name].some((each) => /^\.*$/.test(each)) || ref.includes('..')
  if (isBad) {
    throw new SiteError(`'${written}' is not a valid remote theme`, {
      topic: 'Theme:',
      hint: 'Write remote_theme: owner/name, with @ and a tag or branch behind it if you like.',
    })
  }
  return {
    owner: owner.toLowerCase(),
    name: name.toLowerCase(),
    ref,
    host: host?.endsWith('//github.com') ? undefined : host,
  }
}

export function findFetched(remote: RemoteName, { cache }: ThemePlaces): Theme | undefined {
  return folderTheme(remote.name, folderOf(remote, cache))
}

/** Whether there is such a repository; it is then in the cache. */
export async function downloadRemote(remote: RemoteName, places: ThemePlaces): Promise<boolean> {
  const { host, name, owner, ref } = remote
  const base = host === undefined ? places.archives : host.replace('//', '//codeload.')
  const bytes = await download(`${base}/${owner}/${name}/tar.gz/${ref}`)
  if (!bytes) return false
  const label = `The archive of ${owner}/${name}@${ref}`
  const files = await readTar(unzip(bytes, label), label)
  writeTheme(withoutTop(files), folderOf(remote, places.cache), label)
  return true
}

/** Such archives hold one folder, named after the repository and the commit. */
function withoutTop(files: Entries): Entries {
  return new Map(Array.from(files, ([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes]))
}

function folderOf({ host, name, owner, ref }: RemoteName, cache: string): string {
  const forge = encodeURIComponent(host?.replace(/^https?:\/\//, '') ?? 'github.com')
  return join(cache, 'remote', forge, owner, `${name}@${encodeURIComponent(ref)}`)
}
