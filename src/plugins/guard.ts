/**
 * A plugin from a site or a package, with its name on whatever it throws.
 *
 * A `SiteError` is meant for the reader as it is, and failures of other classes
 * may be newcomen's own on their way through the plugin. An ordinary `Error` is
 * the plugin's fault, and is told so. In a tag or a filter it has no place yet:
 * the template gives it one.
 */

import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import {
  type Converted,
  type Converter,
  type Filter,
  type Plugin,
  SiteError,
  type Tag,
} from '../plugin.ts'

type Guard = <Run>(run: Run) => Run

/** Where a plugin is from. */
export interface Origin {
  /** What the user knows it by. */
  readonly file: string
  /** The script, absolute, where it is one of the site's own. */
  readonly script: string | undefined
}

export function guarded(plugin: Plugin, origin: Origin): Plugin {
  const { commands, converters, filters, generators, hooks, tags } = plugin
  const guard = createGuard(plugin.name, origin, true)
  const inTemplate = createGuard(plugin.name, origin, false)
  return {
    ...plugin,
    ...(generators && { generators: generators.map((each) => bound(each, guard)) }),
    ...(converters && {
      converters: converters.map((each) => guardedConverter(each, plugin.name, origin, guard)),
    }),
    ...(hooks && { hooks: deep(hooks, guard) }),
    ...(commands && { commands: deep(commands, guard) }),
    ...(filters && { filters: mapped(filters, (filter: Filter) => inTemplate(filter)) }),
    ...(tags && { tags: mapped(tags, (tag) => guardedTag(tag, plugin.name, inTemplate)) }),
  }
}

const ORDINARY: ReadonlySet<unknown> = new Set([Error, TypeError, ReferenceError, SyntaxError])

/** A failure in a template has its place there, and is told of with that in the plugin. */
function createGuard(name: string, { file, script }: Origin, hasPlace: boolean): Guard {
  const fail = (cause: unknown): never => {
    if (!(cause instanceof Error) || !ORDINARY.has(cause.constructor)) throw cause
    const spot = script === undefined ? undefined : findSpot(cause, script)
    const hint =
      spot && !hasPlace
        ? `That was at ${file}:${spot.line}:${spot.column}.`
        : 'With --trace the stack shows where in the plugin that was.'
    throw new SiteError(`The plugin '${name}' failed: ${cause.message}`, {
      ...(hasPlace && { place: { file, ...(spot && { line: spot.line, column: spot.column }) } }),
      ...(hasPlace && spot && { sourceLine: spot.text }),
      ...(!(hasPlace && spot) && { hint }),
      cause,
    })
  }
  return <Run>(run: Run): Run => {
    if (typeof run !== 'function') return run
    const safe = (...args: unknown[]): unknown => {
      try {
        const answer: unknown = run(...args)
        return answer instanceof Promise ? answer.catch(fail) : answer
      } catch (cause) {
        return fail(cause)
      }
    }
    return safe as Run // takes and answers what `run` does
  }
}

/** The innermost line of the script that had a part in it, as the stack tells. */
function findSpot({ stack = '' }: Error, script: string) {
  const names = [pathToFileURL(script).href, script]
  for (const frame of stack.split('\n')) {
    const name = names.find((each) => frame.includes(each))
    const behind = name === undefined ? '' : frame.slice(frame.indexOf(name) + name.length)
    const found = /^(?:\?[^:)]*)?:(\d+):(\d+)/.exec(behind)
    if (!found) continue
    const [line, column] = [Number(found[1]), Number(found[2])]
    return { line, column, text: readFileSync(script, 'utf8').split(/\r?\n/)[line - 1] ?? '' }
  }
  return undefined
}

function guardedConverter(
  converter: Converter,
  name: string,
  { file }: Origin,
  guard: Guard,
): Converter {
  const inner = bound(converter, guard)
  const convert: Converter['convert'] = (text, context) => {
    const answer: unknown = inner.convert(text, context)
    if (typeof answer === 'string') return answer
    if (typeof answer === 'object' && answer !== null && 'text' in answer && 'files' in answer) {
      return answer as Converted // looked at just above
    }
    throw new SiteError(`The plugin '${name}' made no text of ${context.path}.`, {
      place: { file },
      hint: 'The function convert of a converter should answer the text.',
    })
  }
  return new Proxy(inner, {
    get: (target, key) => (key === 'convert' ? convert : Reflect.get(target, key)),
  })
}

function guardedTag(tag: Tag, name: string, guard: Guard): Tag {
  const parse = guard(tag.parse.bind(tag))
  return {
    ...tag,
    parse(markup, place) {
      const render = parse(markup, place)
      if (typeof render === 'function') return guard(render)
      throw new SiteError(`The plugin '${name}' does not render this tag.`, {
        place,
        hint: 'The function parse of a tag should answer a function that renders.',
      })
    },
  }
}

/** An object, of a class perhaps, with every function of it bound and guarded. */
function bound<Part extends object>(part: Part, guard: Guard): Part {
  return new Proxy(part, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? guard(value.bind(target)) : value
    },
  })
}

/** Every function at any depth of plain records and lists, as hooks are written. */
function deep<Value>(value: Value, guard: Guard): Value {
  if (typeof value === 'function') return guard(value)
  if (Array.isArray(value)) return value.map((each) => deep(each, guard)) as Value // item by item
  if (typeof value !== 'object' || value === null) return value
  return mapped(value as Record<string, unknown>, (each) => deep(each, guard)) as Value // key by key
}

function mapped<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
