/**
 * What a gem says of itself, from either form of its specification: the Ruby
 * file that lies among installed gems and in a theme's repository, or the YAML
 * within a `.gem`.
 *
 * Ruby is not run. The assignments and calls that such files consist of are
 * found one by one, so a value that is computed counts as absent.
 */

import type { Dependency } from '../config/theme.ts'
import { type Hash, isHash } from '../util/values.ts'
import { parseYaml } from '../util/yaml.ts'

export interface Gemspec {
  readonly name: string
  readonly version: string
  readonly authors: readonly string[]
  readonly description: string
  readonly metadata: Hash
  readonly dependencies: readonly Dependency[]
}

/** @throws SiteError for YAML that is none */
export function parseGemspec(text: string, file: string): Gemspec {
  return text.startsWith('---') ? fromYaml(text, file) : fromRuby(text)
}

function fromYaml(text: string, file: string): Gemspec {
  const data = parseYaml(withoutRuby(text), { file })
  const spec: Hash = isHash(data) ? data : new Map()
  const authors = spec.get('authors')
  const metadata = spec.get('metadata')
  const dependencies = spec.get('dependencies')
  return {
    name: textOf(spec.get('name')),
    version: versionOf(spec.get('version')),
    authors: Array.isArray(authors) ? authors.map(textOf) : [],
    description: textOf(spec.get('description')) || textOf(spec.get('summary')),
    metadata: isHash(metadata) ? metadata : new Map(),
    dependencies: (Array.isArray(dependencies) ? dependencies : []).flatMap(yamlDependency),
  }
}

/** Names of Ruby's classes and its symbols, which no reader of plain YAML takes. */
function withoutRuby(yaml: string): string {
  return yaml.replace(/(?<=[ \n])!ruby\/\S*/g, '').replace(/^( *type: ):/gm, '$1')
}

function yamlDependency(entry: unknown): Dependency[] {
  if (!isHash(entry) || textOf(entry.get('type') ?? 'runtime') !== 'runtime') return []
  const requirement = entry.get('requirement') ?? entry.get('version_requirements')
  const list = isHash(requirement) ? requirement.get('requirements') : undefined
  const requirements = (Array.isArray(list) ? list : []).flatMap((pair) =>
    Array.isArray(pair) ? [`${textOf(pair[0])} ${versionOf(pair[1])}`] : [],
  )
  return [{ name: textOf(entry.get('name')), requirements }]
}

function versionOf(value: unknown): string {
  return textOf(isHash(value) ? value.get('version') : value)
}

/** Of a list or a mapping nothing: YAML can nest few lines into endless ones. */
function textOf(value: unknown): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value)
}

/** One Ruby text: in quotes of either kind, or as `%q<text>`. */
const STRING = /"((?:[^"\\]|\\.){0,2000})"|'((?:[^'\\]|\\.){0,2000})'|%q<([^>]{0,2000})>/g

function fromRuby(ruby: string): Gemspec {
  const value = (name: string) => stringsIn(assigned(ruby, name))[0] ?? ''
  const authors = stringsIn(assigned(ruby, 'authors?'))
  return {
    name: value('name'),
    version: value('version'),
    authors,
    description: value('description') || value('summary'),
    metadata: pairsIn(assigned(ruby, 'metadata')),
    dependencies: dependenciesIn(ruby),
  }
}

/** What stands behind `spec.NAME =` on that line, or up to the bracket that ends it. */
function assigned(ruby: string, name: string): string {
  const start = new RegExp(`^[ \\t]*\\w+\\.${name}[ \\t]*=[ \\t]*`, 'm').exec(ruby)
  if (!start) return ''
  const rest = ruby.slice(start.index + start[0].length)
  const closing = rest.startsWith('[') ? ']' : rest.startsWith('{') ? '}' : '\n'
  const end = rest.indexOf(closing)
  return end < 0 ? rest : rest.slice(0, end)
}

function dependenciesIn(ruby: string): Dependency[] {
  const found = new Map<string, Dependency>()
  for (const [, call = ''] of ruby.matchAll(/\.add_(?:runtime_)?dependency\b([^\n]*)/g)) {
    const [name, ...requirements] = stringsIn(call)
    if (name === undefined || found.has(name) || isForDevelopment(ruby, name)) continue
    found.set(name, { name, requirements })
  }
  return [...found.values()]
}

/** RubyGems' own files name those again as plain dependencies, for versions of long ago. */
function isForDevelopment(ruby: string, name: string): boolean {
  return [...ruby.matchAll(/\.add_development_dependency\b([^\n]*)/g)].some(
    ([, call = '']) => stringsIn(call)[0] === name,
  )
}

function stringsIn(ruby: string): string[] {
  return Array.from(ruby.matchAll(STRING), ([, double, single, quoted]) =>
    (double ?? single ?? quoted ?? '').replace(/\\(.)/g, '$1'),
  )
}

function pairsIn(ruby: string): Hash {
  const strings = stringsIn(ruby)
  const pairs: Hash = new Map()
  for (let at = 0; at + 1 < strings.length; at += 2) pairs.set(strings[at], strings[at + 1])
  return pairs
}
