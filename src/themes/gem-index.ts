/**
 * Gems from a gem index, such as rubygems.org or a mirror of it.
 *
 * The index says in `info/NAME` which versions there are, with the checksum of
 * each. A `.gem` is a tar of compressed parts with checksums of its own; both
 * kinds are compared where they are given. What is kept looks like a folder of
 * installed gems, so that it is found like one.
 */

import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ThemePlaces } from '../config/theme.ts'
import { isHash } from '../util/values.ts'
import { parseYaml } from '../util/yaml.ts'
import { type Entries, readTar, refused, unzip, writeTheme } from './archive.ts'
import { download } from './download.ts'
import { parseGemspec } from './gemspec.ts'
import { chooseVersion } from './versions.ts'

interface Release {
  readonly version: string
  readonly sha256: string | undefined
}

/** Whether the index has a gem of that name that will do; it is then in the cache. */
export async function downloadGem(
  name: string,
  requirements: readonly string[],
  { cache, gemIndex }: ThemePlaces,
): Promise<boolean> {
  const info = await download(`${gemIndex}/info/${name}`)
  const release = info && chooseVersion(parseReleases(info.toString('utf8')), requirements)
  if (!release) return false
  const full = `${name}-${release.version}`
  const gem = await download(`${gemIndex}/gems/${full}.gem`)
  if (!gem) return false
  const label = `The gem ${full}`
  if (release.sha256 !== undefined && sha256(gem) !== release.sha256) {
    throw refused(label, 'its checksum is not the one that the index gives')
  }
  const { files, metadata } = await openGem(gem, label)
  const spec = parseGemspec(metadata, `${full}.gemspec`)
  if (spec.name !== name || spec.version !== release.version) {
    throw refused(label, 'it says that it is another one')
  }
  writeTheme(files, join(cache, 'gems', full), label)
  mkdirSync(join(cache, 'specifications'), { recursive: true })
  writeFileSync(join(cache, 'specifications', `${full}.gemspec`), metadata)
  return true
}

/**
 * `VERSION DEPENDENCIES|checksum:HEX,…` a line; versions for one platform have a dash.
 * A version becomes the name of a folder, so nothing but one counts.
 */
function parseReleases(info: string): Release[] {
  return info.split('\n').flatMap((line) => {
    const [, version] = /^(\d[0-9A-Za-z.]{0,99}) /.exec(line) ?? []
    const [, hex] = /[|,]checksum:([0-9a-f]{64})/.exec(line) ?? []
    return version === undefined ? [] : [{ version, sha256: hex }]
  })
}

async function openGem(gem: Buffer, label: string) {
  const parts = await readTar(gem, label)
  const data = partOf(parts, 'data.tar.gz', label)
  const metadata = partOf(parts, 'metadata.gz', label)
  const sums = parts.get('checksums.yaml.gz')
  if (sums) compareSums(unzip(sums, label, MOST_METADATA).toString('utf8'), parts, label)
  return {
    files: await readTar(unzip(data, label), label),
    metadata: readMetadata(metadata, label),
  }
}

/** Far above what any gem says of itself. */
const MOST_METADATA = 1024 * 1024

function readMetadata(bytes: Buffer, label: string): string {
  const text = unzip(bytes, label, MOST_METADATA).toString('utf8')
  if (!text.startsWith('---')) throw refused(label, 'what it says of itself is no YAML')
  return text
}

function partOf(parts: Entries, path: string, label: string): Buffer {
  const part = parts.get(path)
  if (!part) throw refused(label, `it is no gem: ${path} is missing`)
  return part
}

function compareSums(yaml: string, parts: Entries, label: string): void {
  const all = parseYaml(yaml, { file: 'checksums.yaml' })
  const sums = isHash(all) ? all.get('SHA256') : undefined
  if (!isHash(sums)) return
  for (const [path, sum] of sums) {
    const part = parts.get(String(path))
    if (part && sha256(part) !== String(sum)) {
      throw refused(label, `the checksum of its ${String(path)} is wrong`)
    }
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
