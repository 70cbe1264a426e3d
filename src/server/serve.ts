/**
 * Serves a destination over HTTP while a site is being written.
 *
 * Files are opened when they are asked for, so the server knows nothing of
 * builds: whatever was written last is what it shows.
 */

import { open } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import mime from 'mime-types'
import type { Config } from '../config/config.ts'
import { SiteError } from '../util/errors.ts'
import { findFile } from './find-file.ts'
import { hostInUrl, type ServerOptions, serverOptions } from './options.ts'

export interface Server {
  /** Where the site is, ending in a slash. */
  readonly url: string
  close(): Promise<void>
}

/** @throws SiteError where the address cannot be listened on */
export async function serve(config: Config): Promise<Server> {
  const options = serverOptions(config)
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => fail(response, error))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error, options)))
    server.listen(options.port, options.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  return {
    url: `http://${hostInUrl(options.host)}:${port}${options.baseurl}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of options.headers) response.setHeader(name, value)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return sendText(response, 405, 'Method not allowed')
  }
  const found = await findFile(options.destination, options.baseurl, request.url ?? '/')
  switch (found.kind) {
    case 'file':
      return sendFile(options, request, response, 200, found.path)
    case 'redirect':
      response.setHeader('Location', found.location)
      return sendText(response, 301, `Moved to ${found.location}`)
    case 'malformed':
      return sendText(response, 400, 'Bad request')
    case 'missing':
      return sendMissing(options, request, response)
  }
}

/** The site's own `404.html` where it has one. */
async function sendMissing(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const page = await findFile(options.destination, '', '/404.html')
  if (page.kind === 'file') return sendFile(options, request, response, 404, page.path)
  sendText(response, 404, 'Not found')
}

async function sendFile(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  path: string,
): Promise<void> {
  const file = await open(path)
  try {
    const { size, mtime } = await file.stat()
    response.writeHead(status, {
      'Content-Type': contentType(path, options.encoding),
      'Content-Length': size,
      'Last-Modified': mtime.toUTCString(),
    })
    if (request.method === 'HEAD' || size === 0) response.end()
    else await pipeline(file.createReadStream({ end: size - 1, autoClose: false }), response)
  } finally {
    await file.close()
  }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(response.req.method === 'HEAD' ? undefined : `${text}\n`)
}

/** Text says its encoding; XML does so itself. */
function contentType(path: string, encoding: string): string {
  const type = mime.lookup(extname(path)) || 'application/octet-stream'
  return mime.charset(type) ? `${type}; charset=${encoding}` : type
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
