/**
 * A plugin from a site or a package, with its name on whatever it throws.
 *
 * A `SiteError` is meant for the reader as it is, and failures of other classes
 * may be newcomen's own on their way through the plugin. An ordinary `Error` is
 * the plugin's fault, and is told so. In a tag or a filter it has no place yet:
 * the template gives it one.
 */

import { type Filter, type Plugin, SiteError, type Tag } from '../plugin.ts'

type Guard = <Run>(run: Run) => Run

/** `file` is what the user knows the plugin by. */
export function guarded(plugin: Plugin, file: string): Plugin {
  const { commands, converters, filters, generators, hooks, tags } = plugin
  const guard = createGuard(plugin.name, file)
  const inTemplate = createGuard(plugin.name, undefined)
  return {
    ...plugin,
    ...(generators && { generators: generators.map((each) => bound(each, guard)) }),
    ...(converters && { converters: converters.map((each) => bound(each, guard)) }),
    ...(hooks && { hooks: deep(hooks, guard) }),
    ...(commands && { commands: deep(commands, guard) }),
    ...(filters && { filters: mapped(filters, (filter: Filter) => inTemplate(filter)) }),
    ...(tags && { tags: mapped(tags, (tag) => guardedTag(tag, inTemplate)) }),
  }
}

const ORDINARY: ReadonlySet<unknown> = new Set([Error, TypeError, ReferenceError, SyntaxError])

function createGuard(name: string, file: string | undefined): Guard {
  const fail = (cause: unknown): never => {
    if (!(cause instanceof Error) || !ORDINARY.has(cause.constructor)) throw cause
    throw new SiteError(`The plugin '${name}' failed: ${cause.message}`, {
      ...(file === undefined ? {} : { place: { file } }),
      hint: 'With --trace the stack shows where in the plugin that was.',
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

function guardedTag(tag: Tag, guard: Guard): Tag {
  const parse = guard(tag.parse.bind(tag))
  return { ...tag, parse: (markup, place) => guard(parse(markup, place)) }
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
