/** A server that runs all day, as a process of its own. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { packageFolder } from '../conformance/compiled.mjs'
import { createDice, EDITED_SITE, edit } from '../support/edits.ts'
import { readFolder } from '../support/site.ts'
import { type Folder, makeFolder } from './make.ts'

/** With the moment and the address that both builds are to see. */
const SITE = {
  ...EDITED_SITE,
  '_config.yml': `${EDITED_SITE['_config.yml']}\ntime: 2024-06-01 12:00:00 +0000\n`.replace(
    'https://blog.example',
    'http://localhost:0',
  ),
}

/** Tells on request how many bytes are in use once nothing is left to be collected. */
const GAUGE = `
if (require('node:worker_threads').isMainThread) {
  process.on('message', () => {
    global.gc()
    process.send(process.memoryUsage().heapUsed)
  })
  process.channel.unref()
}
`

test('500 edits at speed while serving: what is served is a clean build, and no memory is lost', async () => {
  const site = makeFolder(SITE)
  const server = startServer(site)
  while (!site.list().includes('_site')) await sleep(50)
  await sleep(500)

  const dice = createDice(7)
  const used: number[] = []
  for (let edits = 1; edits <= 500; edits++) {
    edit(site.path, dice)
    if (dice(3) === 0) await sleep(dice(20))
    if (edits % 100 > 0) continue
    await sleep(500)
    used.push(await server.memory())
  }
  const served = await settled(site.path)
  await sleep(500)
  expect(await readFolder(`${site.path}/_site`)).toEqual(served)

  expect(await site.run(['build', '--quiet', '-d', '_anew', '--config', '_config.yml'])).toEqual({
    status: 0,
    out: '',
    err: '',
  })
  expect(served).toEqual(await readFolder(`${site.path}/_anew`))
  const [first = 0, ...later] = used
  expect(Math.max(...later)).toBeLessThan(1.2 * first)
  expect(await server.stop()).toEqual({ status: 0, err: '' })
}, 120_000)

function startServer(site: Folder) {
  const { path } = makeFolder({ 'gauge.cjs': GAUGE })
  const main = join(packageFolder(), 'cli/main.js')
  const words = ['--expose-gc', '--require', join(path, 'gauge.cjs'), main]
  const server = spawn(process.execPath, [...words, 'serve', '--port', '0', '--quiet'], {
    cwd: site.path,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  onTestFinished(() => void server.kill('SIGKILL'))
  let err = ''
  server.stderr?.on('data', (text) => {
    err += text
  })
  return {
    async memory(): Promise<number> {
      server.send('how much?')
      for (;;) {
        const [said] = await once(server, 'message')
        if (typeof said === 'number') return said
      }
    },
    async stop() {
      server.kill('SIGINT')
      const [status] = await once(server, 'exit')
      return { status, err }
    },
  }
}

/** The output, once it has not changed for a while. */
async function settled(folder: string): Promise<Map<string, string>> {
  let before = ''
  for (;;) {
    await sleep(1500)
    const files = await readFolder(`${folder}/_site`)
    const now = JSON.stringify([...files])
    if (now === before) return files
    before = now
  }
}
