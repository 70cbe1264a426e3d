import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { type Changes, watch } from '../../src/server/watch.ts'
import { createLog } from '../../src/util/log.ts'

/** Watches a site of `files`; `next` waits for the next burst of changes. */
async function watchFiles(files: Record<string, string>) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-watch-')))
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(files)) put(path, text)

  const config = await loadConfig({ cwd: folder, log: createLog() })
  const told: Changes[] = []
  let waiting: ((changes: Changes) => void) | undefined
  const watcher = await watch({
    config: () => config,
    cwd: folder,
    polling: false,
    async onChange(changes) {
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
