/**
 * Our server beside Jekyll's: the same answers to the same requests, or a
 * difference that is meant and told in the manual. `npm run compare:serve` asks
 * Jekyll again whether `answers.json` is true.
 */

import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { serve } from '../../src/server/serve.ts'
import { createLog } from '../../src/util/log.ts'
import { type Answer, ask, nameOf, SITES, type Site, writeSite } from './jekyll/requests.mjs'

const ANSWERS: Record<string, Record<string, Answer>> = JSON.parse(
  readFileSync(new URL('jekyll/answers.json', import.meta.url), 'utf8'),
)
const MANUAL = readFileSync(new URL('../../docs/preview.md', import.meta.url), 'utf8')

const STRICT = 'private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate'
const MODIFIED = 'Tue, 02 Jan 2024 03:04:05 GMT'
const LOST = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': STRICT,
  'last-modified': MODIFIED,
  etag: 'FILE-e-65937d25',
}
const LOST_PAGE = { ...LOST, status: 404, 'content-length': '14', body: '<h1>lost</h1>\n' }

/** A text of ours, with a line feed behind it. */
function said(text: string) {
  return {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': String(text.length + 1),
    'cache-control': STRICT,
    body: `${text}\n`,
  }
}

const movedTo = (location: string) => ({ ...said(`Moved to ${location}`), location })

/** The row of the manual's table, and by request what we answer otherwise. */
const MEANT: readonly (readonly [row: string, changes: Readonly<Record<string, Answer>>])[] = [
  [
    'a folder without its slash',
    {
      'GET /both': movedTo('/both/'),
      'GET /solo': movedTo('/solo/'),
      'GET /bare': movedTo('/bare/'),
      'GET /tags': movedTo('/tags/'),
      'GET /tags?q=1': movedTo('/tags/?q=1'),
      'HEAD /tags': { ...movedTo('/tags/'), body: '' },
    },
  ],
  ['the `baseurl` without its slash', { 'GET /blog': { ...movedTo('/blog/'), status: 301 } }],
  ['a folder without an index', { 'plain: GET /bare/': LOST_PAGE }],
  [
    'a listing',
    {
      'with a listing: GET /bare/': {
        'content-type': 'text/html; charset=utf-8',
        'content-length': '373',
        body: `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Index of /bare/</title></head>
<body><h1>Index of /bare/</h1>
<table><tr><th>Name</th><th>Last modified</th><th>Size</th></tr>
<tr><td><a href="../">Parent directory</a></td><td></td><td></td></tr>
<tr><td><a href="./one.txt">one.txt</a></td><td>2024-01-02 03:04</td><td>4</td></tr>
</table></body></html>
`,
      },
    },
  ],
  [
    '`.js`, `.mjs`',
    {
      'GET /a.js': { 'content-type': 'text/javascript; charset=utf-8' },
      'GET /a.mjs': { 'content-type': 'text/javascript; charset=utf-8' },
    },
  ],
  [
    'what is not there',
    {
      'GET /nothing': LOST,
      'GET /nothing/': LOST,
      'GET /nothing.css': LOST,
      'HEAD /nothing': LOST,
      'GET /.htaccess': LOST,
      'GET /~new.txt': LOST,
      'GET /blog/nothing': LOST,
      'below a baseurl: GET /': LOST,
      'below a baseurl: GET /about': LOST,
      'GET /blogger/': LOST,
      'without a 404 page: GET /nothing': said('Not found'),
    },
  ],
  [
    '`..` in a path',
    {
      'GET /tags/../about.html': LOST_PAGE,
      'GET /../secret.txt': LOST_PAGE,
      'GET /%2e%2e/secret.txt': LOST_PAGE,
    },
  ],
  ['a path that is none', { 'GET /%zz': said('Bad request') }],
  [
    'anything but `GET` and `HEAD`',
    {
      'OPTIONS /about.html': { 'cache-control': STRICT },
      'POST /about.html': { ...said('Method not allowed'), allow: 'GET,HEAD,OPTIONS' },
      'PUT /about.html': { ...said('Method not allowed'), allow: 'GET,HEAD,OPTIONS' },
      'DELETE /about.html': { ...said('Method not allowed'), allow: 'GET,HEAD,OPTIONS' },
    },
  ],
  [
    'a part of a file',
    Object.fromEntries(
      ['2-4', '-3', '8-', '8-99'].flatMap((part) => [
        [`GET /v.mp4 range: bytes=${part}`, kept()],
        [`GET /long.txt range: bytes=${part}`, kept('text/plain; charset=utf-8')],
        ['GET /about.html range: bytes=0-3', kept('text/html; charset=utf-8')],
      ]),
    ),
  ],
  [
    'a part beyond its end',
    {
      'GET /v.mp4 range: bytes=99-': {
        ...kept('video/mp4'),
        'content-length': '0',
        'content-range': 'bytes */10',
        body: '',
      },
      'GET /long.txt range: bytes=99-': {
        ...kept('text/plain; charset=utf-8'),
        'content-length': '0',
        'content-range': 'bytes */11',
        body: '',
      },
    },
  ],
  [
    'parts in another unit than bytes',
    {
      'GET /v.mp4 range: lines=1-2': {
        ...kept('video/mp4'),
        status: 200,
        'content-length': '10',
        body: '0123456789',
      },
      'GET /long.txt range: lines=1-2': {
        ...kept('text/plain; charset=utf-8'),
        status: 200,
        'content-length': '11',
        body: '0123456789\n',
      },
    },
  ],
  [
    'what the browser has already',
    {
      'GET /a.css if-none-match: ITS-TAG': kept(),
      [`GET /a.css if-modified-since: ${MODIFIED}`]: kept(),
    },
  ],
  [
    'another tag and the same time',
    {
      [`GET /a.css if-none-match: "other" if-modified-since: ${MODIFIED}`]: {
        ...kept('text/css; charset=utf-8'),
        status: 200,
        'content-length': '6',
        body: 'bytes\n',
      },
    },
  ],
  [
    'a time that is none',
    {
      'GET /a.css if-modified-since: yesterday': {
        ...kept('text/css; charset=utf-8'),
        status: 200,
        'content-length': '6',
        body: 'bytes\n',
      },
    },
  ],
]

/** What Jekyll leaves out: when the file was changed, and how long it may be kept. */
function kept(type?: string) {
  const more = type === undefined ? {} : { 'content-type': type }
  return { 'cache-control': STRICT, 'last-modified': MODIFIED, ...more }
}

/** What Jekyll answers, and what we mean to answer otherwise. */
function expectedOf(site: string, name: string): Answer {
  const answer = ANSWERS[site]?.[name]
  if (!answer) throw new Error(`'${name}' is not in answers.json: run npm run compare:serve`)
  const [, changes] = MEANT.find(([, all]) => changeOf(all, site, name)) ?? []
  const change = changes && changeOf(changes, site, name)
  if (!change) return answer
  const changed = { ...answer, ...change }
  expect(changed, `${name}: no difference`).not.toEqual(answer)
  return changed
}

/** A request means that of all sites, unless a site is named with it. */
function changeOf(changes: Readonly<Record<string, Answer>>, site: string, name: string) {
  return changes[`${site}: ${name}`] ?? changes[name]
}

async function serveSite(site: Site): Promise<number> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-serve-')))
  writeSite(folder, site)
  const config = await loadConfig({ cwd: folder, flags: { port: 0 }, log: createLog() })
  const server = await serve(config)
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
  return Number(new URL(server.url).port)
}

describe.each(Object.entries(SITES))('a site, %s, is served as by Jekyll', (name, site) => {
  test('answer by answer', async () => {
    const port = await serveSite(site)
    for (const asked of site.requests) {
      const request = nameOf(asked)
      expect([request, await ask(port, asked)]).toEqual([request, expectedOf(name, request)])
    }
  })
})

test.each(MEANT.map(([row]) => row))('the manual tells of the difference: %s', (row) => {
  expect(MANUAL).toContain(`\n| ${row} | `)
})
