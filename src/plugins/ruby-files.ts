/**
 * Files of Ruby among a site's plugins: they are never run, only looked at for
 * the names of what they define.
 *
 * The look is a guess at common ways of writing it. What it misses is missing
 * from messages and changes nothing else.
 */

export interface RubyFile {
  readonly path: string
  readonly tags: readonly string[]
  readonly filters: readonly string[]
}

const TAG = /\bregister_tag[ (]+(?::(\w+)|["']([\w-]+)["'])/g
const FILTERS = /\bregister_filter[ (]+([\w:]+)/g
const MODULE = /^[ \t]*module[ ]+([\w:]+)/
const METHOD = /^[ \t]*def[ ]+([a-z_]\w*)/

export function readRuby(path: string, text: string): RubyFile {
  const tags = Array.from(text.matchAll(TAG), ([, symbol, name]) => symbol ?? name ?? '')
  const modules = Array.from(text.matchAll(FILTERS), ([, name = '']) => lastPart(name))
  return { path, tags, filters: methodsOf(text, new Set(modules)) }
}

/** Public methods of the modules of those names. */
function methodsOf(text: string, modules: ReadonlySet<string>): string[] {
  const methods: string[] = []
  let isWithin = false
  for (const line of text.split('\n')) {
    const module = MODULE.exec(line)?.[1]
    if (module !== undefined) isWithin = modules.has(lastPart(module))
    else if (/^[ \t]*(?:class|private)\b/.test(line)) isWithin = false
    const method = METHOD.exec(line)?.[1]
    if (isWithin && method !== undefined) methods.push(method)
  }
  return methods
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}

/** One warning for all of them. */
export function describeRuby(files: readonly RubyFile[]): string {
  const shown = files.map(({ path, tags, filters }) => {
    const names = [...tags.map((name) => `tag ${name}`), ...filters.map((name) => `filter ${name}`)]
    return names.length === 0 ? path : `${path} (${names.join(', ')})`
  })
  return (
    `Plugins written in Ruby do not run here: ${shown.join(', ')}. The site is built without ` +
    "what they do. The manual's page on plugins shows how to write the same in JavaScript."
  )
}
