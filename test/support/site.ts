/**
 * Sites for tests: files in, files out, by the real parts.
 */

import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import { build } from '../../src/build.ts'
import { loadConfig } from '../../src/config/load.ts'
import { createEngine } from '../../src/engine.ts'
import { Time } from '../../src/util/dates.ts'
import { createLog, type Log } from '../../src/util/log.ts'

/** Contents by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>

export interface BuildOptions {
  /** Configuration keys, as flags set them. */
  readonly flags?: Readonly<Record<string, unknown>>
  /** What `--config` names; `_config.yml` and its like if left out. */
  readonly configFiles?: readonly string[]
  readonly environment?: string
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>
  /** Collects what the build says. */
  readonly log?: Log
}

/** The time of every build here. */
const NOW = Time.at(Date.UTC(2024, 5, 1, 12, 0, 0) / 1000)
const MODIFIED = new Date(Date.UTC(2024, 0, 2, 3, 4, 5))

/** Writes a site into a folder that goes when the test ends, and answers that folder. */
export async function makeSite(files: Files): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'newcomen-test-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
    await utimes(target, MODIFIED, MODIFIED)
  }
  return folder
}

/** Builds a site and answers every file of `_site` as text, by path, in order of paths. */
export async function buildSite(
  files: Files,
  options: BuildOptions = {},
): Promise<Map<string, string>> {
  const folder = await makeSite(files)
  await buildFolder(folder, options)
  return readFolder(join(folder, '_site'))
}

/** Builds the site in a folder, at the time and in the zone of tests. */
export async function buildFolder(folder: string, options: BuildOptions = {}): Promise<void> {
  const { flags = {}, configFiles, environment, env = {}, log = createLog() } = options
  const config = await loadConfig({
    cwd: folder,
    ...(configFiles === undefined ? {} : { configFiles }),
    env: { ...env, ...(environment === undefined ? {} : { JEKYLL_ENV: environment }) },
    flags: { time: NOW, ...flags },
    log,
  })
  await build(await createEngine(config, log))
}

/** Every file below `folder` as text, by path with `/`; empty where there is no such folder. */
export async function readFolder(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    .sort()
  const texts = new Map<string, string>()
  for (const path of paths) texts.set(path, await readFile(join(folder, path), 'utf8'))
  return texts
}
