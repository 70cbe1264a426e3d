/**
 * One file from the network, bounded in size and time.
 */

import { SiteError } from '../util/errors.ts'

/** Far above any theme. */
const MOST_BYTES = 64 * 1024 * 1024
const SECONDS = 60

/** undefined where the server says that there is no such thing. */
export async function download(address: string): Promise<Buffer | undefined> {
  const response = await request(address)
  if ([403, 404, 410].includes(response.status)) return undefined
  if (!response.ok || !response.body) {
    throw failure(address, `it answers ${response.status}`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body) {
      size += chunk.length
      if (size > MOST_BYTES) throw failure(address, `it is larger than ${MOST_BYTES} bytes`)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof SiteError) throw error
    const isSlow = error instanceof Error && error.name === 'TimeoutError'
    throw failure(address, isSlow ? reasonOf(error) : 'the answer breaks off', error)
  }
  return Buffer.concat(chunks)
}

async function request(address: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(SECONDS * 1000) })
  } catch (error) {
    throw failure(address, reasonOf(error), error)
  }
  if (address.startsWith('https:') && !response.url.startsWith('https:')) {
    throw failure(address, 'it leads to an address that is not secure')
  }
  return response
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'there is no answer'
  if (error.name === 'TimeoutError') return `it takes longer than ${SECONDS} seconds`
  const { cause } = error
  const isCircle = cause instanceof Error && cause.message === 'redirect count exceeded'
  return isCircle ? 'it leads from address to address without end' : 'there is no answer'
}

function failure(address: string, why: string, cause?: unknown): SiteError {
  return new SiteError(`${address} could not be fetched: ${why}.`, { topic: 'Theme:', cause })
}
