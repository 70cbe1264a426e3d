/**
 * `newcomen clean`: removes the built site, the cache, and what Jekyll left of
 * its own.
 */

import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { SiteError } from '../../util/errors.ts'
import { checkDestination, holdsSource } from '../../writer/destination.ts'
import { removeAll } from '../../writer/files.ts'
import type { CommandContext } from '../commands.ts'
import { readConfig } from '../read-config.ts'

export async function runClean(context: CommandContext): Promise<void> {
  const { log } = context.report
  const config = await readConfig(context)
  checkDestination(config)
  const cache = join(config.source, posix.normalize(`/${config.cacheDir}`))
  if (holdsSource(config, cache)) {
    throw new SiteError('Cache directory cannot be or contain the Source directory.', {
      topic: 'Fatal:',
      hint: `Set 'cache_dir' to a folder of its own, such as .jekyll-cache.`,
    })
  }
  const others = ['.jekyll-metadata', '.sass-cache'].map((name) => join(config.source, name))
  for (const path of [config.destination, cache, ...others]) {
    if (existsSync(path)) {
      log.info('Cleaner:', `Removing ${path}...`)
      removeAll(path)
    } else {
      log.info('Cleaner:', `Nothing to do for ${path}.`)
    }
  }
}
