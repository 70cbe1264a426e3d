/**
 * Posts that are left out because their date is still to come, and whether that
 * is a plan or a matter of time zones.
 */

import { read } from '../../reader/read.ts'
import type { ReadingTools } from '../../reader/reading.ts'
import { type Document, posts, type Site } from '../../site.ts'
import { createLog } from '../../util/log.ts'
import type { Finding } from './finding.ts'

const DAY = 24 * 3600

export function checkFuturePosts(tools: ReadingTools): Finding[] {
  const { config } = tools
  if (config.future) return []
  const whole = { ...tools, config: { ...config, future: true }, log: createLog() }
  const { site } = read(whole)
  return posts(site)
    .filter(({ date }) => date.seconds > site.time.seconds)
    .map((post) => explain(post, site, config.timezone))
}

function explain(post: Document, { time }: Site, timezone: string | undefined): Finding {
  const isNear = post.date.seconds - time.seconds < DAY
  const place = { file: post.path }
  const message = `${post.path} is left out until ${post.date.toString()}.`
  if (!isNear) {
    return { level: 'note', topic: 'Skipping:', message, place, hint: '--future shows it now.' }
  }
  const zone = timezone === undefined ? "'timezone' is not set" : `'timezone' is ${timezone}`
  return {
    level: 'problem',
    topic: 'Skipping:',
    message,
    place,
    hint: `For this site it is ${time.toString()} (${zone}). Set 'timezone', or give the date an offset such as +0200.`,
  }
}
