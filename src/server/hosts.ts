/**
 * Which requests may come in: what a web page elsewhere may not do to a server
 * on this machine.
 *
 * On a loopback address a name that somebody points at 127.0.0.1 must not reach
 * the site, so `Host` has to be a name of this machine. The reload socket hears
 * only pages that this server sent.
 */

import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Whether `host` is an address of this machine alone. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '')
  if (isIP(name) === 4) return name.startsWith('127.')
  return name === '::1' || name === 'localhost' || name.endsWith('.localhost')
}

/** The addresses of this machine where `host` means all of them, first the one for itself. */
export function addressesBehind(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return []
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const outer = all.filter(({ family, internal }) => family === 'IPv4' && !internal)
  return ['127.0.0.1', ...outer.map(({ address }) => address)]
}

/** `bound` is the address the server listens on. A request without `Host` is of no browser. */
export function isHostAllowed({ headers }: IncomingMessage, bound: string): boolean {
  if (!isLoopback(bound) || headers.host === undefined) return true
  const name = hostName(headers.host)
  return name !== undefined && (isLoopback(name) || name === bound.toLowerCase())
}

/** Whether the request was made by a page of the address that it is made to. */
export function isSameOrigin({ headers }: IncomingMessage, isSecure: boolean): boolean {
  const { host, origin } = headers
  const protocol = isSecure ? 'https' : 'http'
  return host !== undefined && origin?.toLowerCase() === `${protocol}://${host.toLowerCase()}`
}

/** `localhost:4000` to `localhost`; undefined for what is no host. */
function hostName(header: string): string | undefined {
  return /^(\[[\da-f:.]{2,45}\]|[^:/?#\\@\s[\]]{1,255})(?::\d{1,5})?$/i
    .exec(header)?.[1]
    ?.toLowerCase()
}
