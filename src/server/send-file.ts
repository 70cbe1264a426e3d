/**
 * Sends a file as WEBrick does: with its time and a tag of its state, so that a
 * client that has it need not get it again, and in part where a part is asked for.
 */

import type { Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import mime from 'mime-types'

export interface Sending {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly status: number
  /** Absolute. */
  readonly path: string
  /** Of text files. */
  readonly encoding: string
  /** Alters an HTML page on its way. */
  readonly alter: ((html: Buffer) => Buffer) | undefined
}

/** Larger pages are sent as they are. */
const LARGEST_ALTERED = 32 * 1024 * 1024

export async function sendFile(sending: Sending): Promise<void> {
  const { request, response, status, path, encoding, alter } = sending
  const file = await open(path)
  try {
    const stats = await file.stat()
    const type = contentType(path, encoding)
    response.setHeader('Content-Type', type)
    response.setHeader('Last-Modified', stats.mtime.toUTCString())
    response.setHeader('ETag', tagOf(stats))
    if (status === 200 && isKnown(request, stats)) return sendNotModified(response)
    if (alter && isPage(type) && stats.size <= LARGEST_ALTERED) {
      return sendText(response, status, alter(await file.readFile()))
    }
    await sendBytes(sending, file, stats.size)
  } finally {
    await file.close()
  }
}

/** Text says its encoding; XML does so itself. */
export function contentType(path: string, encoding: string): string {
  const type = mime.lookup(extname(path)) || 'application/octet-stream'
  return mime.charset(type) ? `${type}; charset=${encoding}` : type
}

function isPage(type: string): boolean {
  return type.startsWith('text/html') || type.startsWith('application/xhtml+xml')
}

function tagOf({ ino, size, mtimeMs }: Stats): string {
  return [ino, size, Math.floor(mtimeMs / 1000)].map((part) => part.toString(16)).join('-')
}

/** The tag counts before the time. */
function isKnown({ headers }: IncomingMessage, stats: Stats): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) {
    const known = tags.split(',').map((tag) => tag.trim().replace(/^W\/|"/g, ''))
    return known.includes(tagOf(stats))
  }
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return since >= Math.floor(stats.mtimeMs / 1000) * 1000
}

function sendNotModified(response: ServerResponse): void {
  response.removeHeader('Content-Type')
  response.writeHead(304).end()
}

function sendText(response: ServerResponse, status: number, bytes: Buffer): void {
  response.writeHead(status, { 'Content-Length': bytes.length })
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
}

async function sendBytes(
  { request, response, status }: Sending,
  file: FileHandle,
  size: number,
): Promise<void> {
  const part = status === 200 ? partOf(request.headers.range, size) : undefined
  if (part === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}`, 'Content-Length': 0 }).end()
    return
  }
  const { start, end } = part ?? { start: 0, end: size - 1 }
  if (part) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`)
  response.writeHead(part ? 206 : status, { 'Content-Length': end - start + 1 })
  if (request.method === 'HEAD' || size === 0) response.end()
  else await pipeline(file.createReadStream({ start, end, autoClose: false }), response)
}

interface Part {
  readonly start: number
  readonly end: number
}

/** One range of bytes; of anything else the whole file is the answer, as HTTP allows. */
function partOf(header: string | undefined, size: number): Part | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start <= end ? { start, end } : 'unsatisfiable'
}
