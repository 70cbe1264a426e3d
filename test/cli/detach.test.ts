/** A server in the background, as a process of its own. */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packageFolder } from '../conformance/compiled.mjs'
import { makeFolder } from './make.ts'

const MAIN = join(packageFolder(), 'cli/main.js')

function serveApart(folder: string, ...more: string[]) {
  return spawnSync(process.execPath, [MAIN, 'serve', '--detach', '--port', '0', ...more], {
    cwd: folder,
    encoding: 'utf8',
  })
}

test('a detached server lives on, and ends when it is told to', async () => {
  const site = makeFolder({ '_config.yml': '', 'index.html': 'home' })
  const { status, stdout, stderr } = serveApart(site.path)
  expect([status, stderr]).toEqual([0, ''])
  const [, url = '', id = ''] =
    /Server address: (.*)\nServer detached with pid '(\d+)'\. Run `kill \2` to stop the server\.\n$/.exec(
      stdout,
    ) ?? []
  onTestFinished(() => void (isAlive(Number(id)) && process.kill(Number(id))))
  expect(await (await fetch(url)).text()).toBe('home')

  process.kill(Number(id), 'SIGTERM')
  await expect.poll(() => fetch(url).then(Boolean, () => false)).toBe(false)
})

test('a detached server that cannot start says why', () => {
  const site = makeFolder({ 'index.html': 'home', a: '', b: '' })
  const { status, stdout, stderr } = serveApart(site.path, '--ssl-cert', 'a', '--ssl-key', 'b')
  expect(status).toBe(1)
  expect(stdout).not.toMatch('detached')
  expect(stderr).toMatch(/Error: The certificate or its key cannot be used: .*no start line/)
})

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}
