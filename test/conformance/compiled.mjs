/**
 * The compiled package, which the conformance and benchmark commands run on.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** `NEWCOMEN_DIST` names another folder; else `dist/`, compiled again where `src/` is newer. */
export function compiledFolder() {
  if (process.env.NEWCOMEN_DIST) return resolve(process.env.NEWCOMEN_DIST)
  const dist = join(ROOT, 'dist')
  if (newest(join(ROOT, 'src'), '.ts') > newest(dist, '.js')) {
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
    const options = { cwd: ROOT, stdio: ['ignore', 2, 2] }
    const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], options)
    if (status !== 0) throw new Error('src/ does not compile')
  }
  return dist
}

/** A module of the compiled package, such as `cli/run.js`. */
export function load(folder, path) {
  return import(pathToFileURL(join(folder, path)).href)
}

function newest(folder, extension) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(extension))
    .reduce((latest, path) => Math.max(latest, statSync(join(folder, path)).mtimeMs), 0)
}
