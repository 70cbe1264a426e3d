import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { serveLiveProtocol } from '../../src/server/live-protocol.ts'
import { findFreePort } from '../../src/server/ports.ts'

const PROTOCOL = 'http://livereload.com/protocols/official-7'

async function start() {
  const port = (await findFreePort('127.0.0.1', 35800)) ?? 0
  const protocol = await serveLiveProtocol({ host: '127.0.0.1', port, baseurl: '/blog' })
  onTestFinished(() => protocol.close())
  return { port, protocol }
}

/** Says hello as an extension does; answers what it is told, and where it goes on. */
async function greet(port: number, origin?: string) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/livereload`, origin ? { origin } : {})
  onTestFinished(() => socket.terminate())
  const heard: unknown[] = []
  return new Promise<unknown[]>((resolve, reject) => {
    socket.on('open', () =>
      socket.send(JSON.stringify({ command: 'hello', protocols: [PROTOCOL] })),
    )
    socket.on('error', reject)
    socket.on('message', (data) => {
      heard.push(JSON.parse(String(data)))
      resolve(heard)
    })
  })
}

test('an extension is greeted and told of every file that changed', async () => {
  const { port, protocol } = await start()
  const heard = await greet(port)
  protocol.built(['index.html', 'main.css'])
  await expect
    .poll(() => heard)
    .toEqual([
      { command: 'hello', protocols: [PROTOCOL], serverName: 'newcomen' },
      { command: 'reload', path: '/blog/index.html', liveCSS: true },
      { command: 'reload', path: '/blog/main.css', liveCSS: true },
    ])
})

test('a page of this machine and an extension are heard, a page from elsewhere is not', async () => {
  const { port } = await start()
  expect(await greet(port, 'http://localhost:4000')).toHaveLength(1)
  expect(await greet(port, 'chrome-extension://abc')).toHaveLength(1)
  await expect(greet(port, 'http://evil.example')).rejects.toThrow('403')
})

test('the script is there, and nothing else', async () => {
  const { port } = await start()
  const script = await fetch(`http://127.0.0.1:${port}/livereload.js?snipver=1`)
  expect([script.status, script.headers.get('content-type')]).toEqual([
    200,
    'application/javascript',
  ])
  expect((await fetch(`http://127.0.0.1:${port}/index.html`)).status).toBe(400)
})

test('a port that is taken is an error that names the flag', async () => {
  const { port } = await start()
  const second = serveLiveProtocol({ host: '127.0.0.1', port, baseurl: '' })
  await expect(second).rejects.toThrow(`Live reload cannot listen on 127.0.0.1:${port}`)
})
