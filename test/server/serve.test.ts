import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { serve } from '../../src/server/serve.ts'
import { createLog } from '../../src/util/log.ts'

interface Answer {
  readonly status: number | undefined
  readonly type: string | undefined
  readonly location: string | undefined
  readonly cache: string | undefined
  readonly body: string
}

/** Serves `files` as they are; answers a function that asks for a path. */
async function serveFiles(config: string, files: Record<string, string>) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-serve-')))
  for (const [path, text] of Object.entries({ ...files, '_config.yml': config })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const server = await serve(await loadConfig({ cwd: folder, log: createLog() }))
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { url: server.url, ask: (path: string, method = 'GET') => ask(server.url, path, method) }
}

/** Sends `path` as it stands, which `fetch` would tidy. */
function ask(url: string, path: string, method: string): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => {
        const { location, 'content-type': type, 'cache-control': cache } = response.headers
        resolve({ status: response.statusCode, type, location, cache, body })
      })
    })
    asking.on('error', reject)
    asking.end()
  })
}

const CACHE = 'private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate'

test.each([
  ['/', 'text/html; charset=utf-8', 'home'],
  ['/about', 'text/html; charset=utf-8', 'about'],
  ['/main.css', 'text/css; charset=utf-8', 'p{}'],
  ['/app.js', 'text/javascript; charset=utf-8', 'let a'],
  ['/feed.xml', 'application/xml', '<feed/>'],
  ['/list.json', 'application/json; charset=utf-8', '[]'],
  ['/dot.svg', 'image/svg+xml', '<svg/>'],
  ['/dot.png', 'image/png', 'png'],
  ['/CNAME', 'application/octet-stream', 'a.example'],
  ['/empty.txt', 'text/plain; charset=utf-8', ''],
])('%s is sent as %s', async (path, type, body) => {
  const { ask } = await serveFiles('port: 0', {
    '_site/index.html': 'home',
    '_site/about.html': 'about',
    '_site/main.css': 'p{}',
    '_site/app.js': 'let a',
    '_site/feed.xml': '<feed/>',
    '_site/list.json': '[]',
    '_site/dot.svg': '<svg/>',
    '_site/dot.png': 'png',
    '_site/CNAME': 'a.example',
    '_site/empty.txt': '',
  })
  expect(await ask(path)).toEqual({ status: 200, type, location: undefined, cache: CACHE, body })
})

test('a folder is sent on to its slash', async () => {
  const { ask } = await serveFiles('port: 0', { '_site/tags/index.html': 'tags' })
  const moved = await ask('/tags')
  expect([moved.status, moved.location]).toEqual([301, '/tags/'])
  expect((await ask('/tags/')).body).toBe('tags')
})

test("what is not there gets the site's own 404 page", async () => {
  const { ask } = await serveFiles('port: 0', { '_site/404.html': 'lost?' })
  expect(await ask('/nothing')).toEqual({
    status: 404,
    type: 'text/html; charset=utf-8',
    location: undefined,
    cache: CACHE,
    body: 'lost?',
  })
})

test('what is not there is not found in a site without a 404 page', async () => {
  const { ask } = await serveFiles('port: 0', { '_site/index.html': 'home' })
  const { status, body } = await ask('/nothing')
  expect([status, body]).toEqual([404, 'Not found\n'])
})

test('nothing outside the destination is served', async () => {
  const { ask } = await serveFiles('port: 0', {
    '_site/index.html': 'home',
    'secret.txt': 'secret',
  })
  const paths = ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/x/../../secret.txt']
  for (const path of paths) expect([path, (await ask(path)).status]).toEqual([path, 404])
  expect((await ask('/index.html%00')).status).toBe(400)
})

test('the site lives below its baseurl', async () => {
  const { ask, url } = await serveFiles('{port: 0, baseurl: /blog}', { '_site/index.html': 'home' })
  expect(new URL(url).pathname).toBe('/blog/')
  expect((await ask('/blog/')).body).toBe('home')
  expect((await ask('/blog')).location).toBe('/blog/')
  expect((await ask('/')).status).toBe(404)
})

test('a request for the head has no body', async () => {
  const { ask } = await serveFiles('port: 0', { '_site/index.html': 'home' })
  const { status, body } = await ask('/', 'HEAD')
  expect([status, body]).toEqual([200, ''])
})

test('nothing but reading is allowed', async () => {
  const { ask } = await serveFiles('port: 0', { '_site/index.html': 'home' })
  expect((await ask('/', 'POST')).status).toBe(405)
  expect((await ask('/', 'DELETE')).status).toBe(405)
})

test('what may be asked is told', async () => {
  const { ask } = await serveFiles('port: 0', { '_site/index.html': 'home' })
  const { status, body } = await ask('/', 'OPTIONS')
  expect([status, body]).toEqual([200, ''])
})

test('a part of a file is sent where it is asked for, and none that is not there', async () => {
  const { url } = await serveFiles('port: 0', { '_site/v.mp4': '0123456789' })
  const part = async (range: string) => {
    const answer = await fetch(`${url}v.mp4`, { headers: { range } })
    return [answer.status, answer.headers.get('content-range'), await answer.text()]
  }
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await part('bytes=8-99')).toEqual([206, 'bytes 8-9/10', '89'])
  expect(await part('bytes=10-')).toEqual([416, 'bytes */10', ''])
  expect(await part('lines=1-2')).toEqual([200, null, '0123456789'])
})

test('what a browser has is not sent again', async () => {
  const { url } = await serveFiles('port: 0', { '_site/a.css': 'p{}' })
  const etag = (await fetch(`${url}a.css`)).headers.get('etag') ?? ''
  const again = await fetch(`${url}a.css`, { headers: { 'if-none-match': etag } })
  const other = await fetch(`${url}a.css`, { headers: { 'if-none-match': 'other' } })
  expect([again.status, await again.text(), other.status]).toEqual([304, '', 200])
})

test('a listing has names, escaped, and no hidden ones', async () => {
  const { url } = await serveFiles('{port: 0, show_dir_listing: true}', {
    '_site/index.html': 'home',
    '_site/a <b>.txt': '',
    '_site/sub/x.txt': '',
    '_site/.htaccess': '',
  })
  const names = [...(await (await fetch(url)).text()).matchAll(/href="([^"]*)">([^<]*)</g)]
  expect(names.map(([, address, name]) => [address, name])).toEqual([
    ['../', 'Parent directory'],
    ['./sub/', 'sub/'],
    ['./a%20%3Cb%3E.txt', 'a &lt;b&gt;.txt'],
    ['./index.html', 'index.html'],
  ])
})

test('headers of the configuration are sent, and replace our own', async () => {
  const { ask } = await serveFiles('{port: 0, webrick: {headers: {Cache-Control: max-age=60}}}', {
    '_site/index.html': 'home',
  })
  expect((await ask('/')).cache).toBe('max-age=60')
})

test('a port that is taken says so', async () => {
  const { url } = await serveFiles('port: 0', { '_site/index.html': 'home' })
  const { port } = new URL(url)
  await expect(serveFiles(`port: ${port}`, {})).rejects.toThrow(
    `Address already in use: 127.0.0.1:${port}.`,
  )
})
