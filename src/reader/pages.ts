/**
 * Pages: files with front matter that belong to no collection.
 *
 * What is published is decided by a page's own front matter: `published: false`
 * among defaults hides no page.
 */

import type { Page } from '../site.ts'
import { createPage, withPageDefaults, withTakenBack } from '../urls/virtual-page.ts'
import { SiteError } from '../util/errors.ts'
import { type Hash, isHash } from '../util/values.ts'
import { invalidFrontMatter, isYamlFault, strictly, undecodable } from './faults.ts'
import type { TextFile } from './files.ts'
import { splitFrontMatter } from './front-matter.ts'
import { isPublished } from './publish.ts'
import type { Reading } from './reading.ts'

/**
 * undefined for a page that stays hidden. A null among defaults takes back a layout
 * or permalink that a wider scope gave, which it does for no other key.
 */
export function readPage(reading: Reading, source: TextFile): Page | undefined {
  reading.log.debug('Reading:', source.path)
  const { data: own, body, bodyLine } = readConvertible(reading, source)
  if (!isPublished(reading, own)) return undefined
  const defaults = reading.defaults.all(source.path, 'pages')
  const data = withPageDefaults(own, defaults)
  for (const key of ['layout', 'permalink']) {
    if (own.has(key) || !data.has(key)) continue
    if (reading.defaults.find(source.path, 'pages', key) === null) data.set(key, null)
  }
  const { config, converters } = reading
  const page = createPage(config, converters, { path: source.path, data, body, bodyLine })
  return withTakenBack(page, defaults)
}

export interface Convertible {
  readonly data: Hash
  readonly body: string
  readonly bodyLine: number
}

/** What pages and layouts have in common. Broken YAML is a warning unless strict. */
export function readConvertible(reading: Reading, { path, text }: TextFile): Convertible {
  if (text === undefined) throw undecodable(path)
  const split = splitFrontMatter(text)
  if (split === undefined) return { data: new Map(), body: text, bodyLine: 1 }
  const data = readBlock(reading, path, split.block)
  return { data, body: split.body, bodyLine: split.bodyLine }
}

function readBlock(reading: Reading, path: string, block: string): Hash {
  let data: unknown
  try {
    data = reading.files.parseBlock(block, path)
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    warn(reading, path, error)
  }
  if (data === undefined || data === null || data === false) return new Map()
  if (!isHash(data)) throw invalidFrontMatter(path)
  if (data.get('permalink') === '') {
    throw new SiteError(`Invalid permalink in ${path}`, {
      place: { file: path },
      hint: 'Give the permalink a path, or take the line out.',
    })
  }
  return data
}

function warn({ config, log }: Reading, path: string, error: SiteError): void {
  const topic = isYamlFault(error) ? 'YAML Exception reading' : 'Error reading file'
  if (config.strictFrontMatter) throw strictly(`${topic} ${path}: ${error.message}`, error)
  log.warn(topic, `${path}: ${error.message}`, error.place ?? { file: path })
}
