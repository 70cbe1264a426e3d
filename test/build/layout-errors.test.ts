import { expect, test } from 'vitest'
import { SiteError } from '../../src/util/errors.ts'
import { createLog } from '../../src/util/log.ts'
import { buildSite } from '../support/site.ts'

test('an error in a layout names the layout, its line and the page it was around', async () => {
  const error = await buildSite({
    '_layouts/base.html': '---\nhue: red\n---\n<b>\n{{ content | divided_by: 0 }}\n',
    'about.html': '---\nlayout: base\n---\n1',
  }).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(SiteError)
  expect(error).toMatchObject({
    message: 'Liquid error (line 2): divided by 0',
    place: { file: '_layouts/base.html', line: 5, column: 1 },
    sourceLine: '{{ content | divided_by: 0 }}',
    trail: [{ file: 'about.html' }],
  })
})

test('a missing layout is a warning that names one like it', async () => {
  const log = createLog()
  const files = { '_layouts/post.html': '{{ content }}', 'a.html': '---\nlayout: pots\n---\n' }
  await buildSite(files, { log })
  const warnings = log.messages.filter(({ topic }) => topic === 'Build Warning:')
  expect(warnings.map(({ text }) => text)).toEqual([
    "Layout 'pots' requested in a.html does not exist. Did you mean 'post'?",
  ])
})

test('lax markup of an include is warned of once, however many pages have it', async () => {
  const log = createLog()
  const page = '---\n---\n{% include a.html %}'
  await buildSite({ '_includes/a.html': '{{ 5 + 3 }}', 'a.html': page, 'b.html': page }, { log })
  const warnings = log.messages.filter(({ topic }) => topic === 'Liquid Warning:')
  expect(warnings.map(({ place }) => place)).toEqual([
    { file: '_includes/a.html', line: 1, column: 1 },
  ])
})
