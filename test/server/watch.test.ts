import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { type Changes, watch } from '../../src/server/watch.ts'
import { createLog } from '../../src/util/log.ts'

/** Watches a site of `files`; `next` waits for the next burst of changes. */
async function watchFiles(files: Record<string, string>, reload = false, since?: number) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-watch-')))
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(files)) put(path, text)

  const load = () => loadConfig({ cwd: folder, log: createLog() })
  let config = await load()
  const told: Changes[] = []
  let waiting: ((changes: Changes) => void) | undefined
  const watcher = await watch({
    config: () => config,
    cwd: folder,
    polling: false,
    since,
    async onChange(changes) {
      if (reload) config = await load().catch(() => config)
      if (waiting) waiting(changes)
      else told.push(changes)
      waiting = undefined
    },
    onError(error) {
      throw error
    },
  })
  onTestFinished(async () => {
    await watcher.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const next = () =>
    new Promise<Changes>((resolve) => {
      const early = told.shift()
      if (early) resolve(early)
      else waiting = resolve
    })
  return { folder, put, next }
}

test('files that change, come and go are told in one burst', async () => {
  const { folder, put, next } = await watchFiles({ 'a.md': 'a', 'b.md': 'b' })
  put('a.md', 'changed')
  put('_posts/2024-01-31-new.md', 'new')
  rmSync(join(folder, 'b.md'))
  expect(await next()).toEqual({
    paths: ['_posts/2024-01-31-new.md', 'a.md', 'b.md'],
    configChanged: false,
  })
})

test('what the site is not made of goes unnoticed', async () => {
  const { put, next } = await watchFiles({
    '_config.yml': 'exclude: [drafts/]\n',
    'a.md': 'a',
    '_site/index.html': '',
    '.git/HEAD': '',
    'drafts/x.md': '',
  })
  put('_site/index.html', 'built')
  put('_site/new/index.html', 'built')
  put('.jekyll-cache/x', 'cached')
  put('.git/HEAD', 'ref')
  put('node_modules/x/index.js', '')
  put('drafts/x.md', 'changed')
  put('.a.md.swp', '')
  put('a.md~', '')
  put('a.md', 'changed')
  expect(await next()).toEqual({ paths: ['a.md'], configChanged: false })
})

test('a changed or a first configuration is told apart', async () => {
  const changed = await watchFiles({ '_config.yml': 'title: A\n' })
  changed.put('_config.yml', 'title: B\n')
  expect(await changed.next()).toEqual({ paths: ['_config.yml'], configChanged: true })

  const first = await watchFiles({ 'a.md': 'a' })
  first.put('_config.yml', 'title: A\n')
  expect(await first.next()).toEqual({ paths: ['_config.yml'], configChanged: true })
})

test('a changed plugin has the plugins read again', async () => {
  const { put, next } = await watchFiles({ '_plugins/a.js': 'export default {}' })
  put('_plugins/a.js', 'export default { name: "a" }')
  expect(await next()).toEqual({ paths: ['_plugins/a.js'], configChanged: true })
})

test('what is no longer excluded is watched from then on', async () => {
  const { put, next } = await watchFiles(
    { '_config.yml': 'exclude: [extra]\n', 'extra/a.md': 'a' },
    true,
  )
  put('_config.yml', 'title: All\n')
  expect((await next()).paths).toEqual(['_config.yml'])
  await sleep(500)
  put('extra/a.md', 'changed')
  expect((await next()).paths).toEqual(['extra/a.md'])
})

test('a source that is removed is watched again when it is back', async () => {
  const { folder, put, next } = await watchFiles({ 'a.md': 'a' })
  rmSync(folder, { recursive: true })
  expect((await next()).paths).toContain('a.md')
  put('a.md', 'back')
  expect((await next()).paths).toContain(folder)
  put('a.md', 'changed')
  expect((await next()).paths).toContain('a.md')
})

test('links in circles and to the output are told of, and nobody goes in', async () => {
  const { folder, put, next } = await watchFiles({ 'a/b.md': 'b', '_site/index.html': '' })
  symlinkSync('..', join(folder, 'a/up'))
  symlinkSync('../_site', join(folder, 'a/out'))
  symlinkSync('self', join(folder, 'a/self'))
  symlinkSync('/nowhere', join(folder, 'a/broken.md'))
  expect((await next()).paths).toEqual(['a/out', 'a/up'])
  await sleep(300)
  put('a/b.md', 'changed')
  put('_site/index.html', 'changed')
  expect((await next()).paths).toEqual(['a/b.md'])
  rmSync(join(folder, 'a/up'))
  expect((await next()).paths).toEqual(['a/up'])
})

test('a folder that is linked from elsewhere is watched', async () => {
  const { folder, put, next } = await watchFiles({ '_config.yml': 'exclude: [store]\n' })
  put('store/posts/a.md', 'a')
  symlinkSync('store/posts', join(folder, '_posts'))
  expect((await next()).paths).toEqual(['_posts', '_posts/a.md'])
  await sleep(300)
  put('store/posts/a.md', 'changed')
  expect((await next()).paths).toEqual(['_posts/a.md'])
})

test('a thousand files at once are few bursts', async () => {
  const { put, next } = await watchFiles({ 'a.md': 'a' })
  for (let number = 0; number < 1000; number++) put(`posts/${number}.md`, 'text')
  const seen = new Set<string>()
  let bursts = 0
  while (seen.size < 1000) {
    for (const path of (await next()).paths) seen.add(path)
    bursts++
  }
  expect(bursts).toBeLessThan(20)
})

test('a file that changes twice in a moment is told of twice', async () => {
  const { put, next } = await watchFiles({ 'a.md': 'a' })
  put('a.md', 'one')
  expect(await next()).toEqual({ paths: ['a.md'], configChanged: false })
  put('a.md', 'two')
  expect(await next()).toEqual({ paths: ['a.md'], configChanged: false })
})

test('what changed before anybody watched is told of', async () => {
  const begun = Date.now() - 10_000
  const { next } = await watchFiles({ 'a.md': 'a' }, false, begun)
  expect(await next()).toEqual({ paths: ['a.md'], configChanged: false })
})
