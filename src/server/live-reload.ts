/**
 * Live reload: tells every open tab what a build means for the page it shows.
 *
 * A tab says which page it shows, from which file that came and after which
 * build. So a tab that connects late still hears of what changed meanwhile, and
 * only tabs whose page changed are reloaded. The error of a failing build stays
 * until a build succeeds.
 */

import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import mime from 'mime-types'
import { type WebSocket, WebSocketServer } from 'ws'

/** The folder of addresses that are ours and not the site's. */
export const LIVE_FOLDER = '/.newcomen'

export interface LiveReload {
  /** The element that ties a page to this server. `file` is what the page was read from. */
  scriptTag(file: string): string
  /** Tells our script from others. */
  readonly nonce: string
  /** Takes over a connection that asked for the socket. */
  connect(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /**
   * A build succeeded; `changed` are files of the destination that were written or
   * removed, `badges` what to mark pages with, by their file.
   */
  built(changed: readonly string[], badges: ReadonlyMap<string, string>): Promise<void>
  /** A build failed; `text` is what the terminal shows. */
  failed(text: string): void
  close(): void
}

export interface LiveReloadOptions {
  /** What the page at this address is read from: a path in the destination, or nothing. */
  fileOf(pathname: string): Promise<string>
  /** The address of a file of the destination. */
  addressOf(file: string): string
  /** Seconds a tab waits before it asks for a lost connection again, at first and at most. */
  readonly delays: { readonly min: number | undefined; readonly max: number | undefined }
}

interface Tab {
  readonly socket: WebSocket
  readonly pathname: string
  readonly file: string
}

/** More than any honest tab sends. */
const LONGEST_MESSAGE = 8192

export function createLiveReload({ fileOf, addressOf, delays }: LiveReloadOptions): LiveReload {
  const session = randomUUID()
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE })
  const tabs = new Set<Tab>()
  /** The build that last changed a file, by path in the destination. */
  const changedIn = new Map<string, number>()
  let builds = 0
  let marks: ReadonlyMap<string, string> = new Map()
  let failure: string | undefined

  async function greet(socket: WebSocket, text: string): Promise<void> {
    const hello = parseHello(text)
    if (!hello) return socket.close()
    if (hello.session !== session) return send(socket, { kind: 'reload' })
    const tab = { socket, pathname: hello.pathname, file: hello.file }
    tabs.add(tab)
    socket.once('close', () => tabs.delete(tab))
    if (failure !== undefined) send(socket, { kind: 'error', text: failure })
    const missed = [...changedIn].filter(([, build]) => build > hello.build).map(([file]) => file)
    await tell(tab, missed)
  }

  async function tell(tab: Tab, changed: readonly string[]): Promise<void> {
    if ((await fileOf(tab.pathname)) !== tab.file || changed.includes(tab.file)) {
      return send(tab.socket, { kind: 'reload' })
    }
    if (changed.some(isShared)) return send(tab.socket, { kind: 'reload' })
    const paths = changed.filter((file) => file.endsWith('.css')).map(addressOf)
    if (paths.length > 0) send(tab.socket, { kind: 'styles', paths })
  }

  return {
    scriptTag(file) {
      const query = new URLSearchParams({ session, build: String(builds), file })
      const more = { badge: marks.get(file), min: delays.min, max: delays.max }
      for (const [name, value] of Object.entries(more)) {
        if (value !== undefined) query.set(name, String(value))
      }
      const address = `${LIVE_FOLDER}/live.js?${query}`.replaceAll('&', '&amp;')
      return `<script src="${address}" nonce="${session}"></script>`
    },
    nonce: session,
    connect(request, socket, head) {
      sockets.handleUpgrade(request, socket, head, (client) => {
        client.on('error', () => client.terminate())
        client.once('message', (data) => {
          greet(client, String(data)).catch(() => client.close())
        })
      })
    },
    async built(changed, badges) {
      builds++
      marks = badges
      for (const file of changed) changedIn.set(file, builds)
      if (failure !== undefined) for (const tab of tabs) send(tab.socket, { kind: 'mended' })
      failure = undefined
      await Promise.all([...tabs].map((tab) => tell(tab, changed)))
    },
    failed(text) {
      failure = text
      for (const tab of tabs) send(tab.socket, { kind: 'error', text })
    },
    close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    },
  }
}

type Order =
  | { readonly kind: 'reload' | 'mended' }
  | { readonly kind: 'styles'; readonly paths: readonly string[] }
  | { readonly kind: 'error'; readonly text: string }

function send(socket: WebSocket, order: Order): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(order))
}

interface Hello {
  readonly pathname: string
  readonly session: string
  readonly file: string
  readonly build: number
}

function parseHello(text: string): Hello | undefined {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof said !== 'object' || said === null) return undefined
  const { pathname, session, file, build } = said as Record<string, unknown> // looked at below
  if (typeof pathname !== 'string' || typeof session !== 'string') return undefined
  if (typeof file !== 'string' || !/^\d{1,9}$/.test(String(build))) return undefined
  return { pathname, session, file, build: Number(build) }
}

/** Scripts, pictures, fonts: parts of pages which nobody can name. */
function isShared(file: string): boolean {
  const type = mime.lookup(file) || ''
  return /^(?:image|font|audio|video)\/|javascript|wasm/.test(type)
}
