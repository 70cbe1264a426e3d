import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { clean } from '../../src/writer/clean.ts'
import { planOutputs } from '../../src/writer/outputs.ts'
import { makeSite, makeWorkshop, openWorkshop, putFiles, tree } from './make.ts'

test('removes files and folders that the build does not write', async () => {
  const workshop = await makeWorkshop({
    '_site/index.html': 'old',
    '_site/stray.html': '',
    '_site/.dot': '',
    '_site/deep/er/stray.txt': '',
    '_site/blog/a/index.html': 'old',
    '_site/blog/b/index.html': 'old',
  })
  mkdirSync(join(workshop.folder, '_site/empty'))
  const { site, rendered } = makeSite(workshop, {
    pages: { 'index.md': ['index.html', 'new'], 'a.md': ['blog/a/index.html', 'new'] },
  })
  clean(workshop.engine, planOutputs(site, rendered))
  expect(tree(join(workshop.folder, '_site'))).toEqual({
    'blog/a/index.html': 'old',
    'index.html': 'old',
  })
})

test('keep_files keeps everything that begins with an entry', async () => {
  const workshop = await makeWorkshop({
    '_config.yml': 'keep_files: [data, deep/kept]\n',
    '_site/data.json': '1',
    '_site/database/x': '2',
    '_site/mydata.json': '3',
    '_site/deep/kept/a/b.txt': '4',
    '_site/deep/kept.txt': '5',
    '_site/deep/other.txt': '6',
  })
  const { site, rendered } = makeSite(workshop, {})
  clean(workshop.engine, planOutputs(site, rendered))
  expect(tree(join(workshop.folder, '_site'))).toEqual({
    'data.json': '1',
    'database/x': '2',
    'deep/kept.txt': '5',
    'deep/kept/a/b.txt': '4',
  })
})

test('repositories in the destination are kept, whatever keep_files says', async () => {
  const workshop = await makeWorkshop({
    '_config.yml': 'keep_files: [CNAME]\n',
    '_site/.git/HEAD': 'ref',
    '_site/.svn/entries': '12',
    '_site/CNAME': 'a.example',
    '_site/deep/.git/HEAD': 'ref',
  })
  const { site, rendered } = makeSite(workshop, {})
  clean(workshop.engine, planOutputs(site, rendered))
  expect(tree(join(workshop.folder, '_site'))).toEqual({
    '.git/HEAD': 'ref',
    '.svn/entries': '12',
    CNAME: 'a.example',
  })
})

test('makes way where a file became a folder and a folder a file', async () => {
  const workshop = await makeWorkshop({ '_site/a': 'file', '_site/b/c/index.html': 'in a folder' })
  const { site, rendered } = makeSite(workshop, {
    pages: { 'a.md': ['a/index.html', 'new'], 'b.md': ['b', 'new'] },
  })
  clean(workshop.engine, planOutputs(site, rendered))
  expect(tree(join(workshop.folder, '_site'))).toEqual({})
})

test('removes links and nothing behind them', async () => {
  const workshop = await makeWorkshop({ '_site/a/x.html': '' })
  putFiles(workshop.folder, { 'precious/a/x.html': 'precious', 'precious/y.txt': 'precious' })
  symlinkSync('../precious', join(workshop.folder, '_site/stray'))
  symlinkSync('../precious', join(workshop.folder, '_site/wanted'))
  symlinkSync('../precious/y.txt', join(workshop.folder, '_site/y.txt'))
  const { site, rendered } = makeSite(workshop, {
    pages: { 'a.md': ['wanted/a/x.html', 'new'] },
  })
  clean(workshop.engine, planOutputs(site, rendered))
  expect(tree(join(workshop.folder, '_site'))).toEqual({})
  expect(tree(join(workshop.folder, 'precious'))).toEqual({
    'a/x.html': 'precious',
    'y.txt': 'precious',
  })
})

test.each([
  ['a file where a folder should be', { '_site/kept': 'x' }, 'kept/index.html', 'folder', 'file'],
  ['a folder where a file should be', { '_site/kept/x': 'x' }, 'kept', 'file', 'folder'],
])(
  '%s, if it is kept, is an error before anything is removed',
  async (_what, files, destination, wanted, found) => {
    const before = { '_config.yml': 'keep_files: [kept]\n', '_site/stray.html': 'stray', ...files }
    const workshop = await makeWorkshop(before)
    const { site, rendered } = makeSite(workshop, { pages: { 'a.md': [destination, 'new'] } })
    expect(() => clean(workshop.engine, planOutputs(site, rendered))).toThrow(
      `The site has a ${wanted} 'kept', but a ${found} of that name is kept.`,
    )
    expect(tree(workshop.folder)).toEqual(before)
  },
)

test('a destination that is not there yet needs no cleaning', async () => {
  const workshop = await makeWorkshop()
  const { site, rendered } = makeSite(workshop, {})
  clean(workshop.engine, planOutputs(site, rendered))
  expect(tree(workshop.folder)).toEqual({})
})

test.each([
  ['the source', '.', 'the Source directory'],
  ['a parent of the source', '..', 'the Source directory'],
  ['the root', '/', 'the Source directory'],
  ['a link to the source', 'link', 'the Source directory'],
  ['a folder below a link to a parent of the source', 'up/site', 'the Source directory'],
  ['the folder of the posts', '_posts', "the folder '_posts'"],
  ['the folder of the layouts', '_layouts', "the folder '_layouts'"],
])('refuses %s as its destination', async (_what, destination, what) => {
  const { folder } = await makeWorkshop({ 'site/_posts/x.md': 'precious' })
  symlinkSync('.', join(folder, 'site/link'))
  symlinkSync('..', join(folder, 'site/up'))
  const workshop = await openWorkshop(join(folder, 'site'))
  const { site, rendered } = makeSite(workshop, {})
  const config = { ...site.config, destination: resolve(folder, 'site', destination) }
  expect(() => clean({ ...workshop.engine, config }, planOutputs(site, rendered))).toThrow(
    `Destination directory cannot be or contain ${what}.`,
  )
  expect(readFileSync(join(folder, 'site/_posts/x.md'), 'utf8')).toBe('precious')
})

test('refuses a destination that is a file', async () => {
  const workshop = await makeWorkshop({ _site: 'a file' })
  const { site, rendered } = makeSite(workshop, {})
  expect(() => clean(workshop.engine, planOutputs(site, rendered))).toThrow(
    /Destination '.*_site' is a file/,
  )
  expect(tree(workshop.folder)).toEqual({ _site: 'a file' })
})
