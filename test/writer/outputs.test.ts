import { expect, test } from 'vitest'
import { planOutputs } from '../../src/writer/outputs.ts'
import { makeSite, makeWorkshop } from './make.ts'

test('pages come first, then static files, then documents, and the last one stands', async () => {
  const workshop = await makeWorkshop({ 'same.html': 'static' })
  const { site, rendered } = makeSite(workshop, {
    pages: { 'a.md': ['same.html', 'page'], 'b.md': ['b/index.html', 'b'] },
    documents: { '_posts/2024-01-31-c.md': ['same.html', 'document'] },
    staticFiles: { 'same.html': 'same.html' },
  })
  const plan = planOutputs(site, rendered)
  expect(plan.all.map(({ destination, item }) => [destination, item.path])).toEqual([
    ['same.html', 'a.md'],
    ['b/index.html', 'b.md'],
    ['same.html', 'same.html'],
    ['same.html', '_posts/2024-01-31-c.md'],
  ])
  expect([...plan.files.values()].map(({ item }) => item.path)).toEqual([
    '_posts/2024-01-31-c.md',
    'b.md',
  ])
})

test('what a conversion brought is written beside its item', async () => {
  const { site, rendered } = makeSite(await makeWorkshop(), {
    pages: { 'css/main.scss': ['css/main.css', 'p{}'] },
  })
  rendered.set('css/main.scss', {
    content: 'p{}',
    output: 'p{}',
    files: new Map([['css/main.css.map', '{}']]),
    reads: [],
  })
  const plan = planOutputs(site, rendered)
  expect(plan.all.map(({ destination, text }) => [destination, text])).toEqual([
    ['css/main.css', 'p{}'],
    ['css/main.css.map', '{}'],
  ])
})

test('what is not to be written stays behind', async () => {
  const workshop = await makeWorkshop({ 'a.txt': '' })
  const { site, rendered } = makeSite(workshop, {
    documents: { '_posts/2024-01-31-a.md': ['a.html', 'a'] },
    staticFiles: { 'a.txt': 'a.txt' },
  })
  for (const collection of site.collections.values()) {
    collection.documents = collection.documents.map((each) => ({ ...each, written: false }))
  }
  const staticFiles = site.staticFiles.map((file) => ({ ...file, written: false }))
  expect(planOutputs({ ...site, staticFiles }, rendered).all).toEqual([])
})

test('every folder is listed once, the outer before the inner', async () => {
  const { site, rendered } = makeSite(await makeWorkshop(), {
    pages: { 'a.md': ['x/y/a.html', ''], 'b.md': ['x/b.html', ''], 'c.md': ['x/y/z/c.html', ''] },
  })
  expect([...planOutputs(site, rendered).folders]).toEqual(['x', 'x/y', 'x/y/z'])
})

test.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['/a.html', 'a.html'],
  ['a/../../b.html', 'b.html'],
  ['a//./b.html', 'a/b.html'],
])('the destination %s cannot leave the site and becomes %s', async (destination, inside) => {
  const { site, rendered } = makeSite(await makeWorkshop(), {
    pages: { 'a.md': [destination, ''] },
  })
  expect([...planOutputs(site, rendered).files.keys()]).toEqual([inside])
})

test.each(['', '/', '..', 'folder/', 'a\0b'])('%j is no name for a file', async (destination) => {
  const { site, rendered } = makeSite(await makeWorkshop(), {
    pages: { 'a.md': [destination, ''] },
  })
  expect(() => planOutputs(site, rendered)).toThrow(
    `Invalid destination '${destination}': it names no file.`,
  )
})

test('one path cannot be a file and a folder', async () => {
  const workshop = await makeWorkshop({ docs: 'file' })
  const { site, rendered } = makeSite(workshop, {
    pages: { 'a.md': ['docs/a/index.html', ''] },
    staticFiles: { docs: 'docs' },
  })
  expect(() => planOutputs(site, rendered)).toThrow(
    "'docs' would have to be a file, for docs, and a folder, for a.md.",
  )
})
