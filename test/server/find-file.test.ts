import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFile } from '../../src/server/find-file.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-find-')))
const root = join(folder, '_site')
const place = { root, baseurl: '', showFolders: false }
const find = (target: string) => findFile(place, target)

beforeAll(() => {
  const files = [
    '_site/index.html',
    '_site/about.html',
    '_site/tags/index.html',
    '_site/feed/index.xml',
    '_site/both.html',
    '_site/both/index.html',
    '_site/old.xhtml',
    '_site/docs.html',
    '_site/docs/one.txt',
    '_site/a b/ü.txt',
    '_site/.git/HEAD',
    '_site/.htaccess',
    'secret.txt',
  ]
  for (const file of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), file)
  }
  mkdirSync(join(root, 'empty'))
  symlinkSync('../secret.txt', join(root, 'secret.txt'))
  symlinkSync('..', join(root, 'up'))
  symlinkSync('about.html', join(root, 'alias.html'))
})

afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['/', 'index.html'],
  ['/index.html', 'index.html'],
  ['/?page=2', 'index.html'],
  ['/about', 'about.html'],
  ['/about/', 'about.html'],
  ['/about.html?x=/../..', 'about.html'],
  ['/old', 'old.xhtml'],
  ['/tags/', 'tags/index.html'],
  ['/feed/', 'feed/index.xml'],
  ['/both/', 'both/index.html'],
  ['/a%20b/%C3%BC.txt', 'a b/ü.txt'],
  ['//about', 'about.html'],
  ['/./about', 'about.html'],
  ['/docs/', 'docs.html'],
])('%s is the file %s', async (target, path) => {
  expect(await find(target)).toEqual({
    kind: 'file',
    path: join(root, path),
    name: path,
  })
})

test('behind a link within the site, the file has the name it was asked by', async () => {
  expect(await find('/alias.html')).toEqual({
    kind: 'file',
    path: join(root, 'about.html'),
    name: 'alias.html',
  })
})

test('a folder is an answer where listings are wanted', async () => {
  expect(await findFile({ ...place, showFolders: true }, '/tags/')).toEqual({
    kind: 'folder',
    path: join(root, 'tags'),
  })
  expect(await findFile({ ...place, showFolders: true }, '/up/')).toEqual({ kind: 'missing' })
})

test.each([
  ['/tags', '/tags/'],
  ['/both', '/both/'],
  ['/tags?x=1', '/tags/?x=1'],
  ['//tags', '/tags/'],
  ['/a%20b', '/a%20b/'],
])('%s is sent on to %s', async (target, location) => {
  expect(await find(target)).toEqual({
    kind: 'redirect',
    location,
  })
})

test.each([
  ['what is not there', '/nothing'],
  ['a file with a slash', '/about.html/'],
  ['a folder without an index', '/empty/'],
  ['a step out', '/../secret.txt'],
  ['an encoded step out', '/%2e%2e/secret.txt'],
  ['a step out with an encoded slash', '/..%2fsecret.txt'],
  ['a step out behind a folder', '/tags/../../secret.txt'],
  ['a link to a file outside', '/secret.txt'],
  ['a file behind a link to a folder outside', '/up/secret.txt'],
  ['a repository', '/.git/HEAD'],
  ["the web server's own files", '/.htaccess'],
])('%s is missing', async (_what, target) => {
  expect(await find(target)).toEqual({
    kind: 'missing',
  })
})

test.each([
  ['a null byte', '/about.html%00.txt'],
  ['a broken escape', '/%E0%A4%A'],
  ['no path', 'http://example.com/'],
])('%s is malformed', async (_what, target) => {
  expect(await find(target)).toEqual({
    kind: 'malformed',
  })
})

test('the site lives below its baseurl and nowhere else', async () => {
  const find = (target: string) => findFile({ ...place, baseurl: '/blog' }, target)
  expect(await find('/blog/about')).toEqual({
    kind: 'file',
    path: join(root, 'about.html'),
    name: 'about.html',
  })
  expect(await find('/blog')).toEqual({ kind: 'redirect', location: '/blog/' })
  expect(await find('/about')).toEqual({ kind: 'missing' })
  expect(await find('/blogger')).toEqual({ kind: 'missing' })
})
