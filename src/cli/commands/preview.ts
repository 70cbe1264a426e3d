/**
 * The servers of a preview, which move when the configuration says so, and what
 * they are told of each build.
 */

import { isDeepStrictEqual } from 'node:util'
import type { Build } from '../../build.ts'
import type { Config } from '../../config/config.ts'
import { type LiveProtocol, serveLiveProtocol } from '../../server/live-protocol.ts'
import { serverOptions } from '../../server/options.ts'
import { type Server, serve } from '../../server/serve.ts'
import type { Site } from '../../site.ts'
import { SiteError } from '../../util/errors.ts'
import { compileGlob } from '../../util/globs.ts'

export interface Preview {
  readonly url: string
  /** Further addresses of the site, where it is shown on every address of this machine. */
  readonly moreUrls: readonly string[]
  /** Why open pages do not reload although they should, and what to do. */
  readonly hindrance: string | undefined
  /** Serves as `config` has it from now on; answers whether that changed anything. */
  move(config: Config): Promise<boolean>
  built(build: Build): Promise<void>
  failed(problem: string): void
  close(): Promise<void>
}

const LIVERELOAD_PORT = 35729

/** `live`: whether open pages hear of builds. */
export async function startPreview(first: Config, live: boolean): Promise<Preview> {
  let config = first
  let [server, protocol] = await start(config)

  async function start(wanted: Config): Promise<[Server, LiveProtocol | undefined]> {
    const { data } = wanted
    const started = await serve(wanted, { live: live && data.get('livereload') !== false })
    try {
      return [started, await startProtocol(wanted)]
    } catch (error) {
      await started.close()
      throw error
    }
  }

  async function close(): Promise<void> {
    await Promise.all([server.close(), protocol?.close()])
  }

  /** Where the new settings do not work, the old ones go on. */
  async function restart(wanted: Config): Promise<void> {
    await close()
    try {
      ;[server, protocol] = await start(wanted)
    } catch (error) {
      ;[server, protocol] = await start(config)
      throw error
    }
  }

  return {
    get url() {
      return server.url
    },
    get moreUrls() {
      return server.moreUrls
    },
    get hindrance() {
      return server.hindrance
    },
    async move(wanted) {
      const isSame = isDeepStrictEqual(settingsOf(wanted), settingsOf(config))
      if (!isSame) await restart(wanted)
      config = wanted
      return !isSame
    },
    async built(build) {
      const changed = build.changed.filter(createIgnoring(build.site))
      protocol?.built(changed)
      await server.live?.built(changed, badges(build.site))
    },
    failed(problem) {
      server.live?.failed(problem)
    },
    close,
  }
}

/** @throws SiteError for flags of live reload without it, as in Jekyll */
export function checkLiveReloadFlags(config: Config): void {
  const { data } = config
  if (data.get('livereload') === true) {
    if ((data.get('ssl_cert') ?? data.get('ssl_key') ?? undefined) === undefined) return
    throw new SiteError('LiveReload does not support SSL', {
      hint: 'Leave --livereload away: open pages reload over HTTPS without it.',
    })
  }
  const flags = ['min_delay', 'max_delay', 'ignore', 'port'].map((name) => `livereload_${name}`)
  const lone = flags.find((name) => (data.get(name) ?? undefined) !== undefined && isGiven(name))
  if (lone === undefined) return
  throw new SiteError(
    '--livereload-min-delay, --livereload-max-delay, --livereload-ignore, and ' +
      '--livereload-port require the --livereload option.',
  )

  function isGiven(name: string): boolean {
    const value = data.get(name)
    if (name === 'livereload_port') return Number(value) !== LIVERELOAD_PORT
    return !(Array.isArray(value) && value.length === 0)
  }
}

async function startProtocol(config: Config): Promise<LiveProtocol | undefined> {
  if (config.data.get('livereload') !== true) return undefined
  const { baseurl, host } = serverOptions(config)
  const port = Number(config.data.get('livereload_port') ?? LIVERELOAD_PORT)
  return serveLiveProtocol({ host, port, baseurl })
}

function settingsOf(config: Config): unknown {
  const { data } = config
  return [serverOptions(config), data.get('livereload'), data.get('livereload_port')]
}

/** Which files count: those of no source that `livereload_ignore` names. */
function createIgnoring(site: Site): (file: string) => boolean {
  const wanted = site.config.data.get('livereload_ignore')
  const patterns = (Array.isArray(wanted) ? wanted : []).map((glob) => compileGlob(String(glob)))
  if (patterns.length === 0) return () => true
  const sources = new Map(allItems(site).map(({ destination, path }) => [destination, path]))
  return (file) => !patterns.some((matches) => matches(sources.get(file) ?? file))
}

function allItems(site: Site) {
  const documents = [...site.collections.values()].flatMap((collection) => collection.documents)
  return [...site.pages, ...site.staticFiles, ...documents]
}

/** What readers of the published site will not see yet, by file. */
function badges({ collections, pages, time }: Site): Map<string, string> {
  const found = new Map<string, string>()
  for (const { data, destination } of pages) {
    if (data.get('published') === false) found.set(destination, 'Unpublished')
  }
  for (const { documents } of collections.values()) {
    for (const { data, date, destination, draft } of documents) {
      if (data.get('published') === false) found.set(destination, 'Unpublished')
      else if (draft) found.set(destination, 'Draft')
      else if (date.compare(time) > 0) found.set(destination, 'Future')
    }
  }
  return found
}
