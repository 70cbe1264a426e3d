/**
 * What nobody means well by: none of it reads a file outside of the site, and
 * none of it keeps others from being answered.
 */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { loadConfig } from '../../src/config/load.ts'
import { type Server, serve } from '../../src/server/serve.ts'
import { createLog } from '../../src/util/log.ts'

const SECRET = 'TOP-SECRET'
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-hostile-')))
let server: Server
let port: number

beforeAll(async () => {
  mkdirSync(join(folder, '_site/posts'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), SECRET)
  writeFileSync(join(folder, '_site/index.html'), '<p>home</p>')
  writeFileSync(join(folder, '_site/posts/index.html'), '<p>posts</p>')
  symlinkSync('../secret.txt', join(folder, '_site/link.txt'))
  symlinkSync('..', join(folder, '_site/up'))
  const config = await loadConfig({ cwd: folder, flags: { port: 0 }, log: createLog() })
  server = await serve(config, { live: true })
  port = Number(new URL(server.url).port)
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Sends bytes as they are; answers all that comes back until the connection ends. */
function sendRaw(bytes: string, patience = 5000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setTimeout(patience, () => socket.destroy())
    socket.on('data', (data) => {
      answer += data.toString('latin1')
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
    socket.write(bytes, 'latin1')
  })
}

function get(path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`
}

/** The server still answers everybody else. */
async function expectAlive(): Promise<void> {
  const answer = await sendRaw(get('/'))
  expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 200 OK')
  expect(answer).toContain('<p>home</p>')
}

const STEPS = [
  '..',
  '%2e%2e',
  '.%2e',
  '%2E.',
  '%252e%252e',
  '..%00',
  '..%c0%af',
  '%c0%ae%c0%ae',
  '..;',
  '...',
  'posts/../..',
  'posts%2f..%2f..',
  'up',
  '..%5c',
  '%5c..',
  'C:',
  'file:',
  '\\..',
]
const SEPARATORS = ['/', '%2f', '%5c', '//', '/./', '%2f%2e%2f']
const PREFIXES = ['', '/', '//', '/posts/', '//localhost/', 'http://localhost/', '/.newcomen/']

const PATHS = [
  ...PREFIXES.flatMap((prefix) =>
    STEPS.flatMap((step) => SEPARATORS.map((sign) => `${prefix}${step}${sign}secret.txt`)),
  ),
  '/link.txt',
  '/link.txt/',
  '/up/',
  `${folder}/secret.txt`,
  `/${encodeURIComponent(`${folder}/secret.txt`)}`,
  '/proc/self/environ',
  '/etc/passwd',
  '/%00',
  '/%',
  '/%zz',
  '/%ff%fe',
  '/index.html%00.txt',
  '/CON',
  '/posts::$DATA',
  `/${'a'.repeat(300)}`,
  `/${'a/'.repeat(3000)}`,
  `/${'%2e%2e/'.repeat(1500)}`,
  '*',
  '',
]

test(`${PATHS.length} paths read nothing outside of the site`, async () => {
  for (let at = 0; at < PATHS.length; at += 50) {
    const answers = await Promise.all(PATHS.slice(at, at + 50).map((path) => sendRaw(get(path))))
    for (const [index, answer] of answers.entries()) {
      const path = PATHS[at + index]
      expect([path, answer.includes(SECRET), answer.includes('root:x')]).toEqual([
        path,
        false,
        false,
      ])
      expect([path, /^HTTP\/1\.1 (?:200|30[14]|400|403|404|414|431) /.test(answer)]).toEqual([
        path,
        true,
      ])
    }
  }
  await expectAlive()
})

test.each([
  ['no request at all', 'hello\r\n\r\n', 400],
  ['no version', 'GET /\r\n\r\n', 200],
  ['a version that is not there', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  [
    'the host of somebody else',
    'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    403,
  ],
  [
    'a host with an account',
    'GET / HTTP/1.1\r\nHost: localhost@evil.example\r\nConnection: close\r\n\r\n',
    403,
  ],
  ['a line break in a name', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n', 400],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
    400,
  ],
  [
    'a length and chunks',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['a length below zero', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n', 400],
  [
    'headers without end',
    `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`,
    431,
  ],
  [
    'many headers',
    `GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${'X: a\r\n'.repeat(4000)}\r\n`,
    200,
  ],
  [
    'writing',
    'PUT /index.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 4\r\n\r\nevil',
    405,
  ],
  ['removing', 'DELETE /index.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 405],
  ['a proxy', 'CONNECT example.com:80 HTTP/1.1\r\nHost: localhost\r\n\r\n', 0],
  [
    'a range beyond the file',
    'GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=99999-\r\nConnection: close\r\n\r\n',
    200,
  ],
  [
    'a hundred ranges',
    `GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=${'0-1,'.repeat(100)}0-1\r\nConnection: close\r\n\r\n`,
    200,
  ],
  ['a method nobody knows', 'EVIL / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
])('%s is answered and forgotten', async (_what, bytes, status) => {
  const answer = await sendRaw(bytes)
  expect(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)).toBe(status)
  expect(answer).not.toContain(SECRET)
  await expectAlive()
})

test.each([
  ['another site', { origin: 'http://evil.example' }],
  ['another port of this machine', { origin: 'http://localhost:1' }],
  ['nobody', {}],
  ['a page without an address', { origin: 'null' }],
  [
    'another name for this machine',
    { origin: 'http://evil.example', headers: { host: 'evil.example' } },
  ],
])('the reload socket does not hear %s', async (_who, options) => {
  const socket = new WebSocket(`ws://localhost:${port}/.newcomen/socket`, options)
  const outcome = await new Promise<string>((resolve) => {
    socket.on('open', () => resolve('open'))
    socket.on('error', (error) => resolve(error.message))
  })
  socket.terminate()
  expect(outcome).toBe('Unexpected server response: 403')
})

test.each([
  ['no JSON', 'hello'],
  ['another shape', '[1, 2]'],
  ['nothing in it', '{}'],
  ['far too much', 'x'.repeat(100_000)],
])('a tab that says %s is let go', async (_what, text) => {
  const origin = `http://localhost:${port}`
  const socket = new WebSocket(`ws://localhost:${port}/.newcomen/socket`, { origin })
  socket.on('error', () => {})
  socket.on('open', () => socket.send(text))
  await new Promise((resolve) => socket.on('close', resolve))
  await expectAlive()
})

test('connections that say nothing, or little by little, keep nobody waiting', async () => {
  const sockets = Array.from({ length: 300 }, (_, index) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    if (index % 3 === 1) socket.write('GET / HT')
    if (index % 3 === 2) socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    return socket
  })
  const drip = setInterval(() => {
    for (const socket of sockets) socket.write('a')
  }, 50)
  await sleep(200)
  await expectAlive()
  clearInterval(drip)
  for (const socket of sockets) socket.destroy()
})

test('2,000 clients that stay are all answered', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 2000 })
  const ask = () =>
    new Promise<number | undefined>((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, path: '/posts/', agent }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode))
      })
      asking.on('error', reject).end()
    })
  const answers = await Promise.all(Array.from({ length: 2000 }, ask))
  expect(new Set(answers)).toEqual(new Set([200]))
  await expectAlive()
  agent.destroy()
})
