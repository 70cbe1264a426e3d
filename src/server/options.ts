/**
 * What the configuration says about the server.
 */

import { readFileSync } from 'node:fs'
import { validateHeaderName, validateHeaderValue } from 'node:http'
import { resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { SiteError } from '../util/errors.ts'
import { isHash } from '../util/values.ts'

export interface ServerOptions {
  readonly destination: string
  /** Empty, or with a slash in front and none behind. */
  readonly baseurl: string
  readonly host: string
  readonly port: number
  /** Of text files, as `encoding` has it. */
  readonly encoding: string
  readonly showFolders: boolean
  /** Certificate and key as they stand in their files; undefined for plain HTTP. */
  readonly secure: { readonly cert: Buffer; readonly key: Buffer } | undefined
  /** Seconds: `livereload_min_delay`, `livereload_max_delay`. */
  readonly delays: { readonly min: number | undefined; readonly max: number | undefined }
  /** Sent with every answer: `webrick: {headers: {…}}`. */
  readonly headers: ReadonlyMap<string, string>
}

/** A page that was just built again must not come out of the browser's cache. */
const CACHE_CONTROL = 'private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate'

/** @throws SiteError for a port, a header or a certificate that cannot be */
export function serverOptions(config: Config): ServerOptions {
  const host = config.data.get('host')
  return {
    destination: config.destination,
    baseurl: tidyBaseurl(config.baseurl),
    host: typeof host === 'string' && host !== '' ? host : '127.0.0.1',
    port: readPort(config.data.get('port') ?? 4000),
    encoding: config.encoding,
    showFolders: config.data.get('show_dir_listing') === true,
    secure: readSecure(config),
    delays: {
      min: readSeconds(config, 'livereload_min_delay'),
      max: readSeconds(config, 'livereload_max_delay'),
    },
    headers: readHeaders(config.data.get('webrick')),
  }
}

/**
 * In development `site.url` is the server's own address, so that absolute links
 * stay on this machine. Follows `Jekyll::Commands::Serve`.
 */
export function withServerUrl(config: Config): Config {
  if (config.environment !== 'development') return config
  const options = serverOptions(config)
  const { host, port, secure } = options
  const url = `${secure ? 'https' : 'http'}://${hostInUrl(host === '127.0.0.1' ? 'localhost' : host)}:${port}`
  return { ...config, url, data: new Map(config.data).set('url', url) }
}

/** Both files lie in the source, as in Jekyll, unless their paths are absolute. */
function readSecure({ data, source }: Config): ServerOptions['secure'] {
  const [cert, key] = [data.get('ssl_cert') ?? undefined, data.get('ssl_key') ?? undefined]
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined) {
    throw new SiteError('Missing --ssl_cert or --ssl_key. Both are required.')
  }
  return {
    cert: readPem(resolve(source, String(cert))),
    key: readPem(resolve(source, String(key))),
  }
}

function readPem(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new SiteError(`Could not read '${file}'.`, {
      hint: 'ssl_cert and ssl_key name files, relative to the source.',
      cause,
    })
  }
}

/** An IPv6 address stands in brackets. */
export function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

function tidyBaseurl(baseurl: string | undefined): string {
  const inner = (baseurl ?? '').split('/').filter(Boolean).join('/')
  return inner === '' ? '' : `/${inner}`
}

function readPort(value: unknown): number {
  const port = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof port === 'number' && Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new SiteError(`'port' should be a number from 0 to 65535, but was: ${String(value)}.`)
}

function readSeconds({ data }: Config, key: string): number | undefined {
  const value = data.get(key) ?? undefined
  if (value === undefined) return undefined
  const seconds = Number(value)
  if (seconds >= 0 && seconds <= 3600) return seconds
  throw new SiteError(`'${key}' should be a number of seconds, but was: ${String(value)}.`)
}

function readHeaders(webrick: unknown): Map<string, string> {
  const headers = new Map([['Cache-Control', CACHE_CONTROL]])
  const wanted = isHash(webrick) ? webrick.get('headers') : undefined
  for (const [key, value] of isHash(wanted) ? wanted : []) {
    const name = String(key)
    if (name.toLowerCase() === 'cache-control') headers.delete('Cache-Control')
    headers.set(name, checkHeader(name, String(value)))
  }
  return headers
}

function checkHeader(name: string, value: string): string {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
    return value
  } catch (cause) {
    throw new SiteError(`'${name}: ${value}' in webrick.headers is no valid header.`, { cause })
  }
}
