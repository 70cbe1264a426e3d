/**
 * Serves a destination over HTTP while a site is being written.
 *
 * While the site is watched, every HTML answer carries a script of ours, and a
 * socket on the same port tells it what each build changed.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Duplex } from 'node:stream'
import type { Config } from '../config/config.ts'
import { SiteError } from '../util/errors.ts'
import { answer, placeOf, sendText } from './answer.ts'
import { findFile } from './find-file.ts'
import { addressesBehind, isHostAllowed, isSameOrigin } from './hosts.ts'
import { createLiveReload, LIVE_FOLDER, type LiveReload } from './live-reload.ts'
import { hostInUrl, type ServerOptions, serverOptions } from './options.ts'
import { findHindrance } from './policy.ts'

export interface Server {
  /** Where the site is, ending in a slash. */
  readonly url: string
  /** What else the site is reached by, where `url` stands for every address of this machine. */
  readonly moreUrls: readonly string[]
  /** Tells open tabs of builds; undefined unless it was asked for. */
  readonly live: LiveReload | undefined
  /** Why open tabs do not hear of builds although they should, and what to do. */
  readonly hindrance: string | undefined
  close(): Promise<void>
}

export interface ServeOptions {
  /** Whether open tabs hear of builds. */
  readonly live?: boolean
}

const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
])

/** What nobody needs more of to look at a site on their own machine. */
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
}

/** @throws SiteError where the address cannot be listened on */
export async function serve(config: Config, { live = false }: ServeOptions = {}): Promise<Server> {
  const options = serverOptions(config)
  const reload = live ? createReload(options) : undefined
  const server = createListener(options, (request, response) => {
    answer({ options, live: reload, request, response }).catch((error: unknown) =>
      fail(response, error),
    )
  })
  server.on('upgrade', (request, socket, head) => {
    upgrade(request, socket, head, options, reload)
  })
  server.on('clientError', (error, socket: Duplex) => {
    const code = 'code' in error ? String(error.code) : ''
    refuse(socket, REFUSALS.get(code) ?? '400 Bad Request')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error, options)))
    server.listen(options.port, options.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  const urlOf = (host: string) =>
    `${options.secure ? 'https' : 'http'}://${hostInUrl(host)}:${port}${encodeURI(options.baseurl)}/`
  return {
    url: urlOf(options.host),
    moreUrls: addressesBehind(options.host).map(urlOf),
    live: reload,
    hindrance: reload && findHindrance(options.headers),
    close: () =>
      new Promise((resolve) => {
        reload?.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** @throws SiteError for a certificate that does not fit its key */
function createListener(
  { secure }: ServerOptions,
  listener: (request: IncomingMessage, response: ServerResponse) => void,
) {
  if (!secure) return createServer(LIMITS, listener)
  try {
    return createSecureServer({ ...LIMITS, ...secure }, listener)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new SiteError(`The certificate or its key cannot be used: ${why}`, { cause })
  }
}

function createReload(options: ServerOptions): LiveReload {
  const { destination, baseurl } = options
  return createLiveReload({
    delays: options.delays,
    addressOf: (file) => `${baseurl}/${file}`,
    async fileOf(pathname) {
      const found = await findFile(placeOf(options), pathname)
      if (found.kind === 'file') return found.name
      const page = await findFile(
        { root: destination, baseurl: '', showFolders: false },
        '/404.html',
      )
      return page.kind === 'file' ? page.name : ''
    },
  })
}

function upgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  options: ServerOptions,
  live: LiveReload | undefined,
): void {
  socket.on('error', () => socket.destroy())
  const isOurs = request.url === `${LIVE_FOLDER}/socket`
  const isAllowed =
    isHostAllowed(request, options.host) && isSameOrigin(request, options.secure !== undefined)
  if (!live || !isOurs) refuse(socket, '404 Not Found')
  else if (!isAllowed) refuse(socket, '403 Forbidden')
  else live.connect(request, socket, head)
}

function refuse(socket: Duplex, status: string): void {
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
  else socket.destroy()
}

/** A reader who left is no failure; anything else answers 500 where it still can. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  sendText(response, 500, `Could not read the file (${code})`)
}

function cannotListen(error: Error, { host, port }: ServerOptions): unknown {
  const code = 'code' in error ? error.code : undefined
  const address = `${host}:${port}`
  if (code === 'EADDRINUSE') {
    return new SiteError(`Address already in use: ${address}.`, {
      hint: 'Stop the other server, or choose another port with --port.',
      cause: error,
    })
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new SiteError(`Cannot listen on ${address}: ${error.message}.`, {
      hint: 'Choose another address with --host and --port.',
      cause: error,
    })
  }
  return error
}
