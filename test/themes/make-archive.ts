/** Archives for tests, good and bad, written byte by byte, and a server that hands them out. */

import { createHash } from 'node:crypto'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

export interface Entry {
  readonly path: string
  readonly text?: string | Buffer
  /** `2` is a symbolic link, `1` a hard one. */
  readonly type?: string
  readonly target?: string
}

export function makeTar(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ path, text = '', type = '0', target = '' }) => {
    const bytes = Buffer.from(text)
    return [header(path, bytes.length, type, target), bytes, padding(bytes.length)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

function header(path: string, size: number, type: string, target: string): Buffer {
  const block = Buffer.alloc(512)
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`
  block.write(path, 0, 100)
  block.write(octal(0o644, 8), 100)
  block.write(octal(0, 8), 108)
  block.write(octal(0, 8), 116)
  block.write(octal(size, 12), 124)
  block.write(octal(0, 12), 136)
  block.write('        ', 148)
  block.write(type, 156)
  block.write(target, 157, 100)
  block.write('ustar\x0000', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

function padding(size: number): Buffer {
  return Buffer.alloc((512 - (size % 512)) % 512)
}

export interface GemOptions {
  readonly name?: string
  readonly version?: string
  readonly dependencies?: readonly string[]
  /** Stands in place of the compressed tar of the files. */
  readonly data?: Buffer
  /** Whether the sums inside are those of another gem. */
  readonly hasWrongSums?: boolean
}

export function makeGem(entries: readonly Entry[], options: GemOptions = {}): Buffer {
  const { name = 'tea', version = '1.2.0', dependencies = [], hasWrongSums = false } = options
  const data = options.data ?? gzipSync(makeTar(entries))
  const needs = dependencies.map(
    (each) => `- !ruby/object:Gem::Dependency
  name: ${each}
  requirement: !ruby/object:Gem::Requirement
    requirements:
    - - "~>"
      - !ruby/object:Gem::Version
        version: '2.1'
  type: :runtime
  prerelease: false
`,
  )
  const metadata = gzipSync(`--- !ruby/object:Gem::Specification
name: ${name}
version: !ruby/object:Gem::Version
  version: ${version}
platform: ruby
authors:
- Ida
- Ulf
dependencies:${needs.length === 0 ? ' []' : `\n${needs.join('').trimEnd()}`}
summary: A warm theme
metadata:
  plugin_type: theme
`)
  const sums = gzipSync(`---
SHA256:
  metadata.gz: ${sha256(metadata)}
  data.tar.gz: ${hasWrongSums ? sha256(metadata) : sha256(data)}
`)
  return makeTar([
    { path: 'metadata.gz', text: metadata },
    { path: 'data.tar.gz', text: data },
    { path: 'checksums.yaml.gz', text: sums },
  ])
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export interface Server {
  readonly address: string
  /** The paths that were asked for, in order. */
  readonly asked: string[]
}

/** Answers with `routes` by path, and 404 for all else. */
export async function serveFiles(
  routes: Readonly<Record<string, string | Buffer>>,
): Promise<Server> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const body = routes[path]
    response.statusCode = body === undefined ? 404 : 200
    response.end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { address: `http://127.0.0.1:${port}`, asked }
}

/** A gem index with one gem. */
export function serveGem(gem: Buffer, options: GemOptions = {}): Promise<Server> {
  const { name = 'tea', version = '1.2.0' } = options
  return serveFiles({
    [`/info/${name}`]: `---\n0.9.0 |checksum:${'0'.repeat(64)}\n${version} jekyll:>= 3.5|checksum:${sha256(gem)},ruby:>= 2.5\n`,
    [`/gems/${name}-${version}.gem`]: gem,
  })
}

/** A folder for what is downloaded, gone when the test ends. */
export function makeCache(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-cache-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'cache')
}
