import { lstatSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clean } from '../../src/writer/clean.ts'
import { planOutputs } from '../../src/writer/outputs.ts'
import { write } from '../../src/writer/write.ts'
import { makeSite, makeWorkshop, putFiles, tree } from './make.ts'

test('writes pages, documents and static files into their folders', async () => {
  const workshop = await makeWorkshop({ 'img/dot.svg': '<svg/>' })
  const { site, rendered } = makeSite(workshop, {
    pages: { 'index.md': ['index.html', 'home'] },
    documents: { '_posts/2024-01-31-a.md': ['2024/01/31/a.html', 'post'] },
    staticFiles: { 'img/dot.svg': 'img/dot.svg' },
  })
  write(workshop.engine, site, planOutputs(site, rendered))
  expect(tree(join(workshop.folder, '_site'))).toEqual({
    '2024/01/31/a.html': 'post',
    'img/dot.svg': '<svg/>',
    'index.html': 'home',
  })
})

test('a second write touches only what changed', async () => {
  const workshop = await makeWorkshop({ 'a.txt': 'static' })
  const first = makeSite(workshop, {
    pages: { 'a.md': ['a.html', 'same'], 'b.md': ['b.html', 'one'] },
    staticFiles: { 'a.txt': 'a.txt' },
  })
  write(workshop.engine, first.site, planOutputs(first.site, first.rendered))
  const at = (name: string) => join(workshop.folder, '_site', name)
  utimesSync(at('a.html'), 1000, 1000)
  utimesSync(at('b.html'), 1000, 1000)

  const second = makeSite(workshop, {
    pages: { 'a.md': ['a.html', 'same'], 'b.md': ['b.html', 'two'] },
    staticFiles: { 'a.txt': 'a.txt' },
  })
  const { ino } = statSync(at('a.txt'))
  clean(workshop.engine, planOutputs(second.site, second.rendered))
  write(workshop.engine, second.site, planOutputs(second.site, second.rendered))
  expect(statSync(at('a.html')).mtimeMs).toBe(1_000_000)
  expect(statSync(at('b.html')).mtimeMs).toBeGreaterThan(1_000_000)
  expect(statSync(at('a.txt')).ino).toBe(ino)
  expect(tree(join(workshop.folder, '_site'))).toEqual({
    'a.html': 'same',
    'a.txt': 'static',
    'b.html': 'two',
  })
})

test('of several sources for one destination the last is written, with a warning', async () => {
  const workshop = await makeWorkshop({ 'same.html': 'static' })
  const { site, rendered } = makeSite(workshop, {
    pages: { 'a.md': ['same.html', 'from a'], 'b.md': ['same.html', 'from b'] },
    staticFiles: { 'same.html': 'same.html' },
  })
  write(workshop.engine, site, planOutputs(site, rendered))
  expect(tree(join(workshop.folder, '_site'))).toEqual({ 'same.html': 'static' })
  expect(workshop.messages.filter(({ topic }) => topic === 'Conflict:')).toEqual([
    {
      level: 'warn',
      topic: 'Conflict:',
      text: `The following destination is shared by multiple files.
The written file may end up with unexpected contents.
${join(workshop.folder, '_site/same.html')}
 - a.md
 - b.md
 - same.html`,
    },
  ])
})

test('a static file that was removed since it was read is left out, with a warning', async () => {
  const workshop = await makeWorkshop({ 'a.txt': 'a', 'b.txt': 'b', '_site/a.txt': 'old' })
  const { site, rendered } = makeSite(workshop, {
    staticFiles: { 'a.txt': 'a.txt', 'b.txt': 'b.txt' },
  })
  rmSync(join(workshop.folder, 'a.txt'))
  write(workshop.engine, site, planOutputs(site, rendered))
  expect(tree(join(workshop.folder, '_site'))).toEqual({ 'b.txt': 'b' })
  expect(workshop.messages.filter(({ topic }) => topic === 'Skipping:')).toEqual([
    { level: 'warn', topic: 'Skipping:', text: 'a.txt was removed during the build' },
  ])
})

test('never writes through a link', async () => {
  const workshop = await makeWorkshop({ '_config.yml': 'keep_files: [out]\n' })
  putFiles(workshop.folder, { 'precious/a.html': 'precious', '_site/x': '' })
  symlinkSync('../precious', join(workshop.folder, '_site/out'))
  const { site, rendered } = makeSite(workshop, { pages: { 'a.md': ['out/a.html', 'new'] } })
  expect(() => clean(workshop.engine, planOutputs(site, rendered))).toThrow(
    "The site has a folder 'out', but a link of that name is kept.",
  )
  expect(() => write(workshop.engine, site, planOutputs(site, rendered))).toThrow(
    /Could not make the folder '.*out'/,
  )
  expect(lstatSync(join(workshop.folder, '_site/out')).isSymbolicLink()).toBe(true)
  expect(tree(join(workshop.folder, 'precious'))).toEqual({ 'a.html': 'precious' })
})

test('a destination that is itself a link is written where it points', async () => {
  const workshop = await makeWorkshop({ 'public/old.html': 'old' })
  symlinkSync('public', join(workshop.folder, '_site'))
  const { site, rendered } = makeSite(workshop, { pages: { 'a.md': ['a.html', 'new'] } })
  clean(workshop.engine, planOutputs(site, rendered))
  write(workshop.engine, site, planOutputs(site, rendered))
  expect(tree(join(workshop.folder, 'public'))).toEqual({ 'a.html': 'new' })
})

test.skipIf(process.platform === 'win32')('a name too long for the disk says so', async () => {
  const workshop = await makeWorkshop()
  const name = `${'n'.repeat(300)}.html`
  const { site, rendered } = makeSite(workshop, { pages: { 'a.md': [name, ''] } })
  expect(() => write(workshop.engine, site, planOutputs(site, rendered))).toThrow(
    `Could not write '${join(workshop.folder, '_site', name)}': the name is too long.`,
  )
  expect(tree(join(workshop.folder, '_site'))).toEqual({})
})
