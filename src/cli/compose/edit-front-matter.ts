/**
 * Changes single keys of a file's front matter and leaves the rest as its author
 * wrote it: order, comments, quotes.
 *
 * The result is read again. Where it does not say what it should, because the
 * block is written in some unusual way, the whole block is written anew.
 */

import { parseBlock, splitFrontMatter } from '../../reader/front-matter.ts'
import type { Zone } from '../../util/dates.ts'
import { SiteError } from '../../util/errors.ts'
import { inspect } from '../../util/inspect.ts'
import { type Hash, isHash } from '../../util/values.ts'
import { formatEntry, formatYaml } from './format-yaml.ts'

/** Answers the new value of a key; undefined removes it. */
export type Change = readonly [key: string, value: (data: Hash) => unknown]

/**
 * `text` without front matter is answered as it is.
 *
 * @throws SiteError for front matter that cannot be read
 */
export function editFrontMatter(
  text: string,
  changes: readonly Change[],
  file: string,
  zone: Zone,
): string {
  const split = splitFrontMatter(text)
  if (!split) return text
  const data = parseBlock(split.block, file, zone) ?? new Map()
  if (!isHash(data)) {
    throw new SiteError(`The front matter of '${file}' is not a list of keys and values.`, {
      place: { file, line: 1 },
    })
  }
  const wanted: Hash = new Map(data)
  let block = split.block
  for (const [key, newValue] of changes) {
    const value = newValue(data)
    if (value === data.get(key)) continue
    block = replaceEntry(block, key, value === undefined ? '' : formatEntry(key, value))
    if (value === undefined) wanted.delete(key)
    else wanted.set(key, value)
  }
  const whole = says(block, wanted, file, zone) ? block : `---\n${formatYaml(wanted)}`
  return whole + text.slice(split.block.length)
}

/** The lines of `key` replaced by `entry`, which goes to the end where there are none. */
function replaceEntry(block: string, key: string, entry: string): string {
  const lines = block.split(/(?<=\n)/)
  const start = lines.findIndex((line) => line.startsWith(`${key}:`))
  if (start < 0) return block + entry
  const next = lines.findIndex((line, index) => index > start && /^[^\s-]/.test(line))
  const end = next < 0 ? lines.length : next
  return [...lines.slice(0, start), entry, ...lines.slice(end)].join('')
}

function says(block: string, wanted: Hash, file: string, zone: Zone): boolean {
  try {
    const data = parseBlock(block, file, zone) ?? new Map()
    return isHash(data) && inspectSorted(data) === inspectSorted(wanted)
  } catch (error) {
    if (error instanceof SiteError) return false
    throw error
  }
}

function inspectSorted(hash: Hash): string {
  return [...hash]
    .map((entry) => inspect(entry))
    .sort()
    .join('\n')
}
