/**
 * Runs a program to its end: seconds, seconds of CPU, and peak memory.
 *
 * GNU time is asked where it is installed; elsewhere only the wall time is known.
 */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const GNU_TIME = process.platform === 'linux' && existsSync('/usr/bin/time')

/** `{seconds, cpu, megabytes}`; the last two undefined where nobody can tell. */
export function measure(command, args, cwd) {
  const [program, ...words] = GNU_TIME
    ? ['/usr/bin/time', '-f', '\n%U %S %M', command, ...args]
    : [command, ...args]
  const env = { ...process.env, JEKYLL_NO_BUNDLER_REQUIRE: 'true', TZ: 'UTC' }
  const start = process.hrtime.bigint()
  const { status, stderr, stdout } = spawnSync(program, words, { cwd, env, encoding: 'utf8' })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (status !== 0) throw new Error(`${command} failed in ${cwd}:\n${stdout}${stderr}`)
  if (!GNU_TIME) return { seconds, cpu: undefined, megabytes: undefined }
  const [user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { seconds, cpu: user + system, megabytes: kilobytes / 1024 }
}

export function isInstalled(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
