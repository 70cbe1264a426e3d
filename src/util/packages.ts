/** Packages of npm: our own that few sites need, and those that a site has installed for itself. */

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * One of our dependencies, loaded where it is first used, and at once, since
 * reading and rendering do not wait. The caller says its type.
 */
export const loadPackage: (name: string) => unknown = createRequire(import.meta.url)

/** The file that `name` leads to from the folder `source`; undefined where none is installed. */
export function findPackage(name: string, source: string): string | undefined {
  try {
    return createRequire(join(source, 'package.json')).resolve(name)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return undefined
    throw error
  }
}

/** What a package exports by default, also one that was made from an ES module for `require`. */
export async function importDefault(file: string): Promise<unknown> {
  const module: { readonly default?: unknown } = await import(pathToFileURL(file).href)
  const exported = module.default
  const isWrapped = typeof exported === 'object' && exported !== null && 'default' in exported
  return isWrapped ? exported.default : exported
}

/**
 * A module in TypeScript, together with what it imports, on a Node that reads none
 * by itself; undefined where the package `jiti`, which does, is not installed at `source`.
 */
export async function importTypeScript(file: string, source: string): Promise<unknown> {
  const jiti = findPackage('jiti', source)
  if (jiti === undefined) return undefined
  const { createJiti }: Jiti = await import(pathToFileURL(jiti).href)
  return createJiti(source, { fsCache: false, moduleCache: false }).import(file)
}

interface Jiti {
  createJiti(
    base: string,
    options: Readonly<Record<string, boolean>>,
  ): { import(file: string): Promise<unknown> }
}
