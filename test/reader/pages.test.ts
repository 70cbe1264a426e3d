import { expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { readSite, warningsOf } from './read-site.ts'

test('files with front matter are pages, others are copied', async () => {
  const site = await readSite({
    'about.md': '---\ntitle: About\n---\n\nText\n',
    'bom.md': '\ufeff---\n---\n',
    'style.scss': '---\n---\na {}\n',
    'plain.html': '<p>',
    'empty.txt': '',
    'dashes.txt': '---',
  })
  expect(site.pages).toEqual([
    {
      kind: 'page',
      path: 'about.md',
      url: '/about.html',
      destination: 'about.html',
      data: new Map([['title', 'About']]),
      body: 'Text\n',
      bodyLine: 5,
      extension: '.md',
      outputExtension: '.html',
      name: 'about.md',
      dir: '/',
    },
    expect.objectContaining({ path: 'style.scss', url: '/style.css', outputExtension: '.css' }),
  ])
  expect(site.staticFiles.map(({ url }) => url)).toEqual([
    '/bom.md',
    '/dashes.txt',
    '/empty.txt',
    '/plain.html',
  ])
})

test('a long page is read to its end', async () => {
  const body = 'One line of many.\n'.repeat(5000)
  const site = await readSite({ 'a.md': `---\n---\n${body}` })
  expect(site.pages[0]?.body === body).toBe(true)
})

test('pages are in order of their names, those of one name as folders were walked', async () => {
  const site = await readSite({
    'index.html': '---\n---\n',
    'b/index.html': '---\n---\n',
    'b/a/index.html': '---\n---\n',
    'a/index.html': '---\n---\n',
    'a/zoo.html': '---\n---\n',
    'about.md': '---\n---\n',
  })
  expect(site.pages.map(({ path }) => path)).toEqual([
    'about.md',
    'a/index.html',
    'b/a/index.html',
    'b/index.html',
    'index.html',
    'a/zoo.html',
  ])
})

test('an odd name survives in the output and is escaped in the URL', async () => {
  const site = await readSite({ 'tà/we ird [1].md': '---\n---\n' })
  expect(site.pages.map(({ url, destination, dir }) => [url, destination, dir])).toEqual([
    ['/t%C3%A0/we%20ird%20%5B1%5D.html', 'tà/we ird [1].html', '/t%C3%A0/'],
  ])
})

test('only the page’s own front matter hides it', async () => {
  const site = await readSite({
    '_config.yml': 'defaults:\n- scope: {path: hidden}\n  values: {published: false}\n',
    'hidden.md': '---\n---\n',
    'own.md': '---\npublished: false\n---\n',
    'future.md': '---\ndate: 2030-01-01\n---\n',
  })
  expect(site.pages.map(({ path }) => path)).toEqual(['future.md', 'hidden.md'])
})

test('a null layout stands against defaults, other nulls do not', async () => {
  const site = await readSite({
    '_config.yml': 'defaults:\n- values: {layout: page, theme: dark}\n',
    'a.md': '---\nlayout:\ntheme:\n---\n',
    'b.md': '---\n---\n',
  })
  expect(site.pages.map(({ data }) => [data.get('layout'), data.get('theme')])).toEqual([
    [null, 'dark'],
    ['page', 'dark'],
  ])
})

test('a page may say its path anew', async () => {
  const site = await readSite({ 'a.md': '---\npath: elsewhere.md\n---\n' })
  expect(site.pages.map(({ path, shownPath }) => [path, shownPath])).toEqual([
    ['a.md', 'elsewhere.md'],
  ])
})

test('broken YAML is a warning with its place, and the page goes on', async () => {
  const log = createLog()
  const site = await readSite({ 'a.md': '---\ntitle: x\nb: c: d\n---\nText\n' }, { log })
  expect(site.pages).toMatchObject([{ path: 'a.md', data: new Map(), body: 'Text\n', bodyLine: 5 }])
  expect(log.messages.filter(({ level }) => level === 'warn')).toEqual([
    {
      level: 'warn',
      topic: 'YAML Exception reading',
      text: expect.stringMatching(/^a\.md: ./),
      place: expect.objectContaining({ file: 'a.md', line: 3 }),
    },
  ])
})

test.each([
  ['a list', '---\n- a\n---\n', 'Invalid YAML front matter in a.md'],
  ['a text', '---\njust text\n---\n', 'Invalid YAML front matter in a.md'],
  ['an empty permalink', '---\npermalink: ""\n---\n', 'Invalid permalink in a.md'],
])('%s for front matter ends the build', async (_what, text, message) => {
  await expect(readSite({ 'a.md': text })).rejects.toMatchObject({
    message,
    place: expect.objectContaining({ file: 'a.md' }),
  })
})

test('a page that is not UTF-8 ends the build', async () => {
  await expect(
    readSite({ 'a.md': Buffer.from('---\n---\ncaf\xe9\n', 'latin1') }),
  ).rejects.toMatchObject({ message: 'invalid byte sequence in UTF-8', place: { file: 'a.md' } })
})

test('layouts are named by their path, includes by their whole name', async () => {
  const log = createLog()
  const site = await readSite(
    {
      '_layouts/default.html': '<html>{{ content }}',
      '_layouts/post.html': '---\nlayout: default\n---\n<article>',
      '_layouts/sub/a.b.html': 'x',
      '_layouts/noextension': 'x',
      '_layouts/_hidden.html': 'x',
      '_includes/JB/setup': 'setup',
      '_includes/head.html': '---\na: 1\n---\nhead',
    },
    { log },
  )
  expect([...site.layouts.values()]).toEqual([
    {
      name: 'default',
      path: '_layouts/default.html',
      data: new Map(),
      body: '<html>{{ content }}',
      bodyLine: 1,
    },
    {
      name: 'post',
      path: '_layouts/post.html',
      data: new Map([['layout', 'default']]),
      body: '<article>',
      bodyLine: 4,
    },
    { name: 'sub/a.b', path: '_layouts/sub/a.b.html', data: new Map(), body: 'x', bodyLine: 1 },
  ])
  expect([...site.includes.values()]).toMatchObject([
    { name: 'JB/setup', path: '_includes/JB/setup', body: 'setup' },
    { name: 'head.html', path: '_includes/head.html', body: '---\na: 1\n---\nhead' },
  ])
  expect(warningsOf(log)).toEqual([])
})

test('a null among defaults takes back the layout of a wider scope', async () => {
  const site = await readSite({
    '_config.yml': `defaults:
- {scope: {path: ''}, values: {layout: wide}}
- {scope: {path: sub}, values: {layout: null}}
`,
    'a.md': '---\n---\n',
    'sub/b.md': '---\n---\n',
  })
  expect(site.pages.map(({ data }) => data.get('layout'))).toEqual(['wide', null])
})
