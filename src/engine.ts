/**
 * What a build works with: the configuration and everything plugins brought.
 *
 * An engine is made once per configuration and holds functions; what a build is
 * about is in `Site`. Core converters stand after those of plugins, so that a
 * site can override any of them at the same priority.
 */

import type { Config } from './config/config.ts'
import { createDefaults } from './config/front-matter-defaults.ts'
import { withThemeSettings } from './config/load.ts'
import { coreConverters } from './converters/core.ts'
import { loadHighlighter } from './converters/highlighter.ts'
import { createSmartify } from './converters/smartify.ts'
import { createUrlFilters } from './liquid/filters/urls.ts'
import { createLiquid, type Liquid, type Meter } from './liquid/liquid.ts'
import type { Converter, Generator, GeneratorContext, Plugin, Priority } from './plugin.ts'
import { createHooks, type HookTable } from './plugins/hooks.ts'
import { loadPlugins } from './plugins/load.ts'
import { type Page, posts, type Renderable, renderables, type Site } from './site.ts'
import { loadTheme } from './themes/load.ts'
import { createVirtualPage } from './urls/virtual-page.ts'
import { Time } from './util/dates.ts'
import type { Log } from './util/log.ts'
import { deepMerge, type Hash, toHash } from './util/values.ts'
import { findZone } from './util/zones.ts'

export interface Engine {
  readonly config: Config
  readonly log: Log
  readonly plugins: readonly Plugin[]
  /** By priority, highest first. */
  readonly converters: readonly Converter[]
  /** By priority, highest first. */
  readonly generators: readonly Generator[]
  readonly liquid: Liquid
  readonly hooks: HookTable
  /** Runs one stage of a build; whoever wants to time the stages wraps it. */
  readonly stage: Stage
}

export interface BuildOptions {
  /** No build with the same engine will follow, so nothing is kept in mind for one. */
  readonly isLast?: boolean
  /** Hears after each item how many are rendered. It is called often, so it has to be quick. */
  readonly onRendered?: RenderedListener | undefined
}

export type RenderedListener = (done: number, total: number) => void

export type Stage = <T>(name: string, work: () => T | Promise<T>) => Promise<T>

const PRIORITIES: Readonly<Record<Priority, number>> = {
  lowest: -100,
  low: -10,
  normal: 0,
  high: 10,
  highest: 100,
}

/** @throws SiteError for a theme that cannot be had and a plugin that cannot be loaded */
export async function createEngine(
  given: Config,
  log: Log,
  stage: Stage = async (_name, work) => work(),
  meter?: Meter,
): Promise<Engine> {
  const themed = await loadTheme(given, log)
  const plugins = await loadPlugins(themed, log)
  const hooks = createHooks(plugins)
  const written = withDefaults(themed, plugins)
  await hooks.configured('after_init', written)
  const config = withThemeSettings(written, new Map())
  const highlighter = await loadHighlighter(config, log)
  const converters = byPriority([
    ...plugins.flatMap((plugin) => plugin.converters ?? []),
    ...(await coreConverters(config, log, highlighter)),
  ])
  return {
    config,
    log,
    plugins,
    converters,
    generators: byPriority(plugins.flatMap((plugin) => plugin.generators ?? [])),
    liquid: createLiquid({
      config,
      log,
      plugins,
      highlighter,
      meter,
      ...textConversions(config, converters),
    }),
    hooks,
    stage,
  }
}

/** Runs the generators, one after another, and then the hooks that wait for them. */
export async function generate(engine: Engine, site: Site): Promise<void> {
  for (const item of asRead(site)) engine.hooks.initialized(item, site)
  await engine.hooks.site('post_read', site)
  const context = generatorContext(engine, site)
  for (const generator of engine.generators) await generator.generate(site, context)
  await engine.hooks.site('pre_render', site)
}

/** Posts, pages and then the other collections: the order in which Jekyll comes upon them. */
function asRead(site: Site): Renderable[] {
  const others = [...site.collections.values()].filter(({ label }) => label !== 'posts')
  return [...posts(site), ...site.pages, ...others.flatMap(({ documents }) => documents)]
}

/** What plugins take for granted, beneath everything. */
function withDefaults(config: Config, plugins: readonly Plugin[]): Config {
  const defaults = plugins.flatMap((plugin) => (plugin.defaults ? [toHash(plugin.defaults)] : []))
  if (defaults.length === 0) return config
  const data = defaults.reduceRight((over, under) => deepMerge(under, over), config.data)
  return { ...config, data }
}

function generatorContext(
  { config, converters, hooks, log }: Engine,
  site: Site,
): GeneratorContext {
  const defaults = createDefaults(config)
  /** Every path, with the number that was last put behind it. */
  const paths = new Map(renderables(site).map(({ path }) => [path, 1]))
  const zone = findZone(config.timezone)
  const { absoluteUrl, relativeUrl } = createUrlFilters(config)
  const { convertMarkdown } = textConversions(config, converters)

  function virtualPage(
    path: string,
    body: string,
    data: Hash = new Map(),
    type: string = 'pages',
  ): Page {
    for (const [key, value] of defaults.all(path, type)) {
      if (!data.has(key)) data.set(key, value)
    }
    const wished = createVirtualPage(config, converters, path, body, data)
    const page = paths.has(wished.path) ? withPathOfItsOwn(wished, paths) : wished
    if (!paths.has(page.path)) paths.set(page.path, 1)
    hooks.initialized(page, site)
    return page
  }

  return {
    log,
    virtualPage,
    absoluteUrl: (path) => String(absoluteUrl(path)),
    relativeUrl: (path) => String(relativeUrl(path)),
    convertMarkdown,
    time: (ms) => Time.fromMs(ms, zone),
  }
}

/** A path is identity: a page whose path is taken gets another and shows the one it wished for. */
function withPathOfItsOwn(page: Page, paths: Map<string, number>): Page {
  let number = paths.get(page.path) ?? 1
  do number++
  while (paths.has(`${page.path}#${number}`))
  paths.set(page.path, number)
  const path = `${page.path}#${number}`
  paths.set(path, 1)
  return { ...page, path, shownPath: page.path }
}

function byPriority<T extends { readonly priority?: Priority }>(list: readonly T[]): T[] {
  const rank = ({ priority = 'normal' }: T) => PRIORITIES[priority]
  return [...list].sort((a, b) => rank(b) - rank(a))
}

function textConversions(config: Config, converters: readonly Converter[]) {
  function convert(extension: string, text: string): string {
    const converter = converters.find((candidate) => candidate.matches(extension))
    if (!converter) return text
    const converted = converter.convert(text, { config, path: '', line: 1, destination: undefined })
    return typeof converted === 'string' ? converted : converted.text
  }
  return {
    convertMarkdown: (text: string) => convert(`.${config.markdownExtensions[0] ?? 'md'}`, text),
    smartify: createSmartify(config),
    convertSass: (text: string, syntax: 'sass' | 'scss') => convert(`.${syntax}`, text),
  }
}
