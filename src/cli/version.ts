/**
 * What this program is, and which Jekyll it stands in for.
 */

import { readFileSync } from 'node:fs'

const JEKYLL_VERSION = '4.3.1'

export function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const manifest: { version: string } = JSON.parse(text) // our own file
  return manifest.version
}

/** As `--version` prints it; scripts look for `jekyll 4.` in it. */
export function versionLine(): string {
  return `newcomen ${ownVersion()} (jekyll ${JEKYLL_VERSION})`
}
