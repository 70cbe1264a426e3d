/**
 * The answer to one request.
 *
 * Files are opened when they are asked for, so nothing here knows of builds:
 * whatever was written last is what is shown.
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import { CLIENT_SCRIPT } from './client-script.ts'
import { findFile, type Place } from './find-file.ts'
import { isHostAllowed } from './hosts.ts'
import { injectScript } from './inject.ts'
import { listingPage } from './listing.ts'
import { LIVE_FOLDER, type LiveReload } from './live-reload.ts'
import type { ServerOptions } from './options.ts'
import { admitOurs } from './policy.ts'
import { sendFile } from './send-file.ts'

export interface Answering {
  readonly options: ServerOptions
  /** Undefined where nobody watches. */
  readonly live: LiveReload | undefined
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

export async function answer(answering: Answering): Promise<void> {
  const { options, live, request, response } = answering
  if (!isHostAllowed(request, options.host)) {
    return sendText(response, 403, `This server does not answer for '${request.headers.host}'`)
  }
  setHeaders(answering)
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendMethods(request, response)
  const target = request.url ?? '/'
  if (live && target.split('?')[0] === `${LIVE_FOLDER}/live.js`) return sendScript(response)
  const found = await findFile(placeOf(options), target)
  switch (found.kind) {
    case 'file':
      return send(answering, 200, found.path, found.name)
    case 'folder':
      return sendListing(answering, found.path, target)
    case 'redirect':
      response.setHeader('Location', found.location)
      return sendText(response, 301, `Moved to ${found.location}`)
    case 'malformed':
      return sendText(response, 400, 'Bad request')
    case 'missing':
      return sendMissing(answering)
  }
}

/** Those of the configuration. A policy among them lets in what we add to the pages. */
function setHeaders({ options, live, request, response }: Answering): void {
  const ours = live && {
    ...sourcesOf(request, options.secure !== undefined),
    nonce: live.nonce,
  }
  for (const [name, value] of options.headers) {
    response.setHeader(name, ours ? admitOurs(name, value, ours) : value)
  }
}

/** Our addresses as policies name them, which know no IPv6. */
function sourcesOf({ headers: { host = '' } }: IncomingMessage, isSecure: boolean) {
  if (!/^[\w.-]+(?::\d+)?$/.test(host)) return { script: "'self'", socket: "'self'" }
  const place = `${isSecure ? 's' : ''}://${host}${LIVE_FOLDER}`
  return { script: `http${place}/live.js`, socket: `ws${place}/socket` }
}

/** Where requests are looked up. */
export function placeOf({ destination, baseurl, showFolders }: ServerOptions): Place {
  return { root: destination, baseurl, showFolders }
}

/** The site's own `404.html` where it has one. */
async function sendMissing(answering: Answering): Promise<void> {
  const { options, live, response } = answering
  const place = { root: options.destination, baseurl: '', showFolders: false }
  const page = await findFile(place, '/404.html')
  if (page.kind === 'file') return send(answering, 404, page.path, page.name)
  if (!live) return sendText(response, 404, 'Not found')
  sendPage(response, 404, `${live.scriptTag('')}<p>Not found</p>\n`)
}

function send(answering: Answering, status: number, path: string, name: string): Promise<void> {
  const { options, live, request, response } = answering
  const { encoding } = options
  const alter = live && ((html: Buffer) => injectScript(html, live.scriptTag(name)))
  return sendFile({ request, response, status, path, encoding, alter })
}

async function sendListing({ response }: Answering, folder: string, target: string): Promise<void> {
  sendPage(response, 200, await listingPage(folder, target))
}

function sendScript(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-store')
  sendWhole(response, 200, 'text/javascript', CLIENT_SCRIPT)
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  sendWhole(response, status, 'text/html', html)
}

/** What may be asked; for anything else, that it may not. */
function sendMethods({ method }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Allow', 'GET,HEAD,OPTIONS')
  if (method === 'OPTIONS') response.writeHead(200, { 'Content-Length': 0 }).end()
  else sendText(response, 405, 'Method not allowed')
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  sendWhole(response, status, 'text/plain', `${text}\n`)
}

function sendWhole(response: ServerResponse, status: number, type: string, text: string): void {
  const bytes = Buffer.from(text)
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': bytes.length,
  })
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
}
