import { expect, test } from 'vitest'
import { makeFolder } from './make.ts'

test.each([
  [
    'draft',
    ['draft', 'My idea: part 1'],
    '_drafts/my-idea-part-1.md',
    "layout: post\ntitle: 'My idea: part 1'\n",
  ],
  [
    'page',
    ['page', 'About', 'us', '-x', 'html'],
    'about-us.html',
    'layout: page\ntitle: About us\n',
  ],
  [
    'post',
    ['post', 'Yes', '-d', '2021-02-03', '-l', 'wide'],
    '_posts/2021-02-03-yes.md',
    "layout: wide\ntitle: 'Yes'\ndate: 2021-02-03 00:00 +0000\n",
  ],
  [
    'compose',
    ['compose', 'A saw', '-c', 'tools', '--date', '2021-02-03', '--timestamp-format', '%Y'],
    '_tools/a-saw.md',
    "layout: post\ntitle: A saw\ndate: '2021'\n",
  ],
])('%s makes a file named for its title', async (_command, words, path, data) => {
  const folder = makeFolder()
  const { status, err } = await folder.run(words)
  expect([status, err]).toEqual([0, ''])
  expect(folder.read(path)).toBe(`---\n${data}---\n`)
})

test('values of every kind may be given for new posts, and lie in collections_dir', async () => {
  const folder = makeFolder({
    '_config.yml': `collections_dir: gather
jekyll_compose:
  default_front_matter:
    posts: {layout: wide, tags: [a, 'b: c'], author: {name: Ada, born: 1815-12-10}, draft: true, x: }
`,
  })
  await folder.run(['post', 'Hi', '-d', '2021-02-03'])
  expect(folder.read('gather/_posts/2021-02-03-hi.md')).toBe(`---
layout: wide
title: Hi
date: 2021-02-03 00:00 +0000
tags:
- a
- 'b: c'
author:
  name: Ada
  born: 1815-12-10
draft: true
x:
---
`)
})

test('a file that is there is left alone', async () => {
  const folder = makeFolder({ '_drafts/my-idea.md': 'x' })
  expect(await folder.run(['draft', 'My idea'])).toEqual({
    status: 0,
    out: '',
    err: '                    A draft already exists at _drafts/my-idea.md\n',
  })
  expect(folder.read('_drafts/my-idea.md')).toBe('x')
})

const DRAFT = `---
# As I like it
tags:
  - one   # two blanks
title: "Old name"
date: |
  2021-02-03

  10:00
layout: post
...
body
`

test('unpublish and publish change the date and nothing else', async () => {
  const folder = makeFolder({ '_posts/2021-02-03-old.md': DRAFT })
  const gone = await folder.run(['unpublish', '_posts/2021-02-03-old.md'])
  expect(gone.out).toBe(
    '                    Post _posts/2021-02-03-old.md was moved to _drafts/old.md\n',
  )
  const withoutDate = `---
# As I like it
tags:
  - one   # two blanks
title: "Old name"
layout: post
...
body
`
  expect(folder.read('_drafts/old.md')).toBe(withoutDate)
  await folder.run(['publish', '_drafts/old.md', '--date', '2022-03-04'])
  expect(folder.read('_posts/2022-03-04-old.md')).toBe(
    withoutDate.replace('...', 'date: 2022-03-04 00:00 +0000\n...'),
  )
  expect(folder.files()).toEqual(['_posts/2022-03-04-old.md'])
})

test('front matter in one line is written anew', async () => {
  const folder = makeFolder({ '_drafts/old.md': '---\n{title: Old, tags: [a]}\n---\nbody\n' })
  await folder.run(['rename', '_drafts/old.md', 'New name'])
  expect(folder.read('_drafts/new-name.md')).toBe('---\ntitle: New name\ntags:\n- a\n---\nbody\n')
})

test('rename keeps the day of a post, or takes the one that is given', async () => {
  const folder = makeFolder({ '_posts/2021-02-03-old.md': '---\ntitle: Old\n---\n' })
  await folder.run(['rename', '_posts/2021-02-03-old.md', 'New'])
  expect(folder.files()).toEqual(['_posts/2021-02-03-new.md'])
  await folder.run(['rename', '_posts/2021-02-03-new.md', 'New', '--date', '2022-01-01'])
  expect(folder.files()).toEqual(['_posts/2022-01-01-new.md'])
  expect(folder.read('_posts/2022-01-01-new.md')).toBe(
    '---\ntitle: New\ndate: 2022-01-01 00:00 +0000\n---\n',
  )
})

test.each([
  [['publish', '_drafts/none.md'], 0, "There was no draft found at '_drafts/none.md'."],
  [['publish'], 1, 'You must specify a draft path.'],
  [['rename', 'a.md'], 1, 'You must specify current path and the new title.'],
  [['draft', '!?'], 1, "No file name can be made of '!?'."],
  [
    ['compose', 'x', '--post', '--draft'],
    1,
    'You can only specify one of --post, --draft, or --collection COLLECTION.',
  ],
  [['compose', 'x', '-c', '../up'], 1, "'../up' cannot be the name of a collection."],
])('%j is told of', async (words, status, text) => {
  const folder = makeFolder()
  const outcome = await folder.run(words)
  expect(outcome.status).toBe(status)
  expect(outcome.err).toContain(text)
  expect(folder.files()).toEqual([])
})
