/**
 * What the conformance and benchmark commands run on: `dist/` as it is
 * published, or every module by itself, for those that look at one room.
 */

import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** `dist/`, packed again where `src/` is newer. `NEWCOMEN_DIST` names another folder. */
export function packageFolder() {
  return upToDate('dist', () => run('npm', 'run', '-s', 'compile'))
}

/** The modules one by one, as in `src/`. `NEWCOMEN_DIST` names another folder. */
export function compiledFolder() {
  return upToDate('.compiled/dist', () => {
    run(process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
    copyFileSync(join(ROOT, 'package.json'), join(ROOT, '.compiled/package.json'))
  })
}

function upToDate(folder, compile) {
  if (process.env.NEWCOMEN_DIST) return resolve(process.env.NEWCOMEN_DIST)
  const path = join(ROOT, folder)
  if (newest(join(ROOT, 'src'), '.ts') > newest(path, '.js')) compile()
  return path
}

function run(program, ...words) {
  const { status } = spawnSync(program, words, { cwd: ROOT, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('src/ does not compile')
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
