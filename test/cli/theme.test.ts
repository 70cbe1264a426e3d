import { expect, test } from 'vitest'
import { makeCache, makeGem, serveGem } from '../themes/make-archive.ts'
import { makeFolder } from './make.ts'

test('theme add fetches a theme, and theme path and list find it', async () => {
  const gem = makeGem([{ path: '_layouts/default.html', text: 'x' }])
  const { address } = await serveGem(gem)
  const cache = makeCache()
  const env = { NEWCOMEN_GEM_INDEX: address, NEWCOMEN_CACHE: cache, HOME: cache }
  const site = makeFolder({ '_config.yml': 'theme: tea\n', '_themes/pot/_layouts/a.html': 'x' })

  expect((await site.run(['theme', 'add', 'tea'], env)).out).toContain(`${cache}/gems/tea-1.2.0\n`)
  const offline = { ...env, NEWCOMEN_OFFLINE: '1' }
  expect((await site.run(['theme', 'path'], offline)).out).toContain(`${cache}/gems/tea-1.2.0\n`)
  const { out } = await site.run(['theme', 'list'], offline)
  const lines = out.split('\n').map((line) => line.trim().split(/\s+/).join(' '))
  expect(lines).toContain(`tea 1.2.0 ${cache}/gems/tea-1.2.0`)
  expect(lines).toContain('pot <SITE>/_themes/pot')
})

test('theme without a word that it knows says which there are', async () => {
  const { err, status } = await makeFolder().run(['theme', 'buy'])
  expect(status).toBe(1)
  expect(err).toContain('newcomen theme add NAME')
})
