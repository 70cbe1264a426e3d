import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { coreConverters } from '../../src/converters/core.ts'
import type { Page } from '../../src/site.ts'
import { createVirtualPage } from '../../src/urls/virtual-page.ts'
import { createLog } from '../../src/util/log.ts'
import { type Hash, toHash } from '../../src/util/values.ts'
import { buildSite } from '../support/site.ts'

async function makePage(path: string, data?: Hash, flags: object = {}): Promise<Page> {
  const log = createLog()
  const config = await loadConfig({ cwd: '/nowhere', env: {}, flags: { ...flags }, log })
  return createVirtualPage(config, await coreConverters(config, log, undefined), path, 'body', data)
}

test('the path gives the URL', async () => {
  expect(await makePage('tags/deep sea/index.html')).toEqual({
    kind: 'page',
    path: 'tags/deep sea/index.html',
    url: '/tags/deep%20sea/',
    destination: 'tags/deep sea/index.html',
    data: new Map(),
    body: 'body',
    bodyLine: 1,
    extension: '.html',
    outputExtension: '.html',
    name: 'index.html',
    dir: '/tags/deep%20sea/',
  })
})

test('a permalink in its data beats the path', async () => {
  const page = await makePage('x.html', toHash({ permalink: '/a/b.json' }))
  expect([page.url, page.destination, page.outputExtension]).toEqual([
    '/a/b.json',
    'a/b.json',
    '.json',
  ])
})

test('the permalink style and defaults apply as to any page', async () => {
  const flags = {
    permalink: 'pretty',
    defaults: [{ scope: { path: 'tags', type: 'pages' }, values: { layout: 'tag' } }],
  }
  const page = await makePage('/tags/x.md', undefined, flags)
  expect([page.path, page.url, page.data.get('layout')]).toEqual(['tags/x.md', '/tags/x/', 'tag'])
})

test('a layout that null takes back is not used, and templates see it all the same', async () => {
  const output = await buildSite({
    '_config.yml':
      "defaults: [{scope: {path: ''}, values: {layout: frame}}]\nplugins: [jekyll-sitemap]\n",
    '_layouts/frame.html': '<{{ content }}>',
    'a.txt': '---\nlayout: null\n---\n{{ page.layout }}',
    'b.txt': '---\n---\n{% for p in site.pages %}{{ p.url }} {{ p.layout }} {% endfor %}',
  })
  expect(output.get('a.txt')).toBe('frame')
  expect(output.get('b.txt')).toBe(
    '</a.txt frame /b.txt frame /sitemap.xml frame /robots.txt frame >',
  )
})
