import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createDice, EDITED_SITE, edit } from '../support/edits.ts'
import { readFolder } from '../support/site.ts'
import { makeFolder } from './make.ts'

/** With the moment and the address that both builds are to see. */
const SITE = {
  ...EDITED_SITE,
  '_config.yml': `${EDITED_SITE['_config.yml']}\ntime: 2024-06-01 12:00:00 +0000\n`.replace(
    'https://blog.example',
    'http://localhost:0',
  ),
}

test('500 edits at speed while serving: what is served is a clean build', async () => {
  const site = makeFolder(SITE)
  const serving = site.start(['serve', '--port', '0', '--quiet'])
  while (!site.list().includes('_site')) await sleep(50)
  await sleep(500)

  const dice = createDice(7)
  for (let edits = 0; edits < 500; edits++) {
    edit(site.path, dice)
    if (dice(3) === 0) await sleep(dice(20))
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
  const { status, err } = await serving.stop()
  expect([status, err]).toEqual([0, ''])
}, 120_000)

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
