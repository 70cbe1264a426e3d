/**
 * What a site's Gemfile and its lock say of a gem: which versions will do, and
 * whether it lies in a folder. The lock is exact and wins.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface GemWish {
  /** Such as `~> 2.5`; empty for any. */
  readonly requirements: readonly string[]
  /** A folder of the gem's own, relative to the site. */
  readonly path: string | undefined
}

export function readGemWish(source: string, name: string): GemWish {
  const line = gemLines(readText(source, 'Gemfile')).find((call) => call.strings[0] === name)
  const locked = readLockedVersion(source, name)
  const path = line && /\bpath(?::|\s*=>)\s*["']([^"']+)["']/.exec(line.text)?.[1]
  const written = line?.strings.slice(1).filter((each) => /^[=!<>~]*\s*\d/.test(each)) ?? []
  return { requirements: locked === undefined ? written : [`= ${locked}`], path }
}

/** The gems that a Gemfile puts in the group `jekyll_plugins`, which Jekyll loads unasked. */
export function readPluginGroup(source: string): string[] {
  const names: string[] = []
  let group = false
  for (const raw of readText(source, 'Gemfile').split('\n')) {
    const line = withoutComment(raw)
    if (/^\s*group\b.*\bdo\s*(?:\|.*)?$/.test(line)) group = line.includes(':jekyll_plugins')
    else if (/^\s*end\b/.test(line)) group = false
    const [, name] = /^\s*gem[\s(]+["']([^"']+)["']/.exec(line) ?? []
    const alone = /\bgroups?(?::|\s*=>).*:jekyll_plugins\b/.test(line)
    if (name !== undefined && (group || alone)) names.push(name)
  }
  return names
}

/** Every gem that a Gemfile names. */
export function readGemNames(source: string): string[] {
  return gemLines(readText(source, 'Gemfile')).flatMap(({ strings }) => strings.slice(0, 1))
}

function gemLines(gemfile: string) {
  return gemfile.split('\n').flatMap((raw) => {
    const text = withoutComment(raw)
    if (!/^\s*gem[\s(]/.test(text)) return []
    return [
      { text, strings: Array.from(text.matchAll(/["']([^"']*)["']/g), ([, each = '']) => each) },
    ]
  })
}

/** The version that `Gemfile.lock` holds a gem at; undefined where it has none. */
export function readLockedVersion(source: string, name: string): string | undefined {
  for (const line of readText(source, 'Gemfile.lock').split('\n')) {
    const [, gem, version] = /^ {4}(\S+) \(([^)\s-]+)[^)]*\)\s*$/.exec(line) ?? []
    if (gem === name) return version
  }
  return undefined
}

function withoutComment(line: string): string {
  return /^\s*#/.test(line) ? '' : line
}

function readText(source: string, name: string): string {
  try {
    return readFileSync(join(source, name), 'utf8')
  } catch {
    return '' // a site without one wishes nothing
  }
}
