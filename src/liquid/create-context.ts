/** Sets liquidjs up with our tags, and gathers what they work with. */

import type { Liquid as LiquidJs } from 'liquidjs'
import type { Plugin } from '../plugin.ts'
import type { Include } from '../site.ts'
import { findLinkTargets } from '../urls/link-targets.ts'
import { type CalendarDate, compileFormat, findZone, Time } from '../util/dates.ts'
import type { LiquidContext } from './context.ts'
import { type Mark, placeOf, templateLine } from './errors.ts'
import { type Filter, takes } from './filters/filter.ts'
import { createFilterTable } from './filters/index.ts'
import { createUrlFilters } from './filters/urls.ts'
import { offerFilters } from './foreign.ts'
import type { LiquidSetup, Origin } from './liquid.ts'
import { liquidjs } from './liquidjs.ts'
import { tagContext } from './plugin-context.ts'
import { cut, type Source } from './source.ts'
import { registerTags } from './tags/register.ts'
import { CompiledTemplate } from './template.ts'
import type { World } from './world.ts'

export function createContext(setup: LiquidSetup): LiquidContext {
  const { config, log, plugins } = setup
  const engine = createEngine(plugins)
  const filters = filterTable(plugins)
  const absentTags = new Map(plugins.flatMap((plugin) => [...(plugin.absentTags ?? [])]))
  offerFilters(engine, filters)
  const includes = new WeakMap<Include, CompiledTemplate>()
  const files = new Map<string, CompiledTemplate>()
  const linkTargets = new WeakMap<World, ReadonlyMap<string, string>>()

  function parse(text: string, origin: Origin, included?: string): CompiledTemplate {
    const warnings: { readonly message: string; readonly mark: Mark }[] = []
    const source: Source = {
      text,
      origin,
      included,
      options: config.liquid,
      absentTags,
      nesting: { depth: 0 },
      warn: (message, mark) => warnings.push({ message, mark }),
    }
    const nodes = parseNodes(source, engine)
    for (const { message, mark } of warnings) {
      const line = `Liquid syntax error (line ${templateLine(mark)})`
      log.warn('Liquid Warning:', `${line}: ${message} in ${origin.path}`, placeOf(mark))
    }
    return new CompiledTemplate(source, nodes, context)
  }

  const context: LiquidContext = {
    ...setup,
    engine,
    filters,
    zone: findZone(config.timezone),
    ...createUrlFilters(config),
    format: createFormatter(),
    now: () => Time.fromMs(Date.now(), context.zone),
    parse,
    include(include) {
      let template = includes.get(include)
      if (!template) {
        template = parse(include.body, { path: include.path, line: 1 }, include.file)
        includes.set(include, template)
      }
      return template
    },
    parseFile(path, text) {
      let template = files.get(path)
      if (template?.source.text !== text) {
        template = parse(text, { path, line: 1 }, `${config.source}/${path}`)
        files.set(path, template)
      }
      return template
    },
    linkTargets(world) {
      let targets = linkTargets.get(world)
      if (!targets) {
        targets = findLinkTargets(world.site)
        linkTargets.set(world, targets)
      }
      return targets
    },
  }
  return context
}

/** Lists show the same few dates on page after page, so what was written once is remembered. */
function createFormatter(): LiquidContext['format'] {
  const compiled = new Map<string, (date: Time | CalendarDate) => string>()
  return (date, format) => {
    let write = compiled.get(format)
    if (write === undefined) {
      write = remembered(compileFormat(format))
      compiled.set(format, write)
    }
    return write(date)
  }
}

/** A date is never changed, so its text is as good as it was. */
function remembered(
  write: (date: Time | CalendarDate) => string,
): (date: Time | CalendarDate) => string {
  const known = new WeakMap<Time | CalendarDate, string>()
  return (date) => {
    let text = known.get(date)
    if (text === undefined) {
      text = write(date)
      known.set(date, text)
    }
    return text
  }
}

/** liquidjs without tags and filters of its own: those of its that Jekyll lacks must not answer. */
function createEngine(plugins: readonly Plugin[]): LiquidJs {
  const engine = new liquidjs.Liquid()
  for (const name of Object.keys(engine.tags)) delete engine.tags[name]
  for (const name of Object.keys(engine.filters)) engine.unregisterFilter(name)
  registerTags(engine, plugins)
  return engine
}

function parseNodes(source: Source, engine: LiquidJs) {
  try {
    return engine.parser.parseTokens(cut(source, engine))
  } catch (error) {
    if (liquidjs.LiquidError.is(error) && error.originalError) throw error.originalError
    throw error
  }
}

function filterTable(plugins: readonly Plugin[]): Map<string, Filter> {
  const table = createFilterTable()
  for (const { filters } of plugins) {
    for (const [name, filter] of Object.entries(filters ?? {})) {
      const fn: Filter['fn'] = (input, args, run) => filter(tagContext(run), input, ...args)
      table.set(name, takes(0, Number.POSITIVE_INFINITY, fn))
    }
  }
  return table
}
