/**
 * Gems, archives and servers that mean harm: each is refused with a reason, and
 * nothing is written outside the cache, nor kept within it.
 */

import { readdir } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { buildFolder, makeSite, readFolder } from '../support/site.ts'
import {
  type Entry,
  makeCache,
  makeGem,
  makeTar,
  serveFiles,
  serveGem,
  sha256,
} from './make-archive.ts'

const SITE = { '_config.yml': 'theme: tea\n', 'index.html': 'x' }
const REMOTE = { '_config.yml': 'remote_theme: ida/tea\n', 'index.html': 'x' }
const LAYOUT: Entry = { path: '_layouts/default.html', text: 'x' }

/** A build with that server, which has to fail and to leave nothing behind. */
async function expectRefusal(files: typeof SITE, address: string, why: string): Promise<void> {
  const cache = makeCache()
  const folder = await makeSite(files)
  const env = {
    NEWCOMEN_GEM_INDEX: address,
    NEWCOMEN_ARCHIVES: address,
    NEWCOMEN_CACHE: cache,
    NEWCOMEN_GEMS: '',
  }
  await expect(buildFolder(folder, { env })).rejects.toThrow(why)
  expect(await readFolder(join(cache, '..'))).toEqual(new Map())
  expect((await readdir(folder)).sort()).toEqual(Object.keys(files).sort())
}

/** A record of tar that gives the next entry another path than its header has. */
function renamed(path: string): Entry {
  const record = ` path=${path}\n`
  const length = [1, 2, 3]
    .map((digits) => record.length + digits)
    .find((all, at) => `${all}`.length === at + 1)
  return { path: 'PaxHeader', type: 'x', text: `${length}${record}` }
}

test.each<[string, readonly Entry[], string]>([
  [
    'an absolute link',
    [{ path: '_includes/x', type: '2', target: '/etc/passwd' }],
    "'_includes/x' is a link or a device",
  ],
  [
    'a link to a folder, and a file behind it',
    [
      { path: '_sass', type: '2', target: '/tmp' },
      { path: '_sass/x.scss', text: 'x' },
    ],
    "'_sass' is a link or a device",
  ],
  [
    'a hard link to what is outside',
    [{ path: '_includes/x', type: '1', target: '../../../../etc/passwd' }],
    "'_includes/x' is a link or a device",
  ],
  ['a character device', [{ path: 'assets/x', type: '3' }], "'assets/x' is a link or a device"],
  ['a block device', [{ path: 'assets/x', type: '4' }], "'assets/x' is a link or a device"],
  ['a pipe', [{ path: 'assets/x', type: '6' }], "'assets/x' is a link or a device"],
  [
    'a record that renames a file out',
    [renamed('../../../evil'), { path: '_includes/x', text: 'x' }],
    "'../../../evil' leads out of its folder",
  ],
  ['a drive letter', [{ path: 'C:/evil', text: 'x' }], "'C:/evil' leads out of its folder"],
  [
    'a stream of Windows',
    [{ path: '_includes/x:evil', text: 'x' }],
    "'_includes/x:evil' leads out of its folder",
  ],
  [
    'a backslash',
    [{ path: '_includes\\..\\..\\evil', text: 'x' }],
    "'_includes\\..\\..\\evil' leads out of its folder",
  ],
  [
    'line ends in a name',
    [{ path: '_includes/a\r\nb', text: 'x' }],
    "'_includes/a\\r\\nb' is no name for a file",
  ],
  [
    'signs for the terminal in a name',
    [{ path: '_includes/\u001b[2J', text: 'x' }],
    "'_includes/\\u001b[2J' is no name for a file",
  ],
  [
    'a file and a folder of one name',
    [
      { path: '_includes/x', text: 'x' },
      { path: '_includes/x/y', text: 'y' },
    ],
    'it is damaged',
  ],
  [
    'more files than a theme has',
    Array.from({ length: 20_001 }, (_, at) => ({ path: `assets/${at}` })),
    'it holds more than 20000 files',
  ],
])('%s', async (_what, entries, why) => {
  const { address } = await serveGem(makeGem([LAYOUT, ...entries]))
  await expectRefusal(SITE, address, why)
})

test.each<[string, Buffer, string]>([
  [
    'an archive compressed twice, which would be unpacked without a bound',
    makeGem([], { data: gzipSync(gzipSync(Buffer.alloc(300 * 1024 * 1024))) }),
    'it is compressed once more within',
  ],
  [
    'a gem that is compressed itself',
    gzipSync(makeGem([LAYOUT])),
    'it is compressed once more within',
  ],
  [
    'an archive cut off in the middle of its compression',
    makeGem([], {
      data: cutInHalf(gzipSync(makeTar([LAYOUT, { path: 'assets/noise', text: noise(4000) }]))),
    }),
    'it is damaged',
  ],
  [
    'a header whose sum is wrong',
    makeGem([], { data: gzipSync(spoilt(makeTar([LAYOUT]), 0)) }),
    'it is damaged',
  ],
  [
    'a size that is larger than the archive',
    makeGem([], { data: gzipSync(makeTar([LAYOUT]).subarray(0, 512)) }),
    'it is damaged',
  ],
  [
    'a gem of another name',
    makeGem([LAYOUT], { name: 'coffee' }),
    'it says that it is another one',
  ],
  [
    'a gem of another version',
    makeGem([LAYOUT], { version: '9.9.9' }),
    'it says that it is another one',
  ],
])('%s', async (_what, gem, why) => {
  const { address } = await serveGem(gem)
  await expectRefusal(SITE, address, why)
})

test('of two files with one path the last counts', async () => {
  const { address } = await serveGem(makeGem([LAYOUT, { ...LAYOUT, text: 'second {{ content }}' }]))
  const folder = await makeSite({ ...SITE, 'index.html': '---\nlayout: default\n---\nx' })
  const env = { NEWCOMEN_GEM_INDEX: address, NEWCOMEN_CACHE: makeCache(), NEWCOMEN_GEMS: '' }
  await buildFolder(folder, { env })
  expect((await readFolder(join(folder, '_site'))).get('index.html')).toBe('second x')
})

test('an index whose version is a path', async () => {
  const gem = makeGem([LAYOUT])
  const version = '1/../../../../evil'
  const { address } = await serveFiles({
    '/info/tea': `---\n${version} |checksum:${sha256(gem)}\n`,
    [`/gems/tea-${version}.gem`]: gem,
    '/evil.gem': gem,
  })
  await expectRefusal(SITE, address, 'The tea theme could not be found.')
})

test('an archive of a repository whose path climbs out behind its first folder', async () => {
  const archive = gzipSync(
    makeTar([
      { path: 'tea-1/_layouts/a.html', text: 'x' },
      { path: 'tea-1/../../../evil', text: 'x' },
    ]),
  )
  const { address } = await serveFiles({ '/ida/tea/tar.gz/HEAD': archive })
  await expectRefusal(REMOTE, address, "'tea-1/../../../evil' leads out of its folder")
})

test('a server that leads from address to address', async () => {
  const address = await serve((request, response) => {
    response.writeHead(302, { location: `${request.url}x` }).end()
  })
  await expectRefusal(
    SITE,
    address,
    'could not be fetched: it leads from address to address without end',
  )
})

test('a server whose answer has no end', async () => {
  const address = await serve((_request, response) => {
    const more = () => {
      while (response.writable && response.write(Buffer.alloc(1024 * 1024)));
    }
    response.on('drain', more)
    more()
  })
  await expectRefusal(SITE, address, 'it is larger than 67108864 bytes')
})

test('a server whose answer is a small text that unpacks to a large one', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024))
  const address = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
  })
  await expectRefusal(SITE, address, 'it is larger than 67108864 bytes')
})

test('a server that hangs up', async () => {
  const address = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('1.2.0')
    setTimeout(() => response.destroy(), 20)
  })
  await expectRefusal(SITE, address, 'the answer breaks off')
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

function cutInHalf(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2)
}

function spoilt(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

/** Bytes that do not compress, the same each time. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = 1
  for (let at = 0; at < length; at++) {
    state = (state * 48_271) % 2_147_483_647
    bytes[at] = state & 0xff
  }
  return bytes
}
