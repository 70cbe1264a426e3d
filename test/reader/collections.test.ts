import { expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { documentsOf, readSite, warningsOf } from './read-site.ts'

test('a collection has documents and files, below its own URL', async () => {
  const site = await readSite({
    '_config.yml': 'collections: {tools: {output: true, kind: x}}\n',
    '_tools/saw.md': '---\ntitle: Saw!\n---\nCuts\n',
    '_tools/hand/file_x.md': '---\n---\n',
    '_tools/hand/plan.pdf': 'pdf',
    '_tools/_hidden.md': '---\n---\n',
  })
  const tools = site.collections.get('tools')
  expect(tools).toMatchObject({
    label: 'tools',
    directory: '_tools',
    output: true,
    metadata: new Map<string, unknown>([
      ['output', true],
      ['kind', 'x'],
    ]),
  })
  expect(tools?.documents.map(({ path, url, written }) => [path, url, written])).toEqual([
    ['_tools/hand/file_x.md', '/tools/hand/file_x.html', true],
    ['_tools/saw.md', '/tools/saw.html', true],
  ])
  expect(tools?.documents.map(({ data }) => data.get('title'))).toEqual(['File_x', 'Saw!'])
  expect(tools?.staticFiles).toMatchObject([
    {
      path: '_tools/hand/plan.pdf',
      url: '/tools/hand/plan.pdf',
      destination: 'tools/hand/plan.pdf',
      collection: 'tools',
      written: true,
    },
  ])
  expect(site.staticFiles).toEqual(tools?.staticFiles)
})

test('posts come first and are always written, others only when asked for', async () => {
  const site = await readSite({
    '_config.yml': 'collections: [tools]\n',
    '_tools/saw.md': '---\n---\n',
    '_tools/x.pdf': 'x',
  })
  const tools = site.collections.get('tools')
  expect([...site.collections.keys()]).toEqual(['posts', 'tools'])
  expect(site.collections.get('posts')?.output).toBe(true)
  expect([tools?.output, tools?.documents[0]?.written, tools?.staticFiles[0]?.written]).toEqual([
    false,
    false,
    false,
  ])
})

test('a dated name gives date and slug, everything else has the date of the build', async () => {
  const site = await readSite({
    '_config.yml': 'collections: {tools: {output: true}}\n',
    '_tools/2020-01-02-saw.md': '---\n---\n',
    '_tools/axe.md': '---\n---\n',
  })
  expect(documentsOf(site, 'tools').map(({ slug, date }) => [slug, String(date)])).toEqual([
    ['saw', '2020-01-02 00:00:00 +0000'],
    ['axe', '2024-06-01 12:00:00 +0000'],
  ])
})

test('future documents are listed and not written, unpublished ones neither', async () => {
  const site = await readSite({
    '_config.yml': 'collections: {tools: {output: true}}\n',
    '_tools/a.md': '---\ndate: 2030-01-01\n---\n',
    '_tools/b.md': '---\npublished: false\n---\n',
  })
  expect(documentsOf(site, 'tools').map(({ path, written }) => [path, written])).toEqual([
    ['_tools/a.md', false],
  ])
})

test('sort_by sorts by a value, those without it last and told of', async () => {
  const log = createLog()
  const site = await readSite(
    {
      '_config.yml': 'collections: {tools: {sort_by: weight}}\n',
      '_tools/a.md': '---\nweight: 30\n---\n',
      '_tools/b.md': '---\n---\n',
      '_tools/c.md': '---\nweight: 4\n---\n',
    },
    { log },
  )
  expect(documentsOf(site, 'tools').map(({ path }) => path)).toEqual([
    '_tools/c.md',
    '_tools/a.md',
    '_tools/b.md',
  ])
  expect(warningsOf(log)).toEqual(["Sort warning: 'weight' not defined in _tools/b.md"])
})

test('order names those that come first, and beats sort_by', async () => {
  const site = await readSite({
    '_config.yml': 'collections: {tools: {sort_by: weight, order: [sub/c.md, nothere.md, b.md]}}\n',
    '_tools/a.md': '---\n---\n',
    '_tools/b.md': '---\n---\n',
    '_tools/sub/c.md': '---\n---\n',
    '_tools/d.md': '---\n---\n',
  })
  expect(documentsOf(site, 'tools').map(({ path }) => path)).toEqual([
    '_tools/sub/c.md',
    '_tools/b.md',
    '_tools/a.md',
    '_tools/d.md',
  ])
})

test('a document in YAML is nothing but data', async () => {
  const site = await readSite({
    '_config.yml': 'collections: {people: {output: true}}\ndefaults: [{values: {layout: x}}]\n',
    '_people/ida.yml': '---\nname: Ida\nborn: 2000-01-02\n',
  })
  const [ida] = documentsOf(site, 'people')
  expect(ida).toMatchObject({ url: '/people/ida.yml', body: '', tags: [], categories: [] })
  expect([...ida!.data.keys()]).toEqual(['name', 'born', 'draft', 'date'])
})

test('an odd sign is left out of the label, and with it the metadata is lost', async () => {
  const site = await readSite({
    '_config.yml': "collections: {'my tools': {output: true}}\n",
    '_mytools/a.md': '---\n---\n',
  })
  const tools = site.collections.get('my tools')
  expect([tools?.label, tools?.output, tools?.documents.map(({ path }) => path)]).toEqual([
    'mytools',
    false,
    ['_mytools/a.md'],
  ])
})

test('collections_dir holds collections, posts and drafts, and paths leave it out', async () => {
  const site = await readSite(
    {
      '_config.yml': 'collections_dir: gather\ncollections: {tools: {output: true}}\n',
      'gather/_posts/2020-01-01-a.md': '---\n---\n',
      'gather/sub/_posts/2020-01-02-b.md': '---\n---\n',
      'gather/_drafts/c.md': '---\n---\n',
      'gather/_tools/saw.md': '---\n---\n',
      'gather/_tools/plan.pdf': 'x',
      'gather/loose.txt': 'x',
      '_posts/2020-01-01-outside.md': '---\n---\n',
      '_tools/outside.md': '---\n---\n',
    },
    { flags: { show_drafts: true } },
  )
  const documents = [...documentsOf(site, 'posts'), ...documentsOf(site, 'tools')]
  expect(documents.map(({ path, relativePath, url }) => [path, relativePath, url])).toEqual([
    ['gather/_posts/2020-01-01-a.md', '_posts/2020-01-01-a.md', '/2020/01/01/a.html'],
    ['gather/sub/_posts/2020-01-02-b.md', 'sub/_posts/2020-01-02-b.md', '/sub/2020/01/02/b.html'],
    ['gather/_drafts/c.md', '_drafts/c.md', '/2024/01/02/c.html'],
    ['gather/_tools/saw.md', '_tools/saw.md', '/tools/saw.html'],
  ])
  expect(site.staticFiles.map(({ path, url }) => [path, url])).toEqual([
    ['gather/loose.txt', '/gather/loose.txt'],
    ['gather/_tools/plan.pdf', '/tools/plan.pdf'],
  ])
})

test('an unknown key in a permalink fails with the document’s name', async () => {
  await expect(
    readSite({
      '_config.yml': 'collections: {tools: {output: true, permalink: "/:nosuch/:title"}}\n',
      '_tools/saw.md': '---\n---\n',
    }),
  ).rejects.toMatchObject({
    message: "The URL template doesn't have nosuch keys. Check your permalink template!",
    place: { file: '_tools/saw.md' },
  })
})
