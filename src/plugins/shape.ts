/**
 * Whether what a script exports is a plugin, looked at before anything runs: a part
 * that is not what it should be would fail later, and far from here.
 */

import { type Plugin, SiteError } from '../plugin.ts'

type Check = (value: unknown) => string | undefined

/** `file` is what the user knows the plugin by. @throws SiteError */
export function checkShape(plugin: Plugin, file: string): void {
  const wrong = slipIn(plugin) ?? PLUGIN(plugin)
  if (wrong === undefined) return
  throw new SiteError(`The plugin '${plugin.name}' is not well made: ${wrong}.`, {
    place: { file },
    hint: "The manual's page on plugins shows every part.",
  })
}

const SLIPS = ['generator', 'converter', 'tag', 'filter', 'hook', 'command', 'default']

/** A plugin may have what it likes besides its parts, but not these, which mean a part. */
function slipIn(plugin: Plugin): string | undefined {
  const slip = SLIPS.find((key) => key in plugin)
  return slip && `has a ${slip}, where ${slip}s are meant`
}

const ITEM_HOOKS = 'post_init pre_render post_convert post_render post_write'
const SITE_HOOKS = 'after_init after_reset post_read pre_render post_render post_write'
const PRIORITIES: readonly unknown[] = ['lowest', 'low', 'normal', 'high', 'highest']

const aFunction: Check = (value) =>
  typeof value === 'function' ? undefined : 'should be a function'
const anything: Check = () => undefined
const aPriority: Check = (value) =>
  PRIORITIES.includes(value) ? undefined : `should be one of ${PRIORITIES.join(', ')}`
const aText: Check = (value) => (typeof value === 'string' ? undefined : 'should be a text')

/** A mapping with some of these keys, the marked ones among them. */
function record(required: Shape, optional: Shape = {}): Check {
  return (value) => {
    if (!isRecord(value)) return 'should be an object'
    for (const key of Object.keys(required)) if (!(key in value)) return `has no ${key}`
    const known: Shape = { ...required, ...optional }
    return firstWrong(keysOf(value), (key) => {
      const check = known[key]
      return check ? within(key, check(value[key])) : `has a ${key}, which is no part of it`
    })
  }
}

type Shape = Readonly<Record<string, Check>>

/** Any keys, each with such a value. */
function each(check: Check): Check {
  return (value) => {
    if (!isRecord(value)) return 'should be an object'
    return firstWrong(keysOf(value), (key) => within(key, check(value[key])))
  }
}

function list(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'should be a list'
    return firstWrong([...value.keys()], (at) => within(`[${at}]`, check(value[at])))
  }
}

function hooks(names: string): Check {
  return record({}, Object.fromEntries(names.split(' ').map((name) => [name, hooked])))
}

const prioritized = record({ run: aFunction, priority: anything })
const hooked: Check = (value) => {
  if (Array.isArray(value)) return list(hooked)(value)
  return typeof value === 'object' ? prioritized(value) : aFunction(value)
}

/** A class brings its methods by its prototype, which `in` sees and listing does not. */
const instance =
  (required: Shape, optional: Shape = {}): Check =>
  (value) => {
    if (!isRecord(value)) return 'should be an object'
    for (const key of Object.keys(required)) if (!(key in value)) return `has no ${key}`
    return firstWrong(Object.entries({ ...required, ...optional }), ([key, check]) =>
      key in value && value[key] !== undefined ? within(key, check(value[key])) : undefined,
    )
  }

const PLUGIN = instance(
  { name: aText },
  {
    generators: list(instance({ generate: aFunction }, { priority: aPriority })),
    converters: list(
      instance(
        { matches: aFunction, outputExtension: aFunction, convert: aFunction },
        { priority: aPriority, prepare: aFunction },
      ),
    ),
    tags: each(instance({ parse: aFunction })),
    filters: each(aFunction),
    hooks: record(
      {},
      {
        site: hooks(SITE_HOOKS),
        pages: hooks(ITEM_HOOKS),
        posts: hooks(ITEM_HOOKS),
        documents: hooks(ITEM_HOOKS),
        collections: each(hooks(ITEM_HOOKS)),
        clean: hooks('on_obsolete'),
      },
    ),
    commands: each(instance({ run: aFunction })),
    defaults: each(anything),
  },
)

/** `tags.pour has no parse` of `has no parse`. */
function within(key: string, wrong: string | undefined): string | undefined {
  if (wrong === undefined) return undefined
  const [path = '', ...rest] = wrong.split(' ')
  if (/^(?:has|should)$/.test(path)) return `${key} ${wrong}`
  return [path.startsWith('[') ? `${key}${path}` : `${key}.${path}`, ...rest].join(' ')
}

function firstWrong<Item>(
  items: readonly Item[],
  look: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const wrong = look(item)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A part that is undefined is none. */
function keysOf(value: Record<string, unknown>): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined)
}
