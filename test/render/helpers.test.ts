/**
 * Helper threads need compiled files, so these tests run on the compiled
 * package, which `npm test` makes first.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type * as EngineModule from '../../src/engine.ts'
import type * as IndexModule from '../../src/index.ts'
import type * as ReadModule from '../../src/reader/read.ts'
import type * as ReadingModule from '../../src/reader/reading.ts'
import type * as HelpersModule from '../../src/render/helpers.ts'
import type * as RenderModule from '../../src/render/render.ts'
import { compiledFolder, load } from '../conformance/compiled.mjs'
import { type Files, makeSite } from '../support/site.ts'

const POSTS = 300

function blog(files: Files = {}): Files {
  const posts = Array.from({ length: POSTS }, (_, number) => [
    `_posts/2024-01-${String((number % 28) + 1).padStart(2, '0')}-post-${number}.md`,
    `---\ntitle: Post ${number}\nlayout: post\ntags: [t${number % 7}]\n---\nText *${number}* of {{ page.title }}.\n`,
  ])
  return {
    '_layouts/post.html': '<h1>{{ page.title }}</h1>{{ content }}{{ page.previous.title }}',
    'index.html': '---\n---\n{% for p in site.posts %}{{ p.content }}{% endfor %}',
    ...Object.fromEntries(posts),
    ...files,
  }
}

async function renderTwice(files: Files) {
  const dist = compiledFolder()
  const part = <Module>(path: string) => load(dist, path) as Promise<Module>
  const { createEngine, createLog, loadConfig } = await part<typeof IndexModule>('index.js')
  const { generate } = await part<typeof EngineModule>('engine.js')
  const { read } = await part<typeof ReadModule>('reader/read.js')
  const { currentTime } = await part<typeof ReadingModule>('reader/reading.js')
  const { startHelpers } = await part<typeof HelpersModule>('render/helpers.js')
  const { render } = await part<typeof RenderModule>('render/render.js')

  const log = createLog()
  const config = await loadConfig({ cwd: await makeSite(files), env: { TZ: 'UTC' }, log })
  const engine = await createEngine(config, log)
  const now = currentTime(config)
  const { site } = await read(engine, now)
  await generate(engine, site)
  const alone = render(engine, site)

  const helpers = startHelpers(engine, now)
  if (!helpers) return { alone, helped: undefined, byHelpers: 0 }
  const items = [...site.collections.values()].flatMap(({ documents }) => documents)
  const share = helpers.share([...items, ...site.pages])
  const last = items.length - 1
  for (let tries = 0; tries < 100 && !share.wait(last); tries++) await sleep(50)
  const helped = render(engine, site, { helpers: { share: () => share, dismiss: () => {} } })
  const byHelpers = items.filter((_, index) => share.wait(index)).length
  helpers.dismiss()
  return { alone, helped, byHelpers }
}

test('helpers make the same of a site as one thread alone', async () => {
  const { alone, byHelpers, helped } = await renderTwice(blog())
  expect(byHelpers).toBe(POSTS)
  expect(helped).toEqual(alone)
}, 60_000)

test('a post that shows the content of an earlier one is left to the first thread', async () => {
  const files = { '_layouts/post.html': '{{ content }}|{{ page.previous.content }}' }
  const { alone, helped } = await renderTwice({
    ...blog(),
    ...files,
    '_posts/2024-02-01-last.md': '---\n---\nLast\n',
  })
  expect(helped).toEqual(alone)
  expect(alone.get('_posts/2024-01-01-post-28.md')?.output).toBe(
    '<p>Text <em>28</em> of Post 28.</p>\n|<p>Text <em>252</em> of Post 252.</p>\n',
  )
}, 60_000)

test('a small site gets no helpers, and neither does one with a plugin that does not allow it', async () => {
  expect((await renderTwice({ 'a.md': '---\n---\nA\n' })).helped).toBeUndefined()
  const plugin = 'export default { name: "counter", filters: { count: () => 1 } }'
  expect((await renderTwice(blog({ '_plugins/counter.mjs': plugin }))).helped).toBeUndefined()
}, 60_000)
