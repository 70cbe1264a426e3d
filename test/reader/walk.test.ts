import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Site } from '../../src/site.ts'
import { makeSite } from '../support/site.ts'
import { documentsOf, readFolder, readSite } from './read-site.ts'

function filesOf(site: Site): string[] {
  return [...site.pages, ...site.staticFiles].map(({ path }) => path).sort()
}

test('hidden names are left out at every depth, unless included', async () => {
  const site = await readSite({
    '_config.yml': 'include: [.htaccess, _keep, .well-known]\n',
    '.htaccess': 'x',
    'a/.htaccess': 'x',
    '.env': 'x',
    'a/#x': 'x',
    'a/~x': 'x',
    'a/x~': 'x',
    'a/_x/y': 'x',
    '_keep/y': 'x',
    '_keep/_z': 'x',
    'a/.well-known/y': 'x',
    'a/y': 'x',
  })
  expect(filesOf(site)).toEqual(['.htaccess', '_keep/y', 'a/.htaccess', 'a/.well-known/y', 'a/y'])
})

test('exclude takes globs, prefixes and folders, and include beats it', async () => {
  const site = await readSite({
    '_config.yml':
      'exclude: [doc, "*.bak", /abs.txt, "sub/*/c.txt", dir/]\ninclude: [keep.bak, doc/in.txt]\n',
    'doc/in.txt': 'x',
    'doc/out.txt': 'x',
    'document.txt': 'x',
    'my/doc': 'x',
    'a/b.bak': 'x',
    'a/keep.bak': 'x',
    'abs.txt': 'x',
    'a/abs.txt': 'x',
    'sub/x/c.txt': 'x',
    'sub/c.txt': 'x',
    'dir/x.txt': 'x',
    'dirt.txt': 'x',
    'node_modules/x/index.js': 'x',
    Gemfile: 'x',
  })
  expect(filesOf(site)).toEqual([
    'a/abs.txt',
    'a/keep.bak',
    'dirt.txt',
    'doc/in.txt',
    'my/doc',
    'sub/c.txt',
  ])
})

test('the destination within the source is not read', async () => {
  const site = await readSite(
    { 'public/old.html': 'x', 'a/public/kept.html': 'x' },
    { flags: { destination: 'public' } },
  )
  expect(filesOf(site)).toEqual(['a/public/kept.html'])
})

test('static files know their place, their times and their defaults', async () => {
  const site = await readSite({
    '_config.yml':
      'defaults:\n- scope: {path: img}\n  values: {image: true}\n- scope: {path: img/raw}\n  values: {published: false}\n',
    'img/a b%20c..png': 'x',
    'img/raw/x.tif': 'x',
  })
  expect(
    site.staticFiles.map(({ url, destination, modified, data, written }) => [
      url,
      destination,
      String(modified),
      data.get('image'),
      written,
    ]),
  ).toEqual([
    ['/img/a b%20c.png', 'img/a b c.png', '2024-01-02 03:04:05 +0000', true, true],
    ['/img/raw/x.tif', 'img/raw/x.tif', '2024-01-02 03:04:05 +0000', true, false],
  ])
})

test('links to files and folders are followed', async () => {
  const site = await readSite(
    { 'real/a.txt': 'a', 'real/p.md': '---\n---\nP', 'real/head.html': 'H' },
    {
      links: {
        'link.txt': 'real/a.txt',
        dir: 'real',
        '_posts/2020-01-01-p.md': '../real/p.md',
        '_includes/head.html': '../real/head.html',
      },
    },
  )
  expect(filesOf(site)).toEqual([
    'dir/a.txt',
    'dir/head.html',
    'dir/p.md',
    'link.txt',
    'real/a.txt',
    'real/head.html',
    'real/p.md',
  ])
  expect(documentsOf(site, 'posts').map(({ body }) => body)).toEqual(['P'])
  expect([...site.includes.keys()]).toEqual(['head.html'])
})

test('a link that leads in a circle ends the build, unless it is excluded', async () => {
  const links = { 'a/up': '..' }
  await expect(readSite({ 'a/x.txt': 'x' }, { links })).rejects.toMatchObject({
    message: 'Too many levels of symbolic links - a/up',
    place: { file: 'a/up' },
    hint: 'The link leads to a folder it is in. Remove it, or put its name under `exclude`.',
  })
  const site = await readSite({ 'a/x.txt': 'x', '_config.yml': 'exclude: [a/up]' }, { links })
  expect(filesOf(site)).toEqual(['a/x.txt'])
})

test('a file called _posts ends the build', async () => {
  await expect(readSite({ 'a/_posts': 'x' })).rejects.toMatchObject({
    message: 'Not a directory - a/_posts',
    place: { file: 'a/_posts' },
  })
})

test('a link to nowhere ends the build and is named', async () => {
  await expect(
    readSite({ 'a.txt': 'x' }, { links: { 'b.txt': 'gone.txt' } }),
  ).rejects.toMatchObject({
    message: 'No such file or directory - b.txt',
    place: { file: 'b.txt' },
  })
})

test('a source that is not there ends the build', async () => {
  const folder = await makeSite({ 'a.txt': 'x' })
  const source = join(folder, 'nowhere')
  await expect(readFolder(folder, { flags: { source } })).rejects.toMatchObject({
    message: `No such file or directory - ${source}`,
  })
})

test.skipIf(process.platform === 'win32')('a pipe is no file', async () => {
  const folder = await makeSite({ 'a.txt': 'x' })
  execFileSync('mkfifo', [join(folder, 'pipe')])
  expect(filesOf(await readFolder(folder))).toEqual(['a.txt'])
})

/** A folder with secrets beside the site's own, and links into it. */
async function makeLeakySite(): Promise<string> {
  const folder = await makeSite({ 'outside/secret.txt': 's', 'outside/p.md': '---\n---\ns' })
  await mkdir(join(folder, 'site'))
  await writeFile(join(folder, 'site/index.html'), '---\n---\n')
  return join(folder, 'site')
}

const LEAKS = {
  'secret.txt': '../outside/secret.txt',
  dir: '../outside',
  '_posts/2020-01-01-p.md': '../../outside/p.md',
  '_data/facts': '../../outside',
  '_includes/secret.txt': '../../outside/secret.txt',
  '_includes/dir': '../../outside',
  '_layouts/secret.txt': '../../outside/secret.txt',
}

test('in safe mode nothing outside the source is read', async () => {
  const site = await readFolder(await makeLeakySite(), { links: LEAKS, flags: { safe: true } })
  expect(filesOf(site)).toEqual(['index.html'])
  expect(documentsOf(site, 'posts')).toEqual([])
  expect(site.data.size + site.includes.size + site.layouts.size).toBe(0)
})

test('without it, includes and layouts still stay within the source', async () => {
  const site = await readFolder(await makeLeakySite(), { links: LEAKS })
  expect(filesOf(site)).toEqual(['dir/p.md', 'dir/secret.txt', 'index.html', 'secret.txt'])
  expect(site.includes.size + site.layouts.size).toBe(0)
})

test('a folder named with dots stays within the source', async () => {
  const folder = await makeLeakySite()
  const site = await readFolder(folder, {
    flags: { includes_dir: '../outside', data_dir: '../../outside', layouts_dir: '../outside' },
  })
  expect(site.data.size + site.includes.size + site.layouts.size).toBe(0)
})

test('a link that leads in a circle among data ends the build', async () => {
  await expect(
    readSite({ '_data/a.yml': 'x: 1' }, { links: { '_data/up': '.' } }),
  ).rejects.toMatchObject({ message: 'Too many levels of symbolic links - _data/up/up' })
})
