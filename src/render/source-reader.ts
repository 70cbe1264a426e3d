/**
 * Reads files of the source for `include_relative`, each once.
 *
 * The danger is a path that leads out: `..` is refused by the tag, a symbolic
 * link here, by comparing real paths.
 */

import { readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A function from a path relative to `source` to that file's text. */
export function sourceReader(source: string): (path: string) => string | undefined {
  const texts = new Map<string, string | undefined>()
  let root: string | undefined

  return (path) => {
    if (texts.has(path)) return texts.get(path)
    root ??= realpathSync(source)
    const text = readWithin(root, join(source, path))
    texts.set(path, text)
    return text
  }
}

function readWithin(root: string, file: string): string | undefined {
  try {
    const real = realpathSync(file)
    if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined
    return readFileSync(real, 'utf8')
  } catch {
    // Absent, a folder, or unreadable: all the same to the tag, which names the file.
    return undefined
  }
}
