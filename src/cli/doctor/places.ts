/**
 * Addresses and folders that get into each other's way.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config/config.ts'
import type { Rendered, Site } from '../../site.ts'
import { createLog } from '../../util/log.ts'
import { warnOfConflicts } from '../../writer/conflicts.ts'
import { planOutputs } from '../../writer/outputs.ts'
import { type Finding, fromError, fromMessage } from './finding.ts'

/** Several files for one place, and places that some file systems take for one. */
export function checkOutputs(
  config: Config,
  site: Site,
  rendered: ReadonlyMap<string, Rendered>,
): Finding[] {
  try {
    const { all, files } = planOutputs(site, rendered)
    const log = createLog()
    warnOfConflicts(all, config, log)
    return [...log.messages.map(fromMessage), ...differByCase(config, [...files.keys()])]
  } catch (error) {
    return [fromError(error)]
  }
}

function differByCase({ destination }: Config, paths: readonly string[]): Finding[] {
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    const key = path.toLowerCase()
    groups.set(key, [...(groups.get(key) ?? []), join(destination, path)])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      level: 'problem',
      topic: 'Warning:',
      message:
        'The following URLs only differ by case. On a case-insensitive file system one of the ' +
        `URLs will be overwritten by the other: ${group.join(', ')}`,
      hint: 'Give one of them another name or permalink.',
    }))
}

/** With `collections_dir`, posts and drafts are read from there alone. */
export function checkStrayPosts({ collectionsDir, source }: Config): Finding[] {
  if (collectionsDir === '') return []
  return ['_posts', '_drafts']
    .filter((name) => existsSync(join(source, name)))
    .map((name) => ({
      level: 'problem',
      topic: 'Warning:',
      message: `Detected '${name}' directory outside custom \`collections_dir\`!`,
      hint: `Please move '${name}' into the custom directory at '${collectionsDir}'.`,
    }))
}
