import { expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { documentsOf, readSite, warningsOf } from './read-site.ts'

test('a post has a date, a title, terms and a URL', async () => {
  const site = await readSite({
    '_posts/2024-01-31-hello-WORLD.md':
      '---\nlayout: post\ntags: one two\ncategory: Deep Sea\n---\n\nText\n',
  })
  const [post] = documentsOf(site, 'posts')
  expect(post).toMatchObject({
    kind: 'document',
    collection: 'posts',
    path: '_posts/2024-01-31-hello-WORLD.md',
    relativePath: '_posts/2024-01-31-hello-WORLD.md',
    url: '/deep%20sea/2024/01/31/hello-WORLD.html',
    destination: 'deep sea/2024/01/31/hello-WORLD.html',
    body: 'Text\n',
    bodyLine: 7,
    extension: '.md',
    outputExtension: '.html',
    slug: 'hello-WORLD',
    draft: false,
    categories: ['Deep Sea'],
    tags: ['one', 'two'],
    written: true,
  })
  expect([...post!.data].map(([key, value]) => [key, String(value)])).toEqual([
    ['draft', 'false'],
    ['categories', 'Deep Sea'],
    ['layout', 'post'],
    ['tags', 'one,two'],
    ['category', 'Deep Sea'],
    ['date', '2024-01-31 00:00:00 +0000'],
    ['title', 'Hello World'],
    ['slug', 'hello-WORLD'],
    ['ext', '.md'],
  ])
})

test('folders above _posts are categories, those below are not', async () => {
  const site = await readSite({
    'sky/Deep Space/_posts/inner/2024-01-01-a.md': '---\ncategories: sky star\n---\n',
  })
  expect(documentsOf(site, 'posts').map(({ categories, url }) => [categories, url])).toEqual([
    [['sky', 'Deep Space', 'star'], '/sky/deep%20space/star/2024/01/01/a.html'],
  ])
})

test('posts are in order of date, then path', async () => {
  const site = await readSite({
    '_posts/2024-01-02-a.md': '---\ndate: 2024-01-01 10:00:00\n---\n',
    '_posts/2024-01-01-b.md': '---\n---\n',
    '_posts/2024-01-01-a.md': '---\n---\n',
    'z/_posts/2023-12-31-z.md': 'without front matter',
  })
  expect(documentsOf(site, 'posts').map(({ path }) => path)).toEqual([
    'z/_posts/2023-12-31-z.md',
    '_posts/2024-01-01-a.md',
    '_posts/2024-01-01-b.md',
    '_posts/2024-01-02-a.md',
  ])
})

test('texts without a date in their name are no posts, and that is said', async () => {
  const log = createLog()
  const site = await readSite(
    {
      '_posts/notes.md': '---\n---\n',
      '_posts/2024-01-01-noextension': '',
      '_posts/_2024-01-01-hidden.md': '---\n---\n',
      '_posts/.2024-01-01-dot.md': '---\n---\n',
      '_posts/2024-01-01-backup.md~': '---\n---\n',
      '_posts/2024-01-01-data.yml': 'a: 1',
      '_posts/2024-01-01-trip/photo.md': '---\n---\n',
    },
    { log },
  )
  expect(documentsOf(site, 'posts')).toEqual([])
  expect(warningsOf(log)).toEqual([
    'Skipping: _posts/2024-01-01-trip/photo.md has no date in its name; call it YYYY-MM-DD-photo.md to make it a post.',
    'Skipping: _posts/notes.md has no date in its name; call it YYYY-MM-DD-notes.md to make it a post.',
  ])
})

test('a date with a zone becomes one of the site’s zone, which moves the day', async () => {
  const site = await readSite(
    { '_posts/2024-03-04-a.md': '---\ndate: 2024-03-04 23:30:00 -0500\n---\n' },
    { flags: { timezone: 'Europe/Berlin' } },
  )
  const [post] = documentsOf(site, 'posts')
  expect([String(post?.date), post?.url]).toEqual([
    '2024-03-05 05:30:00 +0100',
    '/2024/03/05/a.html',
  ])
})

test('a date that cannot be ends the build', async () => {
  await expect(readSite({ '_posts/2024-19-04-x.md': '---\n---\n' })).rejects.toMatchObject({
    message:
      "Invalid date '2024-19-04': Document '_posts/2024-19-04-x.md' does not have a valid date in the filename.",
    place: { file: '_posts/2024-19-04-x.md' },
  })
  await expect(
    readSite({ '_posts/2024-01-04-x.md': '---\ndate: soon\n---\n' }),
  ).rejects.toMatchObject({
    message:
      "Invalid date 'soon': Document '_posts/2024-01-04-x.md' does not have a valid date in the YAML front matter.",
  })
})

test('future posts are skipped with a notice, or kept when asked for', async () => {
  const files = { '_posts/2030-01-01-x.md': '---\n---\n', '_posts/2020-01-01-y.md': '---\n---\n' }
  const log = createLog()
  expect(documentsOf(await readSite(files, { log }), 'posts').map(({ slug }) => slug)).toEqual([
    'y',
  ])
  expect(warningsOf(log)).toEqual(['Skipping: _posts/2030-01-01-x.md has a future date'])

  const all = await readSite(files, { flags: { future: true } })
  expect(documentsOf(all, 'posts').map(({ slug }) => slug)).toEqual(['y', 'x'])
})

test('unpublished posts are skipped in silence', async () => {
  const files = {
    '_posts/2020-01-01-a.md': '---\npublished: false\n---\n',
    '_posts/2020-01-01-b.md': '---\npublished:\n---\n',
    '_posts/2020-01-01-c.md': '---\npublished: true\n---\n',
  }
  const slugs = async (flags: object) =>
    documentsOf(await readSite(files, { flags: { ...flags } }), 'posts').map(({ slug }) => slug)
  expect(await slugs({})).toEqual(['c'])
  expect(await slugs({ unpublished: true })).toEqual(['a', 'b', 'c'])
})

test('limit_posts keeps the newest', async () => {
  const files = {
    '_posts/2020-01-01-a.md': '---\n---\n',
    '_posts/2020-01-02-b.md': '---\n---\n',
    '_posts/2020-01-03-c.md': '---\n---\n',
  }
  const site = await readSite(files, { flags: { limit_posts: 2 } })
  expect(documentsOf(site, 'posts').map(({ slug }) => slug)).toEqual(['b', 'c'])
})

test('drafts have the date of their file unless they say another', async () => {
  const files = {
    '_drafts/idea.md': '---\n---\n',
    'sky/_drafts/2020-05-05-dated.md': '---\n---\n',
    '_drafts/own.md': '---\ndate: 2019-01-01\n---\n',
  }
  expect(documentsOf(await readSite(files), 'posts')).toEqual([])
  const site = await readSite(files, { flags: { show_drafts: true } })
  expect(
    documentsOf(site, 'posts').map(({ url, date, draft }) => [url, String(date), draft]),
  ).toEqual([
    ['/2019/01/01/own.html', '2019-01-01 00:00:00 +0000', true],
    ['/sky/2020/05/05/dated.html', '2020-05-05 00:00:00 +0000', true],
    ['/2024/01/02/idea.html', '2024-01-02 03:04:05 +0000', true],
  ])
})

test('a post with broken YAML is told of and goes on without its values', async () => {
  const log = createLog()
  const site = await readSite(
    { '_posts/2024-01-01-a.md': '---\ntitle: x\nb: c: d\n---\nText\n' },
    { log },
  )
  const [post] = documentsOf(site, 'posts')
  expect(post).toMatchObject({
    url: '/2024/06/01/2024-01-01-a.html',
    slug: '2024-01-01-a',
    body: 'Text\n',
  })
  expect(post?.data.has('title')).toBe(false)
  expect(log.messages.filter(({ level }) => level === 'error')).toEqual([
    {
      level: 'error',
      topic: 'Error:',
      text: expect.stringContaining('YAML Exception reading _posts/2024-01-01-a.md: '),
      place: expect.objectContaining({ file: '_posts/2024-01-01-a.md', line: 3 }),
    },
  ])
})

test('strict_front_matter ends the build at broken YAML', async () => {
  await expect(
    readSite(
      { '_posts/2024-01-01-a.md': '---\nb: c: d\n---\nText\n' },
      { flags: { strict_front_matter: true } },
    ),
  ).rejects.toMatchObject({
    message: expect.stringContaining('YAML Exception reading _posts/2024-01-01-a.md: '),
    place: expect.objectContaining({ file: '_posts/2024-01-01-a.md', line: 2 }),
  })
})

test('a post that is not UTF-8 is left out with a word about it', async () => {
  const log = createLog()
  const site = await readSite(
    { '_posts/2024-01-01-latin.md': Buffer.from('---\n---\ncaf\xe9\n', 'latin1') },
    { log },
  )
  expect(documentsOf(site, 'posts')).toEqual([])
  expect(warningsOf(log)).toEqual([
    'Error: could not read file _posts/2024-01-01-latin.md: invalid byte sequence in UTF-8',
  ])
})

test('the encoding of the configuration is obeyed', async () => {
  const site = await readSite(
    { '_posts/2024-01-01-latin.md': Buffer.from('---\n---\ncaf\xe9\n', 'latin1') },
    { flags: { encoding: 'iso-8859-1' } },
  )
  expect(documentsOf(site, 'posts').map(({ body }) => body)).toEqual(['café\n'])
})

test('front matter cannot reach prototypes', async () => {
  const site = await readSite({
    '_posts/2024-01-01-a.md': '---\n__proto__: {polluted: 1}\nconstructor: x\n---\n',
  })
  const [post] = documentsOf(site, 'posts')
  expect(post?.data.get('__proto__')).toEqual(new Map([['polluted', 1]]))
  expect('polluted' in {}).toBe(false)
})

test('a permalink of its own is a template', async () => {
  const site = await readSite({
    '_posts/2024-01-01-a.md': '---\npermalink: /:year/:slug.php\n---\n',
    '_posts/2024-01-02-b.md': '---\npermalink: pretty\n---\n',
  })
  expect(documentsOf(site, 'posts').map(({ url, destination }) => [url, destination])).toEqual([
    ['/2024/a.php', '2024/a.php'],
    ['/pretty', 'pretty.html'],
  ])
})

test('defaults lie under front matter, and their categories add up', async () => {
  const site = await readSite({
    '_config.yml':
      'defaults:\n- scope: {path: "", type: posts}\n  values: {layout: post, categories: [base], meta: {a: 1, b: 1}}\n',
    '_posts/2024-01-01-a.md': '---\ncategories: own\nmeta: {b: 2}\n---\n',
  })
  const [post] = documentsOf(site, 'posts')
  expect(post?.categories).toEqual(['base', 'own'])
  expect(post?.data.get('layout')).toBe('post')
  expect(post?.data.get('meta')).toEqual(
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
  )
})

test('where the future is allowed, drafts without a date stand before all posts, by path', async () => {
  const files = {
    '_config.yml': 'future: true\nshow_drafts: true\n',
    '_drafts/b.md': '---\n---\n',
    '_drafts/a.md': '---\n---\n',
    '_drafts/own.md': '---\ndate: 2021-01-01\n---\n',
    '_posts/2020-05-05-post.md': '---\n---\n',
  }
  const site = await readSite(files)
  expect(documentsOf(site, 'posts').map(({ slug }) => slug)).toEqual(['a', 'b', 'post', 'own'])
})
