/**
 * `newcomen serve`: builds, serves, and builds again as the site changes.
 */

import type { Config } from '../../config/config.ts'
import type { BuildOptions } from '../../engine.ts'
import { serverOptions, withServerUrl } from '../../server/options.ts'
import { findFreePort } from '../../server/ports.ts'
import { SiteError } from '../../util/errors.ts'
import type { CommandContext } from '../commands.ts'
import { openProject, type Project, withServing } from '../project.ts'
import { Told } from '../report.ts'
import { buildFirst } from './first-build.ts'
import { checkLiveReloadFlags, type Preview, startPreview } from './preview.ts'
import { startWatching, type Watching } from './watching.ts'

export async function runServe(context: CommandContext): Promise<void> {
  const { shell } = context
  const { log } = context.report
  const settlePort = createPortSettler(context)
  const project = await openProject(context, async (config) =>
    withServing(withServerUrl(await settlePort(config)), true),
  )
  checkLiveReloadFlags(project.config)
  const isDetached = wantsDetaching(context, project)
  const isWatching = !isDetached && isWatchWanted(context, project)
  const built = await buildUnlessSkipped(context, project, { isLast: !isWatching })
  if (isDetached) return serveApart(context, project.config)

  const interrupted = shell.untilInterrupted()
  const preview = await startPreview(project.config, isWatching)
  try {
    if (built) await preview.built(built.build)
    const watching = isWatching ? await watchFor(context, project, preview) : undefined
    sayWhere(context, preview)
    if (project.config.data.get('open_url') === true) shell.openUrl?.(toOpen(preview))
    log.info('Server running...', 'press ctrl-c to stop.')
    shell.sayServing?.(preview.url)
    await untilStopped(context, interrupted, preview, watching)
    await watching?.close()
  } finally {
    await preview.close()
  }
}

async function buildUnlessSkipped(
  context: CommandContext,
  project: Project,
  options: BuildOptions,
) {
  const { choices, report } = context
  const { data } = project.config
  const isSkipped =
    (choices.overrides.get('skip_initial_build') ?? data.get('skip_initial_build')) === true
  if (!isSkipped) return buildFirst(context, project, options)
  const warning = 'Skipping the initial build. This may result in an out-of-date site.'
  report.log.warn('Build Warning:', warning)
  return undefined
}

function isWatchWanted({ choices }: CommandContext, { config }: Project): boolean {
  return choices.overrides.get('watch') !== false || config.data.get('livereload') === true
}

function watchFor(context: CommandContext, project: Project, preview: Preview): Promise<Watching> {
  return startWatching(context, project, {
    async reloaded() {
      if (await preview.move(project.config)) sayWhere(context, preview)
    },
    built: ({ build }) => preview.built(build),
    failed: preview.failed,
  })
}

function sayWhere({ report: { log } }: CommandContext, preview: Preview): void {
  const { url, moreUrls, hindrance } = preview
  log.info('Server address:', [url, ...moreUrls].join('\n'))
  if (hindrance !== undefined) log.warn('Live reload:', hindrance)
}

/** Not every browser goes to `0.0.0.0`. */
function toOpen({ url, moreUrls }: Preview): string {
  return moreUrls[0] ?? url
}

/** Ctrl-C, or `q` where there is a keyboard. */
async function untilStopped(
  { report, shell }: CommandContext,
  interrupted: Promise<void>,
  preview: Preview,
  watching: Watching | undefined,
): Promise<void> {
  const { listenToKeys } = shell
  if (!listenToKeys) return interrupted
  let quit = () => {}
  const asked = new Promise<void>((resolve) => {
    quit = resolve
  })
  const actions: Readonly<Record<string, () => unknown>> = {
    r: () => watching?.rebuild(),
    o: () => shell.openUrl?.(toOpen(preview)),
    q: quit,
  }
  const stopListening = listenToKeys((key) => actions[key]?.())
  report.log.info('', 'r builds again, o opens a browser, q quits.')
  await Promise.race([interrupted, asked])
  stopListening()
}

/** As in Jekyll, live reload wins over `--detach`. */
function wantsDetaching({ report }: CommandContext, { config }: Project): boolean {
  if (config.data.get('detach') !== true) return false
  if (config.data.get('livereload') !== true) return true
  report.log.warn(
    'Warning:',
    '--detach and --livereload are mutually exclusive. Choosing --livereload',
  )
  return false
}

/** The site is built; another process shows it. */
async function serveApart(
  { report: { log }, shell }: CommandContext,
  { data }: Config,
): Promise<void> {
  const more = ['--no-detach', '--no-watch', '--skip-initial-build', '--no-open-url', '--quiet']
  const detached = await shell.detach?.(more)
  if (!detached) throw new Told()
  const { pid, url } = detached
  log.info('Server address:', url)
  if (data.get('open_url') === true) shell.openUrl?.(url)
  log.info(`Server detached with pid '${pid}'.`, `Run \`kill ${pid}\` to stop the server.`)
}

/**
 * A taken port: the next free one where nobody chose a port, and an error that
 * names it where somebody did.
 */
function createPortSettler({ choices, report }: CommandContext) {
  const settled = new Map<string, number>()

  return async (config: Config): Promise<Config> => {
    const { host, port } = serverOptions(config)
    const key = `${host} ${port}`
    const free = settled.get(key) ?? (port === 0 ? 0 : await findFreePort(host, port))
    if (free === undefined) return config
    settled.set(key, free)
    if (free === port) return config
    if (choices.overrides.has('port') || port !== USUAL_PORT) {
      throw new SiteError(`Address already in use: ${host}:${port}.`, {
        hint: `Port ${free} is free: stop the other server, or serve with --port ${free}.`,
      })
    }
    report.log.warn('Server port:', `${port} is taken; serving on ${free}.`)
    return { ...config, data: new Map(config.data).set('port', free) }
  }
}

const USUAL_PORT = 4000
