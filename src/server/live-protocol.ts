/**
 * The LiveReload protocol, version 7, on a port of its own: what browser
 * extensions and pages with LiveReload's own script connect to.
 *
 * Pages that this server sends need none of it; `live-reload.ts` is for them.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { SiteError } from '../util/errors.ts'
import { isHostAllowed, isLoopback } from './hosts.ts'

export interface LiveProtocol {
  /** Files of the destination that a build changed. */
  built(changed: readonly string[]): void
  close(): Promise<void>
}

export interface LiveProtocolOptions {
  readonly host: string
  readonly port: number
  /** In front of the address of every file: empty, or with a slash in front. */
  readonly baseurl: string
}

const PROTOCOL = 'http://livereload.com/protocols/official-7'
const LONGEST_MESSAGE = 8192

/** For pages that name this script themselves: connects, and does what it is told. */
const SCRIPT = `(() => {
  const { host } = new URL(document.currentScript.src)
  const connect = () => {
    const socket = new WebSocket('ws://' + host + '/livereload')
    const protocols = ['${PROTOCOL}']
    socket.onopen = () => socket.send(JSON.stringify({ command: 'hello', protocols }))
    socket.onclose = () => setTimeout(connect, 2000)
    socket.onmessage = ({ data }) => {
      const { command, path } = JSON.parse(data)
      if (command === 'reload' && !(path.endsWith('.css') && swap(path))) location.reload()
    }
  }
  const swap = (path) => {
    const links = [...document.querySelectorAll('link[rel~="stylesheet"][href]')]
    const link = links.find(({ href }) => new URL(href).pathname === path)
    if (link) link.href = link.href.split('?')[0] + '?livereload=' + Date.now()
    return link
  }
  connect()
})()
`

/** @throws SiteError where the port cannot be listened on */
export async function serveLiveProtocol(options: LiveProtocolOptions): Promise<LiveProtocol> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE })
  const listeners = new Set<WebSocket>()
  const server = createServer(answer)
  server.on('upgrade', (request, socket, head) => upgrade(request, socket, head))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `Live reload cannot listen on ${options.host}:${options.port}: ${cause.message}.`
      reject(new SiteError(message, { hint: 'Choose another --livereload-port.', cause }))
    })
    server.listen(options.port, options.host, resolve)
  })

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const isAllowed = isHostAllowed(request, options.host) && isOwnPage(request, options.host)
    if (!isAllowed || request.url?.split('?')[0] !== '/livereload') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => client.terminate())
      client.on('close', () => listeners.delete(client))
      client.once('message', (data) => {
        if (!/"hello"/.test(String(data))) return client.close()
        const hello = { command: 'hello', protocols: [PROTOCOL], serverName: 'newcomen' }
        client.send(JSON.stringify(hello))
        listeners.add(client)
      })
    })
  }

  return {
    built(changed) {
      for (const file of changed) {
        const path = `${options.baseurl}/${file}`
        const message = JSON.stringify({ command: 'reload', path, liveCSS: true })
        for (const client of listeners) client.send(message)
      }
    },
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Extensions speak for the page they are in, or for themselves. */
function isOwnPage({ headers: { origin } }: IncomingMessage, bound: string): boolean {
  if (origin === undefined || /^(?:chrome|moz|safari-web)-extension:\/\//.test(origin)) return true
  if (!URL.canParse(origin)) return false
  const { hostname } = new URL(origin)
  return hostname === bound || (isLoopback(bound) && isLoopback(hostname))
}

function answer({ url }: IncomingMessage, response: ServerResponse): void {
  if (url?.split('?')[0] !== '/livereload.js') {
    response.writeHead(400, { 'Content-Type': 'text/plain' }).end('Bad Request\n')
    return
  }
  response.writeHead(200, { 'Content-Type': 'application/javascript' }).end(SCRIPT)
}
